"""Whether the other end of a case, or the scheme, is open: tried on the answer, with the pools of the notices on file.

Pools that no notice names are alike: one of them stands for all that lie as near to the end that is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from outageplan.catalog.pools import NATION, pools, province_of
from outageplan.catalog.services import services
from outageplan.engine.answers import Answer, GuidanceKey
from outageplan.engine.case import Case
from outageplan.engine.open_fact import OpenFact, guidance_ids
from outageplan.engine.places import reach
from outageplan.notice.model import Guidance, Notice, Scheme
from outageplan.wording import Text, joined

Answering = Callable[[Case], Answer]
_MOST_POOLS = 24  # pools of notices that are tried
_MOST_NAMES = 3  # names told in one line
_ENDS = {
    "insured_at": ("--insured-at", Text("参保地", "where the patient is insured")),
    "treated_at": ("--treated-at", Text("就医地", "where care is received")),
}
_ONE_OF = {
    "insured_at": ("参保地是否为", "whether the patient is insured in"),
    "treated_at": ("就医地是否为", "whether care is received in"),
}


def open_places(notices: Sequence[Notice], case: Case, answer: Answering) -> Iterator[OpenFact]:
    """The ends that were not given, where a pool there gives another answer; `notices` are those that may speak."""
    named = list(dict.fromkeys(code for notice in notices for code in _pools_of(notice)))
    base = answer(case) if named else None
    for key in _ENDS if base else ():
        if getattr(case, key) is None and _may_matter(key, notices, case):
            assert base is not None, "there are pools"
            yield from _end(key, named, case, answer, base)


def _end(key: str, named: Sequence[str], case: Case, answer: Answering, base: Answer) -> Iterator[OpenFact]:
    option, asks = _ENDS[key]
    for code in _anywhere(named, case):
        changed = _changed(base, answer(_with_end(case, key, code)))
        if any(changed):
            yield _open(key, option, asks, (), *changed)
            return
    tried = {code: _changed(base, answer(_with_end(case, key, code))) for code in named[:_MOST_POOLS]}
    found = {code: changed for code, changed in tried.items() if any(changed)}
    if found:
        names = _listed(
            [Text(f"{pools()[one].name['zh']}（{one}）", f"{pools()[one].name['en']} ({one})") for one in found]
        )
        zh, en = _ONE_OF[key]
        lines = {id for services_there, _ in found.values() for id in services_there}
        guided = {one for _, guidance_there in found.values() for one in guidance_there}
        yield _open(key, option, Text(f"{zh}{names['zh']}", f"{en} {names['en']}"), tuple(found), lines, guided)


def _with_end(case: Case, key: str, code: str) -> Case:
    return replace(case, insured_at=code) if key == "insured_at" else replace(case, treated_at=code)


def _pool_name(code: str) -> Text:
    name = pools()[code].name
    return Text(f"{name['zh']}（{code}）", f"{name['en']} ({code})")


def _open(
    fact: str, option: str, asks: Text, values: tuple[str, ...], lines: set[str], guided: set[GuidanceKey]
) -> OpenFact:
    ordered = tuple(leaf.id for leaf in services().leaves if leaf.id in lines)
    return OpenFact(fact=fact, option=option, asks=asks, values=values, services=ordered, guidance=guidance_ids(guided))


def _changed(base: Answer, there: Answer) -> tuple[set[str], set[GuidanceKey]]:
    return base.services_unlike(there), base.guidance_unlike(there)


def _pools_of(notice: Notice) -> Iterator[str]:
    yield from notice.pools
    for entry in notice.effects.values():
        yield from entry.pools


def _anywhere(named: Sequence[str], case: Case) -> Iterator[str]:
    """Pools that stand for all that no notice names: the given end itself, its province, the rest of the country."""
    provinces = {province_of(code) for code in named}
    if case.home:
        near = province_of(case.home)
        yield from dict.fromkeys((case.home, near))
        yield from _unnamed(lambda province: province == near, named, case.home)
        provinces.add(near)
    yield from _unnamed(lambda province: province not in provinces, named)
    yield NATION


def _unnamed(wanted: Callable[[str], bool], named: Sequence[str], *others: str) -> Iterator[str]:
    """The first city of a province that is wanted, other than these."""
    cities = (code for code, one in pools().items() if one.kind == "prefecture" and wanted(province_of(code)))
    found = next((code for code in cities if code not in named and code not in others), None)
    if found:
        yield found


def _may_matter(key: str, notices: Sequence[Notice], case: Case) -> bool:
    """Whether an end can matter at all: that of insurance always, the other where a service or guidance asks for it."""
    if key == "insured_at" or not case.services or not case.placed:
        return True
    asked = [leaf for id in case.services for leaf in services().leaves_of(id)]
    if any(key in leaf.needs for leaf in asked):
        return True
    return any(_has_sides(guidance) for notice in notices for guidance in notice.guidance.values())


def _has_sides(guidance: Guidance) -> bool:
    return guidance.when.insured is not None or guidance.when.treated is not None


def open_scheme(notices: Sequence[Notice], case: Case, answer: Answering) -> Iterator[OpenFact]:
    """The scheme, where a notice says something of one only and that changes the answer."""
    if case.scheme or not any(_tells_schemes_apart(notice, case) for notice in notices):
        return
    base, schemes = answer(case), get_args(Scheme)
    tried = {scheme: _changed(base, answer(replace(case, scheme=scheme))) for scheme in schemes}
    found = {scheme: changed for scheme, changed in tried.items() if any(changed)}
    if found:
        lines = {id for services_there, _ in found.values() for id in services_there}
        guided = {one for _, guidance_there in found.values() for one in guidance_there}
        names = _listed([service.name for service in services().summed_up(lines)])
        about = Text(f"（{names['zh']}）", f", for {names['en']}") if lines else Text("", "")
        asks = Text(
            f"险种是职工医保还是城乡居民医保{about['zh']}",
            f"whether the scheme is the employees' or the residents'{about['en']}",
        )
        yield _open("scheme", "--scheme", asks, tuple(found), lines, guided)


def _tells_schemes_apart(notice: Notice, case: Case) -> bool:
    """Whether a notice says something of one scheme only, of a service at the places of the case."""
    narrowed = [entry for entry in notice.effects.values() if entry.schemes]
    return any(
        reach(leaf, entry.pools or notice.pools, case) is not None
        for entry in narrowed
        for id in entry.services
        for leaf in services().leaves_of(id)
    )


def _listed(names: list[Text]) -> Text:
    """The first names of a list, and how many more there are."""
    shown, left = joined(names[:_MOST_NAMES], en="; "), len(names) - _MOST_NAMES
    return Text(f"{shown['zh']}等 {len(names)} 项", f"{shown['en']} and {left} more") if left > 0 else shown
