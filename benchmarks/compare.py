"""What outageplan costs beside the least that the same work costs: two programs in turn, as ratios.

    python benchmarks/compare.py [--runs 20] [--notices 1000] [--seed 1]

README.md in this folder says how to read the table. Nothing is asserted of any time; a side that fails ends the run.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import pty
import resource
import subprocess
import sys
import sysconfig
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml
from generate import require_readable, write_notices

import outageplan

AIM = 1.5
COLUMNS = 80
BARE = """\
import typer
from rich.console import Console
from rich.table import Table


def main(name: str = "world") -> None:
    table = Table(title="Bare")
    table.add_column("Number")
    table.add_column("Name")
    for number in range(10):
        table.add_row(str(number), name)
    Console().print(table)


typer.run(main)
"""


class Cost(NamedTuple):
    """Seconds that one run of one side took: of the processor, user and system together, and on the clock."""

    cpu: float
    wall: float


class Pair(NamedTuple):
    """Two sides of one comparison, each of which runs once and tells its cost."""

    name: str
    ours: Callable[[], Cost]
    theirs: Callable[[], Cost]
    runs: int


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="outageplan-benchmark-") as name:
        room = Path(name)
        notices = room / "generated"
        paths = write_notices(notices, asked.notices, asked.seed)
        require_readable(paths)
        size = sum(path.stat().st_size for path in paths) / len(paths) / 1000
        print(_conditions())
        _print_heading("outageplan check henan-2021-11 / a bare Typer program that prints a rich table")
        for pair in _program_pairs(room, asked.runs):
            _print_pair(pair)
        _print_heading(f"outageplan.load / yaml.load(CSafeLoader), {len(paths):,} notices of {size:.1f} kB")
        _print_pair(_reading_pair(notices, paths, max(1, asked.runs // 4)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure outageplan beside the least that the same work costs.")
    parser.add_argument("--runs", type=int, default=20, help="pairs of programs; a quarter as many of readings")
    parser.add_argument("--notices", type=int, default=1_000, help="how many notices are generated and read")
    parser.add_argument("--seed", type=int, default=1, help="of the generated notices")
    asked = parser.parse_args()
    if asked.runs < 1 or asked.notices < 1:
        parser.error("--runs and --notices must be 1 or more")
    return asked


def _program_pairs(room: Path, runs: int) -> list[Pair]:
    bare, empty = room / "bare.py", room / "empty"
    bare.write_text(BARE, encoding="utf-8")
    empty.mkdir()  # both run in it: no ./notices there, so outageplan reads those of the package
    ours, theirs = [*_program(), "check", "henan-2021-11"], [sys.executable, str(bare)]
    return [
        Pair(place, partial(run, ours, empty), partial(run, theirs, empty), runs)
        for place, run in (("to /dev/null", _run_to_null), (f"on a terminal of {COLUMNS} columns", _run_on_terminal))
    ]


def _program() -> list[str]:
    """The installed program; where it is not on its script path, the package run as a module."""
    script = Path(sysconfig.get_path("scripts"), "outageplan")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "outageplan"]


def _environment() -> dict[str, str]:
    """What both programs see: nothing of the caller's that changes what they do; in Chinese, the dearer language."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return kept | {"OUTAGEPLAN_LANG": "zh", "TERM": "xterm-256color", "PYTHONUTF8": "1"}


def _run_to_null(command: Sequence[str], folder: Path) -> Cost:
    return _timed(lambda: _finish(_started(command, folder, subprocess.DEVNULL)))


def _run_on_terminal(command: Sequence[str], folder: Path) -> Cost:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, COLUMNS))

    def run() -> None:
        process = _started(command, folder, theirs)
        os.close(theirs)
        _drain(ours)
        _finish(process)

    try:
        return _timed(run)
    finally:
        os.close(ours)


def _started(command: Sequence[str], folder: Path, output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=output)


def _finish(process: subprocess.Popen[bytes]) -> None:
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, process.args)


def _drain(terminal: int) -> None:
    """Reads a terminal until the program at its other end has closed it, which Linux tells as an error."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        return


def _timed(run: Callable[[], None]) -> Cost:
    """The cost of a child process: its user and system time, and what passes from its start to its end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall)


def _reading_pair(folder: Path, paths: Sequence[Path], runs: int) -> Pair:
    """Both sides keep all they have read until the clock has stopped."""

    def ours() -> object:
        return outageplan.load(folder)

    def theirs() -> object:
        return [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]

    return Pair("in this process", lambda: _in_process(ours), lambda: _in_process(theirs), runs)


def _in_process(read: Callable[[], object]) -> Cost:
    gc.collect()  # what the other side left is no cost of this one
    cpu, wall = time.process_time(), time.perf_counter()
    kept = read()
    cost = Cost(time.process_time() - cpu, time.perf_counter() - wall)
    del kept
    return cost


def _conditions() -> str:
    collector = "on" if gc.isenabled() else "off"
    return (
        f"outageplan {outageplan.__version__}, Python {platform.python_version()} on {platform.system()}, "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n"
        f"garbage collection {collector} at {gc.get_threshold()} for both sides of the reading"
    )


def _print_heading(title: str) -> None:
    print(f"\n{title}")
    print(f"  {'':30}{'clock':6}{'ours ms':>9}{'theirs ms':>11}{'ratio':>8}{'min':>7}{'max':>7}{'pairs':>7}   aim")


def _print_pair(pair: Pair) -> None:
    pair.ours(), pair.theirs()  # a warm-up of each
    costs = [(pair.ours(), pair.theirs()) for _ in range(pair.runs)]
    for place, clock in enumerate(Cost._fields):
        ours, theirs = [a[place] for a, _ in costs], [b[place] for _, b in costs]
        ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
        print(
            f"  {pair.name if place == 0 else '':30}{clock:6}{1000 * median(ours):9.1f}{1000 * median(theirs):11.1f}"
            f"{median(ratios):8.2f}{min(ratios):7.2f}{max(ratios):7.2f}{pair.runs:7}   at most {AIM}",
            flush=True,
        )


if __name__ == "__main__":
    main()
