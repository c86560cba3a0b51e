"""`catalog`: what there is, found by any word in either language."""

from __future__ import annotations

import json

import pytest

from outageplan.catalog.vocabulary import catalogs

from .running import Result, run

KINDS = ["services", "pools", "roles", "actions"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_words_everything_is_listed(kind: str, lang: str) -> None:
    result = run("catalog", kind, "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert [line.split()[0] for line in result.out.splitlines()] == list(catalogs()[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_as_json(kind: str) -> None:
    result = run("catalog", kind, "--lang", "en", "--format", "json")
    listed = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert [entry["id"] for entry in listed] == list(catalogs()[kind])
    for entry in listed:
        assert entry["name"].keys() == {"zh", "en"}
        assert all(isinstance(word, str) for word in entry["synonyms"] + entry["aliases"])


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["pools", "潍坊", "--lang", "en"], "370700  Weifang  潍坊市  潍坊\n"),
        (["pools", "潍坊", "--lang", "zh"], "370700  潍坊市  Weifang  潍坊\n"),
        (["roles", "TAX", "--lang", "zh"], "tax  税务部门  tax offices  税务, 税务局, tax department\n"),
        (
            ["pools", "suzhou", "--lang", "en"],
            "320500  Suzhou (Jiangsu)  苏州市  苏州, Suzhou\n341300  Suzhou (Anhui)    宿州市  宿州, Suzhou\n",
        ),
    ],
    ids=lambda given: given[0] if isinstance(given, list) else "",
)
def test_words_in_either_language_and_columns_that_line_up(arguments: list[str], out: str) -> None:
    assert run("catalog", *arguments) == Result(0, out, "")


def test_every_word_must_occur() -> None:
    found = run("catalog", "services", "跨省", "pharmacy", "--lang", "en")
    assert [line.split()[0] for line in found.out.splitlines()] == ["settlement.offsite.cross_province.pharmacy"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "没有找到；相近的有：hospital 定点医疗机构\n"),
        ("en", "nothing found; the nearest are hospital hospitals and clinics\n"),
    ],
    ids=["zh", "en"],
)
def test_nothing_found_names_the_nearest(lang: str, told: str) -> None:
    assert run("catalog", "roles", "hospitel", "--lang", lang) == Result(1, "", told)


@pytest.mark.parametrize(("lang", "told"), [("zh", "没有找到\n"), ("en", "nothing found\n")])
def test_nothing_found_and_nothing_near(lang: str, told: str) -> None:
    assert run("catalog", "roles", "zzzz", "--lang", lang) == Result(1, "", told)
    assert run("catalog", "roles", "zzzz", "--lang", lang, "--format", "json") == Result(1, "[]\n", told)


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ["service"],
            "目录只有 services, pools, roles, actions，没有“service”",
            "the catalogs are services, pools, roles, actions; there is no `service`",
        ),
        (
            ["p"],
            "目录只有 services, pools, roles, actions，没有“p”",
            "the catalogs are services, pools, roles, actions; there is no `p`",
        ),
        (
            ["roles", "--format", "markdown"],
            "--format 只能是 text 或 json，不是“markdown”",
            "--format is text or json, not `markdown`",
        ),
    ],
    ids=["unknown-kind", "part-of-several-kinds", "unknown-format"],
)
def test_refused(arguments: list[str], zh: str, en: str) -> None:
    assert run("catalog", *arguments, "--lang", "zh") == Result(2, "", f"错误: {zh}\n")
    assert run("catalog", *arguments, "--lang", "en") == Result(2, "", f"error: {en}\n")
