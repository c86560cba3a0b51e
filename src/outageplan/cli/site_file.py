"""The site and profile files that commands are given: read, or told with every problem; and what a site asks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from outageplan.wording import Lang

if TYPE_CHECKING:
    from outageplan.engine.case import Case
    from outageplan.notice.finding import Finding
    from outageplan.notice.site import Site


def site_from(file: str, lang: Lang) -> Site:
    """The site in a file. Raises `UnreadableError`; where the file is not sound, tells why and exits with 3."""
    from outageplan.notice.site import read_site_file

    reading = read_site_file(Path(file))
    if reading.site is None:
        raise _told(reading.findings, lang)
    return reading.site


def site_files(given: Sequence[str] | None) -> list[str]:
    """The site files asked for, else the one of `OUTAGEPLAN_SITE`."""
    named = os.environ.get("OUTAGEPLAN_SITE")
    return list(given or ([named] if named else []))


def site_cases(case: Case, file: str | None, lang: Lang) -> tuple[tuple[Case, ...], Site | None]:
    """The cases to ask about: those of the site in a file, else the one alone. Raises and exits as `site_from` does."""
    if file is None:
        return (case,), None
    from outageplan.engine.site_cases import cases_at

    site = site_from(file, lang)
    return cases_at(site, case), site


def profile_from(file: str, lang: Lang) -> tuple[Fraction, ...]:
    """The 24 weights in a file, which sum to 1. Raises and exits as `site_from` does."""
    from outageplan.notice.profile import read_profile_file

    reading = read_profile_file(Path(file))
    if reading.weights is None:
        raise _told(reading.findings, lang)
    return reading.weights


def _told(findings: Sequence[Finding], lang: Lang) -> typer.Exit:
    from outageplan.cli.output import complain
    from outageplan.render.findings_text import finding_line

    complain(*(finding_line(finding, lang) for finding in findings))
    return typer.Exit(3)
