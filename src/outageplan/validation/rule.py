"""What a rule is: one constant that says what it finds and why, with a bad and a good example, and one check.

A rule is a module anywhere below `validation/rules/`. It holds `RULE` and either

    check(subject, context)   looks at one file and yields problems
    check_shelf(shelf)        looks at all notices at once and yields problems with the file they belong to

Modules are found by discovery: adding a file adds the rule, its tests, its page and its row in the tables.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from outageplan.notice.document import Document
from outageplan.notice.finding import Finding, Severity, Span
from outageplan.notice.model import Notice
from outageplan.notice.order import misplaced
from outageplan.validation.summary import Summary
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.engine.deadlines import DueDate
    from outageplan.notice.amendment import Amendment
    from outageplan.notice.moments import Deadline

Path = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A notice in a few lines: a snippet laid over the base notice of `examples.py`, or a whole file as it is.

    `snippet` replaces the top-level keys that it has, `without` removes some. `raw` is the whole file instead. `others`
    are further files beside it, by name, each a snippet over the base notice. `stem` is the file's name without suffix
    (else that of its id).
    """

    snippet: str = ""
    without: tuple[str, ...] = ()
    raw: bytes | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    stem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that `validate` looks for; `code` and `name` are stable."""

    code: str
    name: str
    severity: Severity
    title: Text
    why: Text
    bad: Example
    good: Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a rule finds: a message that quotes the value and says what to write, and the key path it belongs to.

    With `at_key` the key itself is meant, not its value; a `span` says the place where there is no key.
    """

    message: Text
    path: Path = ()
    at_key: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a check may know beside the file: the moment of the check (aware, China time)."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One file under validation; `notice` is None where its shape is broken.

    `reported` are the findings that reading it gave, of which the rules of syntax and shape pass on their own.
    `due_dates` keeps what `validation/due_dates.py` has worked out, `results` what `once` has.
    """

    file: str
    content: bytes
    document: Document | None
    notice: Notice | None
    amendment: Amendment | None = None
    reported: tuple[Finding, ...] = ()
    due_dates: dict[Deadline, DueDate] = field(default_factory=dict, init=False, repr=False, compare=False)
    results: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def data(self) -> dict[str, Any]:
        """The file's data as read, `{}` where it is no mapping: all scalars are text."""
        data = self.document.data if self.document else None
        return data if isinstance(data, dict) else {}

    def once(self, work: Callable[[Notice], T], notice: Notice) -> T:
        """What some work gives for the subject's notice, done once for all the rules that ask."""
        if work not in self.results:
            self.results[work] = work(notice)
        found: T = self.results[work]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All readable notices and amendments at once, as summaries, in the order of the files.

    `amended` are those of `notices` that have amendments, as these leave them, by id.
    """

    summaries: tuple[Summary, ...]
    context: Context
    amended: Mapping[str, Summary] = field(default_factory=dict)

    @property
    def notices(self) -> tuple[Summary, ...]:
        """Those that are no amendments."""
        return tuple(one for one in self.summaries if one.amends is None)

    @property
    def amendments(self) -> tuple[Summary, ...]:
        """Those that amend another."""
        return tuple(one for one in self.summaries if one.amends is not None)

    def misplaced(self, code: str) -> Iterator[tuple[Summary, Problem]]:
        """The amendments that cannot be applied, for the rule of that code."""
        known: dict[str, Summary] = {}
        for summary in self.summaries:
            known.setdefault(summary.id, summary)
        for amendment in self.amendments:
            found = misplaced(amendment, known)
            if found and found.code == code:
                yield amendment, Problem(path=(found.key,), message=found.message)


FileCheck = Callable[[Subject, Context], Iterator[Problem]]
ShelfCheck = Callable[[Shelf], Iterator[tuple[Summary, Problem]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule with its check, of one of the two kinds."""

    rule: Rule
    on_file: FileCheck | None = field(default=None)
    on_shelf: ShelfCheck | None = field(default=None)


@functools.cache
def checks() -> tuple[Check, ...]:
    """Every rule there is, in the order of the codes. Raises `ValueError` when two share a code or name."""
    from outageplan.validation import rules

    found = [
        _check(info.name) for info in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.") if not info.ispkg
    ]
    found.sort(key=lambda check: check.rule.code)
    for key in ("code", "name"):
        seen = [getattr(check.rule, key) for check in found]
        if twice := sorted({one for one in seen if seen.count(one) > 1}):
            raise ValueError(f"rules share a {key}: {', '.join(twice)}")
    return tuple(found)


def rule_by_code(word: str) -> Rule | None:
    """The rule with that code or name."""
    return next((check.rule for check in checks() if word.upper() == check.rule.code or word == check.rule.name), None)


def passed_on(code: str) -> FileCheck:
    """A check that passes on what reading the file has found under `code`."""

    def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001 - the signature of all checks
        for finding in subject.reported:
            if finding.code == code:
                yield Problem(message=finding.message, span=finding.span, path=(finding.key,) if finding.key else ())

    return check


def _check(name: str) -> Check:
    module = importlib.import_module(name)
    check = Check(
        rule=module.RULE, on_file=getattr(module, "check", None), on_shelf=getattr(module, "check_shelf", None)
    )
    if (check.on_file is None) == (check.on_shelf is None):
        raise ValueError(f"{name} needs a check or a check_shelf")
    return check
