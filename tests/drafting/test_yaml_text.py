"""The YAML of a draft: what people edit, and what the reader of notices takes back unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.drafting.yaml_text import scalar, yaml_text
from outageplan.notice.document import read_document


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2021-11-21 18:00", "2021-11-21 18:00"),
        ("to be announced", "to be announced"),
        ("一（二）1", "一（二）1"),
        ("关于停机的公告", "关于停机的公告"),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("# a", '"# a"'),
        ('他说"停"', '"他说\\"停\\""'),
        ("a\\b", '"a\\\\b"'),
        ("[停机]", '"[停机]"'),
        ("", '""'),
        (" a", '" a"'),
    ],
)
def test_a_text_as_yaml(value: str, written: str) -> None:
    assert scalar(value) == written


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_a_text_comes_back_unchanged(value: str) -> None:
    text = yaml_text((), {"title": {"zh": value}, "list": [value]}, {})
    document = read_document(text.encode(), "draft.yaml")
    assert not document.findings
    assert document.data == {"title": {"zh": value}, "list": [value]}


def test_sections_and_comments() -> None:
    tree = {
        "id": "a",
        "windows": {"stop": {"start": "2021-11-21 18:00", "end": "tomorrow"}, "more": {"end": "x"}},
    }
    text = yaml_text(("head",), tree, {("id",): ["TODO check"], ("windows", "stop", "end"): ["TODO when?"]})  # type: ignore[arg-type]
    assert text == (
        "# head\n\n# TODO check\nid: a\n\n"
        "# ---- When 停机时段 -----------------------------------------------------------------------------------\n"
        "windows:\n  stop:\n    start: 2021-11-21 18:00\n    # TODO when?\n    end: tomorrow\n\n  more:\n    end: x\n"
    )
