"""Many notice files: which ones there are, the notices in them, and which were left out and why."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from outageplan.errors import UnreadableError
from outageplan.notice.finding import Finding, Span
from outageplan.notice.model import Notice
from outageplan.notice.reading import Reading, read_notice_file
from outageplan.wording import Text

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Library:
    """Notices in the order of their ids, and the findings for every file that was left out."""

    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()

    def ids(self) -> list[str]:
        """The ids of the notices on file."""
        return [notice.id for notice in self.notices]


def load(*paths: str | Path) -> Library:
    """The notices in files and folders (with what lies below them), or without arguments those of the package.

    A file that cannot be read, or that repeats the id of another, is left out and told in `findings`.
    """
    notices: dict[str, tuple[Notice, str]] = {}
    findings: list[Finding] = []
    for reading in read_all(paths or [packaged_notices()]):
        findings += reading.findings
        if reading.amendment is not None:
            findings.append(_not_applied(reading))
        if reading.notice is None:
            continue
        first = notices.setdefault(reading.notice.id, (reading.notice, reading.file))
        if first[1] != reading.file:
            findings.append(_duplicate(reading.notice.id, reading.file, first[1]))
    return Library(tuple(notices[id][0] for id in sorted(notices)), tuple(findings))


def read_all(paths: Iterable[str | Path]) -> Iterator[Reading]:
    """Reads each notice file once, in order; one that cannot be opened becomes a finding."""
    for file in unique_files(paths):
        yield Reading(file.file, None, findings=(file,)) if isinstance(file, Finding) else _read(file)


def unique_files(paths: Iterable[str | Path]) -> Iterator[Path | Finding]:
    """The notice files in files and folders, each once; a folder that cannot be opened becomes a finding."""
    seen: set[str] = set()
    for path in paths:
        for file in notice_files(Path(path)):
            if isinstance(file, Finding):
                yield file
            elif (whole := _identity(file)) not in seen:
                seen.add(whole)
                yield file


def _identity(file: Path) -> str:
    """The same text for two ways to one file."""
    try:
        return os.path.realpath(file)
    except (OSError, ValueError):
        return str(file)


def notice_files(path: Path) -> Iterator[Path | Finding]:
    """A file itself, or the YAML files below a folder in order; hidden ones and links to folders are passed over."""
    if not _is_folder(path):
        yield path
        return
    problems: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=problems.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(folder, name)
    for problem in problems:
        reason = str(problem.strerror)
        yield _unreadable(str(problem.filename), Text(f"无法打开文件夹：{reason}", f"cannot open the folder: {reason}"))


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def packaged_notices() -> Path:
    """The folder of the notices that ship with the package, or of the checkout that it runs from."""
    package = Path(__file__).parents[1]
    inside = package / "notices"
    return inside if inside.is_dir() else package.parents[1] / "notices"


def _read(file: Path) -> Reading:
    try:
        return read_notice_file(file)
    except UnreadableError as error:
        return Reading(str(file), None, findings=(_unreadable(str(file), error.message),))


def _unreadable(file: str, message: Text) -> Finding:
    return Finding(code="OP015", rule="unreadable", message=message, file=file)


def _not_applied(reading: Reading) -> Finding:
    """An amendment that is on file and not taken into account is told, not passed over."""
    message = Text(
        "本版本尚不能把变更公告并入原公告；本文件未采用",
        "this version does not apply amendments yet; this file is left out",
    )
    span = reading.document.span_of(("amends",)) if reading.document else Span()
    return Finding(code="OP110", rule="not-applied", message=message, file=reading.file, span=span, key="amends")


def _duplicate(id: str, file: str, first: str) -> Finding:
    message = Text(
        f"编号 `{id}` 已用于 {first}；本文件未采用", f"the id `{id}` is already that of {first}; this file is left out"
    )
    return Finding(code="OP207", rule="duplicate-id", message=message, file=file, key="id")
