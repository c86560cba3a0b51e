"""One notice file: from bytes to the model, or to everything that is wrong with it."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from outageplan.errors import UnreadableError
from outageplan.notice.document import MAX_BYTES, Document, read_document, report_full_width_colon
from outageplan.notice.finding import Finding
from outageplan.notice.model import Notice
from outageplan.notice.references import report_references
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.amendment import Amendment
    from outageplan.notice.site import Site

SITE = "outageplan-site/"  # what the format of a site file begins with
_ROOM = 64 * 1024  # few files are longer; room for `MAX_BYTES` takes longer to get than they take to read


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: the notice, or None and the findings that say why, in the order of the file.

    An amendment is no notice: it stands in `amendment`; nor is a site, which stands in `site`. `document` has the
    places of keys and values; it is None where there was no file to read.
    """

    file: str
    notice: Notice | None
    amendment: Amendment | None = None
    findings: tuple[Finding, ...] = ()
    document: Document | None = None
    site: Site | None = None

    @property
    def about_site(self) -> bool:
        """Whether the file says that it is a site file, sound or not."""
        data = self.document.data if self.document else None
        return isinstance(data, dict) and str(data.get("format", "")).startswith(SITE)

    @property
    def id(self) -> str | None:
        """The id of the notice or amendment, if the file is one."""
        announced = self.notice or self.amendment
        return announced.id if announced else None


def read_notice(content: bytes, file: str, *, places: bool = False) -> Reading:
    """Reads a notice from the bytes of a file. Never raises; `file` is the name that findings carry.

    `places` are for a reader who will ask where things stand.
    """
    document = read_document(content, file, places=places)
    notice, amendment = None, None
    if nothing_in(document, content):
        return finished(document)
    if isinstance(document.data, dict) and str(document.data.get("format", "")).startswith(SITE):
        from outageplan.notice.site import site_in  # rare, and built on this module

        return site_in(document, content)
    try:
        if isinstance(document.data, dict) and "amends" in document.data:
            from outageplan.notice.amendment import Amendment, readable  # rare, and it takes time to build

            amendment = Amendment.model_validate(readable(document.data))
        else:
            notice = Notice.model_validate(document.data)
    except ValidationError as error:
        from outageplan.notice.problems import report_problems  # only files with problems pay for it

        report_problems(document, error)
    report_references(document)
    return finished(document, notice, amendment)


def nothing_in(document: Document, content: bytes) -> bool:
    """Whether a document holds nothing whose shape can be judged; where that has no finding yet, one is added."""
    if isinstance(document.data, str) and "：" in document.data:
        report_full_width_colon(document, content)
        return True
    if any(finding.rule == "alias" for finding in document.findings):
        return True  # what the alias stands for is not read, so nothing can be said of its shape
    if document.data in (None, ""):
        if not document.findings:
            document.report("OP003", "syntax", Text("文件是空的", "the file is empty"), document.span_of(()))
        return True
    return False


def finished(
    document: Document, notice: Notice | None = None, amendment: Amendment | None = None, site: Site | None = None
) -> Reading:
    """What came of a document: what is in it, or its findings in the order of the file."""
    if document.findings:
        order = sorted(document.findings, key=lambda finding: (finding.span, finding.code))
        return Reading(document.file, None, findings=tuple(dict.fromkeys(order)), document=document)
    return Reading(document.file, notice, amendment, document=document, site=site)


def read_notice_file(path: Path) -> Reading:
    """Reads a notice file. Raises `UnreadableError` where there is no regular file that can be read."""
    return read_notice(file_content(path), str(path))


def file_content(path: Path) -> bytes:
    """The bytes of a regular file, one more than `MAX_BYTES` at the most. Raises `UnreadableError`.

    A pipe, socket or device is refused without being opened for reading, so that nothing waits on it.
    """
    try:
        _require_regular(path)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            content = stream.read(_ROOM)
            return content if len(content) < _ROOM else content + stream.read(MAX_BYTES + 1 - _ROOM)
    except (OSError, ValueError) as error:
        reason = _reason(path, error)
        raise UnreadableError(Text(f"无法读取 {path}：{reason['zh']}", f"cannot read {path}: {reason['en']}")) from None


def _require_regular(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file")


def _reason(path: Path, error: OSError | ValueError) -> Text:
    match error:
        case FileNotFoundError() if path.is_symlink():
            return Text("链接指向的文件不存在", "it is a link that leads nowhere")
        case OSError(errno=errno.ELOOP):
            return Text("链接绕成了圈", "it is a link that leads back to itself")
        case FileNotFoundError() | NotADirectoryError():
            return Text("没有这个文件", "there is no such file")
        case PermissionError():
            return Text("没有读取权限", "no permission to read it")
        case IsADirectoryError():
            return Text("这是文件夹", "it is a folder")
        case OSError(errno=errno.EINVAL):
            return Text("不是普通文件", "it is not a regular file")
        case _:
            return Text(str(error), str(error))
