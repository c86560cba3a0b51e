"""Ways to run the program: inside the test, as a process of its own, and on a terminal.

A test names its moment, its language and its notices, so that nothing depends on the day or the machine. No way of
running lets a traceback pass: inside the test it is the test's own failure, outside it is asserted away.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import io
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass

from outageplan.cli import main

SECONDS = 30  # what the slowest machine may take for one answer
Argument = str | os.PathLike[str]


@dataclass(frozen=True)
class Result:
    """What came of one run."""

    code: int
    out: str
    err: str


def run(*arguments: Argument) -> Result:
    """Runs the program inside the test, with pipes for its output."""
    out, err = _pipe(), _pipe()
    argv, threshold = sys.argv, gc.get_threshold()
    sys.argv = ["outageplan", *(os.fspath(argument) for argument in arguments)]
    code: object = "the program did not exit"
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main.run()
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.argv = argv
        gc.set_threshold(*threshold)
        gc.unfreeze()
    assert isinstance(code, int), code
    return Result(code, _text(out), _text(err))


def _pipe() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode("utf-8")


def run_bytes(
    *arguments: bytes | Argument,
    env: Mapping[str, str] | None = None,
    cwd: Argument | None = None,
    shell: str | None = None,
) -> tuple[int, bytes, bytes]:
    """Runs the program as a process; `shell` is a line of bash in which `"$@"` is the program's call."""
    around = ["bash", "-c", shell, "bash"] if shell else []
    program = [sys.executable, "-W", "error", "-m", "outageplan"]
    done = subprocess.run(
        [*around, *program, *arguments],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert b"Traceback" not in done.stdout + done.stderr, done.stderr.decode(errors="replace")
    return done.returncode, done.stdout, done.stderr


def run_apart(
    *arguments: bytes | Argument,
    env: Mapping[str, str] | None = None,
    cwd: Argument | None = None,
    shell: str | None = None,
) -> Result:
    """Runs the program as a process, see `run_bytes`; what it writes must be UTF-8."""
    code, out, err = run_bytes(*arguments, env=env, cwd=cwd, shell=shell)
    return Result(code, out.decode("utf-8"), err.decode("utf-8"))


def run_on_terminal(*arguments: bytes | Argument, width: int = 80, env: Mapping[str, str] | None = None) -> Result:
    """Runs the program on a terminal of that width (0: it does not tell); `out` is what it writes to either stream."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24 if width else 0, width, 0, 0))
    command = [sys.executable, "-m", "outageplan", *arguments]
    terminal = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=terminal)
    os.close(theirs)
    try:
        written = _read_all(ours)
        code = process.wait(SECONDS)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    text = written.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in text, text
    return Result(code, text, "")


def _read_all(terminal: int) -> bytes:
    """What is written to a terminal until it is closed."""
    written, end = b"", time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux: the other side is closed
            return written
        if not piece:
            return written
        written += piece
    raise TimeoutError(written)
