"""Where results go: standard output or a file, whole or not at all; everything else to standard error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from outageplan.errors import UsageError
from outageplan.render.plain import plain
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.render.outline_text import Line


def prepare_streams() -> None:
    """A stream whose encoding lacks a character prints a replacement for it instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def terminal_width() -> int | None:
    """The width to wrap to: that of the terminal or of `COLUMNS`; None in a pipe, where nothing is wrapped."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(20, int(columns))
    with contextlib.suppress(OSError, ValueError):
        return max(20, os.get_terminal_size(sys.stdout.fileno()).columns)
    return None


def print_lines(lines: Iterable[Line]) -> None:
    """Prints lines as they are, without wrapping or cutting anywhere: in colour on a terminal, unless `NO_COLOR`."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        write_result("".join(f"{line.plain}\n" for line in lines), None)
        return
    from rich.console import Console
    from rich.text import Text as Styled

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(Styled.assemble((line.lead, line.lead_style), (line.body, line.body_style)), soft_wrap=True)


def write_result(text: str, file: str | None) -> None:
    """Writes a finished text to standard output, or to a file in one step."""
    if file is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_whole(Path(file), text)


def write_whole(path: Path, text: str) -> None:
    """Writes a file whole or not at all, in UTF-8. Raises `UsageError` where it cannot be written.

    A file that is there keeps its permissions; a link is followed.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise UsageError(Text(f"无法写入 {path}：不是普通文件", f"cannot write {path}: it is not a regular file"))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> UsageError:
    reason = error.strerror or str(error)
    return UsageError(Text(f"无法写入 {path}：{reason}", f"cannot write {path}: {reason}"))


def complain(*lines: str) -> None:
    """Prints lines to standard error, made harmless."""
    for line in lines:
        print(plain(line), file=sys.stderr)  # noqa: T201 - this is where the program speaks
