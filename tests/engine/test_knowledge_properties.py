"""What must hold for any notice with any amendments: nothing leaks from the future, and files have no order."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from outageplan.engine.case import Case
from outageplan.engine.history import history
from outageplan.engine.knowledge import known_at
from outageplan.engine.plan import Plan, make_plan
from outageplan.notice.library import Library
from outageplan.notice.moments import parse_moment
from outageplan.render.check_json import check_json
from outageplan.render.check_outline import check_outline
from outageplan.render.history_json import history_json

from ..laws import tried
from .amending import EPOCH, UNSCHEDULED, Files, Json, loaded, shelves

many = tried()
some = tried()
instants = st.integers(-20 * 24 * 60, 30 * 24 * 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes))
orders = st.permutations(["a", "b", "c", "d", "e"])


def plan(library: Library, at: datetime, known: datetime | None = None) -> Plan:
    return make_plan(library.notices, Case(at=at, known_at=known), include_over=True)


def everything(found: Plan) -> tuple[object, ...]:
    """All that a plan tells, part by part, and as it is printed."""
    return (
        [(line.service.id, line.state, line.until, line.effect, line.because) for line in found.services],
        found.guidance,
        found.deadlines,
        check_json(found).encode(),
        check_outline(found, "zh", why=True),
    )


def earlier(files: Files, moment: datetime) -> Files:
    """The files that were published by a moment; one without a date counts as published."""

    def when(data: Json) -> datetime | None:
        return parse_moment(data["published"]).as_start() if "published" in data else None

    return {id: data for id, data in files.items() if (found := when(data)) is None or found <= moment}


@st.composite
def boundaries(draw: st.DrawFn, files: Files) -> datetime:
    """A moment of knowledge: any, or a minute before, at or after one of the publications."""
    dates = [parse_moment(data["published"]).as_start() for data in files.values() if "published" in data]
    near = st.sampled_from(dates or [EPOCH]).flatmap(
        lambda moment: st.sampled_from([-1, 0, 1]).map(lambda minutes: moment + timedelta(minutes=minutes))
    )
    return draw(near | instants)


@many
@given(shelves(), instants, st.data())
def test_what_was_published_later_does_not_exist(files: Files, at: datetime, data: st.DataObject) -> None:
    known = data.draw(boundaries(files))
    then = earlier(files, known)
    event(f"{len(files) - len(then)} files to come")
    library = loaded(then)
    told = everything(plan(loaded(files), at, known))
    assert told == everything(plan(library, at, known))
    assert told[:3] == everything(plan(library, at))[:3]


@many
@given(shelves(), st.data())
def test_a_history_knows_nothing_of_what_comes(files: Files, data: st.DataObject) -> None:
    known = data.draw(boundaries(files))

    def told(library: Library) -> list[str]:
        found = (known_at(one, known) for one in library.notices)
        return [history_json(history(one, known)) for one in found if one]

    assert told(loaded(files)) == told(loaded(earlier(files, known)))


@some
@given(shelves(), instants, orders, orders)
def test_the_order_of_the_files_does_not_matter(files: Files, at: datetime, one: list[str], other: list[str]) -> None:
    first, second = loaded(files, one[: len(files)]), loaded(files, other[: len(files)])
    assert everything(plan(first, at)) == everything(plan(second, at))
    assert sorted((x.code, x.message["en"]) for x in first.findings) == sorted(
        (x.code, x.message["en"]) for x in second.findings
    )


def bare(found: Plan) -> Any:
    """A plan without reasons, clauses and the list of amendments."""

    def less(node: Any) -> Any:
        if isinstance(node, list):
            return [less(one) for one in node]
        if isinstance(node, dict):
            return {key: less(value) for key, value in node.items() if key not in ("because", "clause", "amendments")}
        return node

    return less(json.loads(check_json(found)))


@many
@given(shelves(), instants)
def test_an_amendment_that_restates_what_stands_changes_reasons_alone(files: Files, at: datetime) -> None:
    notice = files["n"]
    restated: Json = {
        "format": "outageplan/1",
        "id": "z",
        "amends": "n",
        "published": "2022-01-01",
        **{key: notice[key] for key in ("windows", "effects", "guidance")},
    }
    before, after = loaded({"n": notice}), loaded({"n": notice, "z": restated})
    (changed,) = after.notices
    assert [change.amendment.id for change in changed.changes] == ["z"]
    assert bare(plan(before, at)) == bare(plan(after, at))
    last = history(changed).versions[-1]
    assert (last.changes, last.moved) == ((), ())


def shifted(value: Any, weeks: int) -> Any:
    """Data with every date in its texts moved by whole weeks, so that weekdays stay."""
    if isinstance(value, dict):
        return {key: shifted(below, weeks) for key, below in value.items()}
    if isinstance(value, list):
        return [shifted(below, weeks) for below in value]
    if not isinstance(value, str):
        return value
    by = timedelta(weeks=weeks)
    return re.sub(r"\d{4}-\d\d-\d\d", lambda found: (date.fromisoformat(found[0]) + by).isoformat(), value)


@many
@given(shelves(UNSCHEDULED), instants, st.none() | instants, st.integers(-200, 200).filter(bool))
def test_shifting_all_moments_shifts_the_whole_answer(
    files: Files, at: datetime, known: datetime | None, weeks: int
) -> None:
    by = timedelta(weeks=weeks)
    here = check_json(plan(loaded(files), at, known))
    there = check_json(plan(loaded(shifted(files, weeks)), at + by, known + by if known else None))
    assert json.loads(there) == shifted(json.loads(here), weeks)
