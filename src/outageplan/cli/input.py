"""Which notices a command works on, and what time it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from outageplan.notice.library import Library, load
from outageplan.notice.moments import CHINA
from outageplan.wording import Lang


def notice_paths(asked: Sequence[str] | None) -> list[str]:
    """The paths asked for, else those of `OUTAGEPLAN_NOTICES`, else `./notices` where it exists; else none."""
    if asked:
        return list(asked)
    if variable := os.environ.get("OUTAGEPLAN_NOTICES"):
        return [path for path in variable.split(os.pathsep) if path]
    return ["notices"] if Path("notices").is_dir() else []


def notice_library(asked: Sequence[str] | None) -> Library:
    """The notices that a command works on; without any path those of the package."""
    return load(*notice_paths(asked))


def told_library(asked: Sequence[str] | None, lang: Lang) -> Library:
    """The notices that a command works on; what is wrong with files that are left out is told."""
    from outageplan.cli.output import complain
    from outageplan.render.findings_text import left_out_lines

    library = notice_library(asked)
    complain(*left_out_lines(library.findings, lang))
    return library


def now() -> datetime:
    """This minute, in China time."""
    return datetime.now(CHINA).replace(second=0, microsecond=0)
