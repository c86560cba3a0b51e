"""The facts that a case does not tell and that would change its answer, each with what hangs on it.

A fact is named only where it was tried: some value of it gives other services, other guidance or other deadlines. What
was denied is not open: without a stay in hospital nobody asks when it began, and `none` answers for every patient fact.
The role is none of them: without one the answer is that of all roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from outageplan.engine.case import Case
from outageplan.engine.guidance import concerned
from outageplan.engine.open_fact import OpenFact
from outageplan.engine.open_places import Answering, open_places, open_scheme
from outageplan.engine.open_stay import open_stay, rows_of
from outageplan.notice.model import Notice


def open_facts(
    selected: Sequence[Notice], over: Sequence[Notice], possible: Sequence[Notice], case: Case, answer: Answering
) -> Iterator[OpenFact]:
    """The open facts of a case: place, scheme, patient, admission, discharge, visit, receipt.

    `selected` are the notices of the plan, `over` those left out whose deadlines may still run, `possible` those that
    would be in it for a case of another place; `answer` gives the answer to another case.
    """
    yield from open_places(possible, case, answer)
    yield from open_scheme(possible, case, answer)
    rows = [*rows_of(concerned(selected, case)), *rows_of(concerned(over, case), over=True)]
    yield from open_stay(rows, case)
