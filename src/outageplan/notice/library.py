"""Many notice files: which ones there are, the notices in them, and which were left out and why."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from outageplan.errors import UnreadableError
from outageplan.notice.finding import Finding, Span
from outageplan.notice.model import Notice
from outageplan.notice.reading import Reading, read_notice_file
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.order import Misplaced

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

    Amendments are applied to their notices. A file that cannot be read, that repeats the id of another, or that amends
    what is not there is left out and told in `findings`; a site file is no notice and is passed over.
    """
    notices: dict[str, Reading] = {}
    amendments: dict[str, Reading] = {}
    findings: list[Finding] = []
    for reading in read_all(paths or [packaged_notices()]):
        if reading.about_site:
            continue
        findings += reading.findings
        id = reading.id
        if id is None:
            continue
        first = notices.get(id) or amendments.get(id)
        if first is not None:
            findings.append(_duplicate(id, reading.file, first.file))
        elif reading.notice is not None:
            notices[id] = Reading(reading.file, reading.notice)  # without its text, as there may be thousands
        else:
            amendments[id] = reading
    standing = {id: reading.notice for id, reading in notices.items() if reading.notice is not None}
    if amendments:
        findings += _amend(standing, notices, amendments)
    return Library(tuple(standing[id] for id in sorted(standing)), tuple(findings))


def _amend(standing: dict[str, Notice], notices: dict[str, Reading], amendments: dict[str, Reading]) -> list[Finding]:
    """Applies the amendments to the notices in place, and returns what is wrong with those that are left out."""
    from outageplan.notice.amending import amended  # rare, and its models take time to build
    from outageplan.notice.order import misplaced

    findings: list[Finding] = []
    grouped: dict[str, list[Reading]] = {}
    known = {id: _Announced(reading) for id, reading in (notices | amendments).items()}
    for id, reading in amendments.items():
        if found := misplaced(known[id], known):
            findings.append(_left_out(reading, found))
        else:
            grouped.setdefault(known[id].amends or "", []).append(reading)
    for id, readings in grouped.items():
        document = _read(Path(notices[id].file)).document  # again, for the data: few notices are amended
        if document is None or not isinstance(document.data, dict):
            findings.append(
                _unreadable(notices[id].file, Text("读取时文件有变动", "the file changed while it was read"))
            )
            continue
        after = amended(standing[id], document.data, readings)
        standing[id] = after.notice
        findings += after.findings
    return findings


def read_all(paths: Iterable[str | Path]) -> Iterator[Reading]:
    """Reads each notice file once, in order; one that cannot be opened becomes a finding."""
    for file in unique_files(paths):
        yield Reading(file.file, None, findings=(file,)) if isinstance(file, Finding) else _read(file)


def unique_files(paths: Iterable[str | Path]) -> Iterator[Path | Finding]:
    """The notice files in files and folders, each once; a folder that cannot be opened becomes a finding."""
    seen: set[str] = set()
    folders: dict[str, str] = {}
    for path in paths:
        for file in notice_files(Path(path)):
            if isinstance(file, Finding):
                yield file
            elif (whole := _identity(file, folders)) not in seen:
                seen.add(whole)
                yield file


def _identity(file: Path, folders: dict[str, str]) -> str:
    """The same text for two ways to one file; `folders` keeps where those that were met really are."""
    folder, name = os.path.split(file)
    try:
        if name in ("", os.curdir, os.pardir) or file.is_symlink():
            return os.path.realpath(file)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder).rstrip(os.sep)
        return f"{folders[folder]}{os.sep}{name}"
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


@dataclass(frozen=True, slots=True)
class _Announced:
    """A reading as the order of publication sees it."""

    reading: Reading

    @property
    def id(self) -> str:
        return self.reading.id or ""

    @property
    def amends(self) -> str | None:
        return self.reading.amendment.amends if self.reading.amendment else None

    @property
    def published(self) -> datetime | None:
        announced = self.reading.amendment or self.reading.notice
        return announced.published.as_start() if announced and announced.published else None


def _left_out(reading: Reading, found: Misplaced) -> Finding:
    """An amendment that is on file and cannot be applied is told, not passed over."""
    span = reading.document.span_of((found.key,)) if reading.document else Span()
    message = Text(f"{found.message['zh']}；本文件未采用", f"{found.message['en']}; this file is left out")
    return Finding(code=found.code, rule=found.rule, message=message, file=reading.file, span=span, key=found.key)


def _duplicate(id: str, file: str, first: str) -> Finding:
    message = Text(
        f"编号 `{id}` 已用于 {first}；本文件未采用", f"the id `{id}` is already that of {first}; this file is left out"
    )
    return Finding(code="OP207", rule="duplicate-id", message=message, file=file, key="id")
