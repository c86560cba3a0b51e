"""Answers about the notices that ship with the package, for the tests of how they are printed."""

from __future__ import annotations

import functools
import itertools

import outageplan
from outageplan.engine.plan import Plan
from outageplan.notice.library import Library
from outageplan.render.check_outline import check_outline
from outageplan.render.outline import Outline
from outageplan.render.outline_text import outline_lines
from outageplan.wording import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
# before everything, in each notice, after an expected end, while one is presumed kept, and after everything
MOMENTS = (
    "2021-06-01 12:00",
    "2021-11-22 09:00",
    "2021-12-01 09:00",
    "2023-12-03 23:59",
    "2024-06-07 22:30",
    "2025-05-31 03:30",
    "2030-01-01 00:00",
)
CASES: tuple[dict[str, str], ...] = (
    {},
    {"insured_at": "419900", "treated_at": "410100", "role": "insured"},
    {"insured_at": "370700", "role": "pharmacy"},
    {"treated_at": "110000", "role": "hospital"},
)


@functools.cache
def library() -> Library:
    """The notices of the package."""
    return outageplan.load()


@functools.cache
def plans() -> tuple[Plan, ...]:
    """Plans at every moment and for every case, and at every moment of all notices, over or not."""
    asked = [(at, case, False) for at, case in itertools.product(MOMENTS, CASES)]
    asked += [(at, {}, True) for at in MOMENTS]
    return tuple(outageplan.plan(library().notices, at=at, include_over=over, **case) for at, case, over in asked)


@functools.cache
def outlines(lang: Lang, *, why: bool = False) -> tuple[Outline, ...]:
    """What is printed of the plans, before it is wrapped."""
    return tuple(check_outline(plan, lang, why=why) for plan in plans())


def printed(plan: Plan, lang: Lang, width: int | None = None, *, why: bool = False) -> list[str]:
    """The lines of a plan as a pipe gets them, or a terminal of that width."""
    return [line.plain for line in outline_lines(check_outline(plan, lang, why=why), width)]
