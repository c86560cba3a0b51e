"""Follow-ups to the notice of Henan, all of them invented: the bureau made no such announcements."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from outageplan.notice.library import load
from outageplan.notice.model import Notice

HERE = Path(__file__).parent
ORIGINAL = HERE.parents[2] / "notices" / "henan-2021-11.yaml"
KINDS = sorted(path.stem.removeprefix("henan-2021-11-") for path in HERE.glob("*.yaml"))


def paths(kinds: Sequence[str]) -> list[Path]:
    """The notice and some of its follow-ups as files."""
    return [ORIGINAL, *(HERE / f"henan-2021-11-{kind}.yaml" for kind in kinds)]


def options(kinds: Sequence[str]) -> list[str]:
    """The notice and some of its follow-ups for a command line."""
    return [word for path in paths(kinds) for word in ("--notices", str(path))]


@cache
def henan(*kinds: str) -> Notice:
    """The notice as some of its follow-ups leave it."""
    library = load(*paths(kinds))
    assert library.findings == ()
    (notice,) = library.notices
    return notice


def copied(folder: Path, kinds: Sequence[str]) -> Path:
    """A folder with the notice and some of its follow-ups."""
    for path in paths(kinds):
        shutil.copy(path, folder)
    return folder
