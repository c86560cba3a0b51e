"""Where results go: standard output or a file, whole or not at all; everything else to standard error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from outageplan.errors import ReaderGoneError, UsageError
from outageplan.render.plain import plain
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.render.outline_text import Line


_NARROWEST = 20
_UNKNOWN = 80  # what to take where a terminal does not know its width


def prepare_streams() -> None:
    """A stream whose encoding lacks a character prints a replacement for it instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def terminal_width() -> int | None:
    """The width to wrap to: that of the terminal or of `COLUMNS`; None in a pipe, where nothing is wrapped."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and len(asked) < 6 and int(asked) > 0:
        return max(_NARROWEST, int(asked))
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return max(_NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns or _UNKNOWN)
    return None


def can_write(text: str) -> bool:
    """Whether standard output has all the characters of a text in its encoding."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@contextlib.contextmanager
def answering() -> Iterator[TextIO]:
    """Standard output for a result.

    Raises `ReaderGoneError` when its reader has left, `UsageError` when it is closed or full.
    """
    if sys.stdout is None:
        raise UsageError(Text("标准输出已关闭", "standard output is closed"))
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _discard()
        raise ReaderGoneError from None
    except OSError as error:
        _discard()
        reason = error.strerror or str(error)
        raise UsageError(Text(f"无法写到标准输出：{reason}", f"cannot write to standard output: {reason}")) from None


def _discard() -> None:
    """What is still in the buffer goes nowhere, instead of failing once more at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_lines(lines: Iterable[Line]) -> None:
    """Prints lines as they are, without wrapping or cutting anywhere: in colour on a terminal, unless `NO_COLOR`."""
    dumb = os.environ.get("TERM") in ("dumb", "unknown")
    with answering() as stream:
        if dumb or not (stream.isatty() or os.environ.get("FORCE_COLOR")):
            stream.write("".join(f"{line.plain}\n" for line in lines))
            return
        hidden = _COLOURS if os.environ.get("NO_COLOR") else frozenset()
        stream.write("".join(f"{_styled(*line[::2], hidden)}{_styled(*line[1::2], hidden)}\n" for line in lines))


_CODES = {"bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33"}
_COLOURS = frozenset({"red", "green", "yellow"})


def _styled(text: str, style: str, hidden: frozenset[str]) -> str:
    """A text between the escapes of its style: by hand, as rich's console takes 10 ms to be imported."""
    codes = [_CODES[word] for word in dict.fromkeys(style.split()) if word not in hidden]
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if text and codes else text


def write_result(content: str | bytes, file: str | None) -> None:
    """Writes a finished text to standard output, or to a file in one step; bytes go out as they are."""
    if file is not None:
        write_whole(Path(file), content)
        return
    with answering() as stream:
        if isinstance(content, str):
            stream.write(content)
        else:
            stream.buffer.write(content)
            stream.buffer.flush()


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all, text in UTF-8. Raises `UsageError` where it cannot be written.

    A file that is there keeps its permissions; a link is followed.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    try:
        _refuse_special(path, target)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        Path(name).unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Makes a folder, with those above it, where it is not there. Raises `UsageError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(Text(f"无法建立文件夹 {path}：{reason}", f"cannot make the folder {path}: {reason}")) from None


def _refuse_special(path: Path, target: Path) -> None:
    if target.exists() and not target.is_file():
        raise UsageError(Text(f"无法写入 {path}：不是普通文件", f"cannot write {path}: it is not a regular file"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> UsageError:
    reason = error.strerror or str(error)
    return UsageError(Text(f"无法写入 {path}：{reason}", f"cannot write {path}: {reason}"))


def complain(*lines: str) -> None:
    """Prints lines to standard error, made harmless."""
    if sys.stderr is None:
        return  # closed: an answer must not be mixed with complaints
    with contextlib.suppress(OSError):
        for line in lines:
            print(plain(line), file=sys.stderr)  # noqa: T201 - this is where the program speaks
