"""The site and profile files that commands are given: read, or told with every problem."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from outageplan.wording import Lang

if TYPE_CHECKING:
    from outageplan.notice.finding import Finding
    from outageplan.notice.site import Site


def site_from(file: str, lang: Lang) -> Site:
    """The site in a file. Raises `UnreadableError`; where the file is not sound, tells why and exits with 3."""
    from outageplan.notice.site import read_site_file

    reading = read_site_file(Path(file))
    if reading.site is None:
        raise _told(reading.findings, lang)
    return reading.site


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
