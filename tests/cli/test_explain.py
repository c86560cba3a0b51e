"""`explain`: the page of a rule by its code or name, and what a rule of the engine says."""

from __future__ import annotations

import pytest

from outageplan.engine.rules import RULES
from outageplan.validation.rule import Rule, checks

from .running import Result, run

EACH = pytest.mark.parametrize("rule", [check.rule for check in checks()], ids=lambda rule: rule.code)
LANG = pytest.mark.parametrize("lang", ["zh", "en"])


@LANG
@EACH
def test_a_rule_has_a_page_by_code_and_by_name(rule: Rule, lang: str) -> None:
    page = run("explain", rule.code, "--lang", lang)
    assert (page.code, page.err) == (0, "")
    assert page.out.splitlines()[0] == f"# {rule.code} {rule.name}"
    assert rule.why["zh" if lang == "zh" else "en"] in page.out
    assert rule.title["zh" if lang == "zh" else "en"].lower() in page.out.lower()
    assert ("为什么" in page.out) == (lang == "zh")
    assert run("explain", rule.code.lower(), "--lang", lang) == page
    assert run("explain", rule.name, "--lang", lang) == page


@LANG
@pytest.mark.parametrize("name", RULES)
def test_a_rule_of_the_engine_says_why(name: str, lang: str) -> None:
    result = run("explain", name, "--lang", lang)
    rule = RULES[name]
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"# {name}\n\n{rule.why['zh' if lang == 'zh' else 'en']}")
    if rule.norm:
        assert rule.norm["zh" if lang == "zh" else "en"] in result.out


def test_no_name_is_that_of_two_rules() -> None:
    assert not {check.rule.name for check in checks()} & set(RULES)


@pytest.mark.parametrize("word", ["OP999", "nope", "OP", ""])
def test_an_unknown_rule(word: str) -> None:
    en = f"error: there is no rule `{word}`; `outageplan validate` prints codes as OP301\n"
    assert run("explain", word, "--lang", "en") == Result(2, "", en)
    chinese = run("explain", word, "--lang", "zh")
    assert (chinese.code, chinese.out) == (2, "")
    assert chinese.err.startswith(f"错误: 没有规则“{word}”")


def test_wrong_usage() -> None:
    assert run("explain").code == 2
    assert run("explain", "OP301", "--lang", "fr").code == 2
