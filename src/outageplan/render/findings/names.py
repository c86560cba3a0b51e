"""File names and addresses as other programs want them, and characters made harmless one by one."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

from outageplan.render.plain import plain

_UNSURE = re.compile("[^ -~]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ABSOLUTE_URL = re.compile("https?://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def harmless(text: str) -> str:
    """`text` with hidden characters shown as escapes and everything else, blanks too, as it is."""
    return _UNSURE.sub(lambda found: shown(found[0]), text)


@lru_cache(maxsize=8192)
def shown(char: str) -> str:
    """One character as `harmless` shows it."""
    if char in "\t\r\n":
        return f"\\x{ord(char):02x}"
    return " " if char == " " else plain(char)


def repository_path(file: str) -> str:
    """A file's name as review tools compare it: without a leading `./`, without what UTF-8 cannot hold."""
    return _SURROGATE.sub("\ufffd", _tidy(file))


def is_absolute(file: str) -> bool:
    """Whether a name starts at the root of a file system."""
    return file.startswith("/") or _DRIVE.match(file) is not None


def file_uri(file: str) -> str:
    """A name as a URI: relative where it is relative; bytes that are no UTF-8 keep their values."""
    if _DRIVE.match(file):
        drive, rest = file[:2], file[2:].replace("\\", "/")
        return f"file:///{drive}{_quoted(posixpath.normpath(rest))}"
    path = _quoted(_tidy(file))
    return f"file:///{path.lstrip('/')}" if file.startswith("/") else path


def is_url(link: str) -> bool:
    """Whether a link works from anywhere."""
    return _ABSOLUTE_URL.match(link) is not None


def _tidy(file: str) -> str:
    while file.startswith("./"):
        file = file[2:].lstrip("/")
    return file or "."


def _quoted(path: str) -> str:
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = _SURROGATE.sub("\ufffd", path).encode()
    return quote(raw, safe="/")
