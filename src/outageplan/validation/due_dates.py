"""When the deadlines of a notice fall: worked out once for all the rules that ask."""

from __future__ import annotations

from outageplan.engine.deadlines import DueDate, due_date
from outageplan.notice.model import Notice
from outageplan.notice.moments import Deadline
from outageplan.validation.rule import Subject


def due_in(subject: Subject, notice: Notice, phrase: Deadline) -> DueDate:
    """When a deadline of the subject's notice falls."""
    found = subject.due_dates.get(phrase)
    if found is None:
        found = subject.due_dates[phrase] = due_date(phrase, notice)
    return found
