"""Editing and dropping what a draft has taken; the draft can be read after each step."""

from __future__ import annotations

import pytest

from outageplan.drafting import Draft, Item
from outageplan.drafting.review import dropped, edited, unsure_items
from outageplan.errors import OutageplanError
from outageplan.notice.model import Notice
from outageplan.notice.reading import read_notice
from tests.drafting.drafting_examples import STAGED, drafted


def read(draft: Draft) -> Notice:
    found = read_notice(draft.yaml.encode(), "draft.yaml").notice
    assert found is not None
    return found


def item(draft: Draft, kind: str, value: str) -> Item:
    return next(one for one in draft.items if one.kind == kind and value in one.value)


def test_what_is_unsure_was_inferred_or_could_not_be_told() -> None:
    draft = drafted(STAGED)
    assert {one.sure.value for one in unsure_items(draft)} == {"inferred"}
    assert "2023-12-05 08:30" in "".join(one.value for one in unsure_items(draft))


def test_an_edited_boundary_is_sure_and_its_comment_is_gone() -> None:
    draft = drafted(STAGED)
    old = item(draft, "boundary", "expected 2023-12-05 08:30")
    new = edited(draft, old, " 2023-12-06 08:00 ")
    assert str(read(new).windows[old.path[1]].end) == "2023-12-06 08:00"
    assert old.path not in new.comments
    decided = item(new, "boundary", "2023-12-06")
    assert decided.sure.value == "stated"
    assert decided.because
    assert decided.because.en == "set in the review"
    assert str(read(draft).windows[old.path[1]].end) == "expected 2023-12-05 08:30"


@pytest.mark.parametrize(
    ("kind", "value", "new", "found"),
    [
        ("service", "enrolment.registration", "信息查询", "[inquiry, reimbursement.manual]"),
        ("deadline", "2023-12-01 17:00", "2023-12-01 12:00", "deadline: 2023-12-01 12:00"),
        ("pool", "370700", "烟台", "pools: [370600]"),
        ("guidance", "prepay_full", "keep_receipts", "action: keep_receipts"),
        ("contact", "0000-8000001", "12393, 12345", "phones: [12393, 12345]"),
        ("published", "2023-11-24", "2023-11-25", "published: 2023-11-25"),
    ],
)
def test_an_edited_item(kind: str, value: str, new: str, found: str) -> None:
    draft = drafted(STAGED)
    changed = edited(draft, item(draft, kind, value), new)
    read(changed)
    assert found in changed.yaml
    assert found not in draft.yaml


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("boundary", "2023-12-01 18:00", "next week"),
        ("service", "enrolment.registration", "x"),
        ("contact", "0000", "call me"),
    ],
)
def test_what_the_format_does_not_know_is_refused(kind: str, value: str, wrong: str) -> None:
    draft = drafted(STAGED)
    with pytest.raises(OutageplanError):
        edited(draft, item(draft, kind, value), wrong)


def test_every_item_can_be_dropped() -> None:
    draft = drafted(STAGED)
    kinds = ("boundary", "service", "unaffected", "deadline", "guidance", "contact", "pool", "issuer", "published")
    for one in draft.items:
        if one.kind in kinds:
            assert one not in dropped(draft, one).items
            read(dropped(draft, one))


def test_a_dropped_boundary_is_open_and_taken_from_no_words() -> None:
    draft = drafted(STAGED)
    old = item(draft, "boundary", "expected 2023-12-05 08:30")
    new = dropped(draft, old)
    assert str(read(new).windows[old.path[1]].end) == "to be announced"
    assert old.path not in [one.path for one in new.items]


def test_dropping_everything_leaves_a_draft() -> None:
    draft = drafted(STAGED)
    for one in draft.items:
        if one in draft.items and one.kind != "title":
            draft = dropped(draft, one)
    assert not read(draft).effects
    assert [str(window.start) for window in read(draft).windows.values()] == ["to be announced"] * 2
