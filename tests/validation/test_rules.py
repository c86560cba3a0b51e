"""Every rule, held to the same: its examples show what it finds, told in both languages, in its place."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from outageplan.notice.finding import Finding, Severity
from outageplan.notice.problems import _GRAMMAR, _NAMES
from outageplan.validation import rules
from outageplan.validation.examples import MOMENT, example_files
from outageplan.validation.rule import Check, Context, Example, Rule, checks, rule_by_code
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

FAMILIES = {"file": "0", "shape": "1", "references": "2", "time": "3", "completeness": "4", "across": "5"}
READER = Path(__file__).parents[2] / "src" / "outageplan" / "notice"
CONTEXT = Context(at=MOMENT)
# No text can show a file that cannot be opened; in its place stands a link that leads nowhere.
NO_TEXT = "OP015"
# Where an alias stands nothing is read, and its place is told to be empty or of a wrong shape besides.


def _modules() -> dict[str, Rule]:
    """The rules by the dotted name of their module below `rules`."""
    prefix = f"{rules.__name__}."
    return {
        info.name.removeprefix(prefix): importlib.import_module(info.name).RULE
        for info in pkgutil.walk_packages(rules.__path__, prefix)
        if not info.ispkg
    }


MODULES = _modules()
each_check = pytest.mark.parametrize("check", checks(), ids=lambda check: f"{check.rule.code}-{check.rule.name}")
each_rule = pytest.mark.parametrize("rule", MODULES.values(), ids=list(MODULES))
each_module = pytest.mark.parametrize(("module", "rule"), MODULES.items(), ids=list(MODULES))
each_own = pytest.mark.parametrize(
    "rule",
    [rule for module, rule in MODULES.items() if module.split(".")[0] in ("file", "shape", "references")],
    ids=lambda rule: rule.code,
)


def _findings(example: Example) -> tuple[Finding, ...]:
    files = example_files(example)
    return validate([Source(file=name, content=text) for name, text in files.items()], Settings(), CONTEXT).findings


def _bad(rule: Rule, folder: Path) -> tuple[Finding, ...]:
    if rule.code != NO_TEXT:
        return _findings(rule.bad)
    link = folder / "notice.yaml"
    link.symlink_to(folder / "gone.yaml")
    return validate([Source(file=str(link))], Settings(), CONTEXT).findings


@each_check
def test_the_bad_example_is_found(check: Check, tmp_path: Path) -> None:
    found = [finding for finding in _bad(check.rule, tmp_path) if finding.code == check.rule.code]
    assert found
    assert {(finding.rule, finding.severity) for finding in found} == {(check.rule.name, check.rule.severity)}


@each_check
def test_the_good_example_is_not_found(check: Check) -> None:
    assert check.rule.code not in [finding.code for finding in _findings(check.rule.good)]


@each_check
def test_a_finding_is_told_in_both_languages(check: Check, tmp_path: Path) -> None:
    for finding in _bad(check.rule, tmp_path):
        assert finding.message.zh, finding
        assert finding.message.en, finding


@each_own
def test_the_bad_example_of_a_readers_rule_shows_nothing_else(rule: Rule, tmp_path: Path) -> None:
    found = Counter(finding.code for finding in _bad(rule, tmp_path))
    assert set(found) == {rule.code}
    assert found[rule.code] == 1


@each_own
def test_the_good_example_of_a_readers_rule_shows_nothing_at_all(rule: Rule) -> None:
    assert _findings(rule.good) == ()


@each_rule
def test_the_examples_differ(rule: Rule) -> None:
    assert rule.bad != rule.good


def test_the_base_notice_shows_nothing() -> None:
    assert _findings(Example()) == ()


@each_module
def test_a_code_is_that_of_its_family(module: str, rule: Rule) -> None:
    assert re.fullmatch(r"OP\d{3}", rule.code)
    assert rule.code[2] == FAMILIES[module.split(".")[0]]


@each_module
def test_a_module_is_called_as_its_rule(module: str, rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)*", rule.name)
    assert module.rsplit(".", 1)[1] == rule.name.replace("-", "_")


@each_module
def test_a_module_says_its_code_first(module: str, rule: Rule) -> None:
    words = importlib.import_module(f"{rules.__name__}.{module}").__doc__ or ""
    assert words.startswith(f"{rule.code}: ")


@pytest.mark.parametrize("key", ["code", "name"])
def test_codes_and_names_are_unique(key: str) -> None:
    assert [one for one, times in Counter(getattr(rule, key) for rule in MODULES.values()).items() if times > 1] == []


def test_titles_are_unique() -> None:
    for lang in ("zh", "en"):
        titles = Counter(getattr(rule.title, lang) for rule in MODULES.values())
        assert [title for title, times in titles.items() if times > 1] == []


@each_rule
def test_a_title_is_a_phrase_in_both_languages(rule: Rule) -> None:
    zh, en = rule.title.zh or "", rule.title.en or ""
    assert _chinese(zh)
    assert en.strip()
    assert not _chinese(en)
    assert not zh.endswith("。")
    assert not en.endswith(".")
    assert "\n" not in zh + en


@each_rule
def test_a_why_is_at_least_a_sentence_in_both_languages(rule: Rule) -> None:
    zh, en = rule.why.zh or "", rule.why.en or ""
    assert _chinese(zh)
    assert zh.endswith("。")
    assert len(zh) >= 15
    assert not _chinese(en)
    assert en.endswith((".", "?"))
    assert en[0].isupper()
    assert len(en.split()) >= 8
    assert "  " not in zh + en
    assert "\n" not in zh + en
    assert rule.why != rule.title


def test_every_code_that_reading_reports_has_a_rule() -> None:
    assert _reported() <= {rule.code for rule in MODULES.values()}


def test_every_code_that_reading_reports_has_the_name_of_its_rule() -> None:
    named = dict(_named())
    named |= {code: f"unreadable-{kind}" for kind, code in _GRAMMAR.items() if kind != "anchor"}
    named |= {code: f"unknown-{kind}" for kind, code in _NAMES.items()}
    assert set(named) == _reported()
    told = {rule.code: rule.name for rule in MODULES.values()}
    assert named == {code: told[code] for code in named}


def test_what_keeps_a_notice_from_being_read_is_an_error() -> None:
    assert {rule.severity for rule in MODULES.values() if rule.code in _reported()} == {Severity.ERROR}


@each_rule
def test_a_rule_is_found_by_code_and_name(rule: Rule) -> None:
    assert rule_by_code(rule.code) is rule_by_code(rule.code.lower()) is rule_by_code(rule.name) is rule


@pytest.mark.parametrize("word", ["", "OP", "OP0", "OP999", "no-such-rule", "End-Before-Start"])
def test_other_words_are_no_rule(word: str) -> None:
    assert rule_by_code(word) is None


def test_rules_come_in_the_order_of_their_codes() -> None:
    codes = [check.rule.code for check in checks()]
    assert codes == sorted(codes)
    assert set(codes) == {rule.code for rule in MODULES.values()}


CHECK = "check = passed_on('OP001')\n"
SHELF = "def check_shelf(shelf):\n    yield from ()\n"


@pytest.fixture
def extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A nested package below the rules, whose modules are forgotten afterwards."""
    before = set(sys.modules)
    deeper = tmp_path / "extra" / "deeper"
    deeper.mkdir(parents=True)
    for package in (deeper.parent, deeper):
        (package / "__init__.py").touch()
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    yield deeper
    for name in set(sys.modules) - before:
        if name.startswith(f"{rules.__name__}.extra"):
            del sys.modules[name]
    if hasattr(rules, "extra"):
        del rules.extra


def _write(folder: Path, code: str, name: str, check: str) -> None:
    (folder / f"{name.replace('-', '_')}.py").write_text(
        "import dataclasses\n"
        "from outageplan.validation.rule import passed_on\n"
        "from outageplan.validation.rules.file.syntax import RULE as OTHER\n"
        f"RULE = dataclasses.replace(OTHER, code={code!r}, name={name!r})\n{check}"
    )


@pytest.mark.parametrize("check", [CHECK, SHELF])
def test_a_rule_in_a_nested_package_is_found(extra: Path, check: str) -> None:
    _write(extra, "OP999", "put-there", check)
    found = checks.__wrapped__()
    assert len(found) == len(MODULES) + 1
    assert (found[-1].rule.code, found[-1].rule.name) == ("OP999", "put-there")
    assert (found[-1].on_file is None) == (check == SHELF)


@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        ("OP003", "put-there", "rules share a code: OP003"),
        ("OP999", "unused-silencer", "rules share a name: unused-silencer"),
    ],
)
def test_rules_that_share_a_code_or_name_are_refused(extra: Path, code: str, name: str, message: str) -> None:
    _write(extra, code, name, CHECK)
    with pytest.raises(ValueError, match=f"^{message}$"):
        checks.__wrapped__()


@pytest.mark.parametrize("check", ["", CHECK + SHELF], ids=["none", "both"])
def test_a_rule_without_just_one_check_is_refused(extra: Path, check: str) -> None:
    _write(extra, "OP999", "put-there", check)
    with pytest.raises(ValueError, match=r"put_there needs a check or a check_shelf$"):
        checks.__wrapped__()


def _chinese(text: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff]", text))


def _reported() -> set[str]:
    """Every code that stands anywhere in what reads notices."""
    return {code for file in READER.rglob("*.py") for code in re.findall(r'"(OP\d{3})"', file.read_text("utf-8"))}


def _named() -> Iterator[tuple[str, str]]:
    """The codes there that stand beside the name of their rule."""
    for file in READER.rglob("*.py"):
        yield from re.findall(r'"(OP\d{3})",\s*(?:rule=)?"([a-z0-9-]+)"', file.read_text("utf-8"))
