"""The questions that a site file stands for: one for each pool that it serves, one for its patients from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from outageplan.catalog.services import services
from outageplan.engine.case import Case
from outageplan.engine.places import is_offsite
from outageplan.notice.site import Site

_OFFSITE = "settlement.offsite"
_PROVIDERS = ("pharmacy", "hospital")  # where people are treated: their own insured people are treated here


def cases_at(site: Site, case: Case) -> tuple[Case, ...]:
    """The cases of a site, with the moment, services and notices of `case`; its own places and role come first.

    A pharmacy or hospital serves the people of its pools who are treated there, and off-site patients, for whom it is a
    place of each of its pools; a counter, an employer or a tax office serves its people wherever they are treated.
    """
    asked = replace(case, role=case.role or site.role)
    if asked.placed:
        return (asked,)
    return (*_of_pools(site, asked), *_of_visitors(site, asked))


def _of_pools(site: Site, case: Case) -> Iterator[Case]:
    for pool in site.pools:
        yield replace(case, insured_at=pool, treated_at=pool if case.role in _PROVIDERS else None)


def _of_visitors(site: Site, case: Case) -> Iterator[Case]:
    """Off-site settlement for people insured anywhere; nothing where other services were asked for."""
    if case.role not in (*_PROVIDERS, "agency"):
        return
    leaves = (leaf for id in case.services for leaf in services().leaves_of(id))
    offsite = tuple(dict.fromkeys(leaf.id for leaf in leaves if is_offsite(leaf)))
    if offsite or not case.services:
        for place in dict.fromkeys((*site.pools, site.place)):
            yield replace(case, treated_at=place, services=offsite or (_OFFSITE,))
