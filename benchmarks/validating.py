"""What `outageplan validate` takes beside check-jsonschema and yamllint, and how time and memory grow with the files.

    python benchmarks/validating.py [--notices 300] [--many 10000] [--runs 3]

Needs check-jsonschema and yamllint beside outageplan (`pip install -e '.[dev]'`). Nothing is asserted of any time.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import write_notices

import outageplan

AIM = 15
AT = "2019-01-01 09:00"  # before all generated notices: none of their returns is overdue


class Run(NamedTuple):
    """One run of a program: seconds on the clock, and the most memory of one process of it in MiB."""

    wall: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure outageplan validate beside other validators.")
    parser.add_argument("--notices", type=int, default=300, help="notices for the comparison")
    parser.add_argument("--many", type=int, default=10_000, help="notices for the growth, by way of a tenth of them")
    parser.add_argument("--runs", type=int, default=3, help="runs of each program, in turn")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outageplan-benchmark-") as name:
        room = Path(name)
        print(
            f"outageplan {outageplan.__version__}, Python {platform.python_version()} on {platform.system()}, "
            f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
        )
        _compare(room, asked.notices, asked.runs)
        _grow(room, asked.many)


def _compare(room: Path, count: int, runs: int) -> None:
    """The three validators in turn on the same files."""
    files = [str(path) for path in write_notices(room / "some", count, 1)]
    schema = room / "schema.json"
    schema.write_bytes(subprocess.run([_script("outageplan"), "schema"], stdout=subprocess.PIPE, check=True).stdout)
    ours = [_script("outageplan"), "validate", str(room / "some"), "--at", AT]
    others = {
        "check-jsonschema": [_script("check-jsonschema"), "--schemafile", str(schema), *files],
        "yamllint": [_script("yamllint"), "-d", "relaxed", *files],
    }
    rounds = [(_run(ours), {name: _run(command) for name, command in others.items()}) for _ in range(runs)]
    print(f"\noutageplan validate on {count} notices: {median(mine.wall for mine, _ in rounds):.2f} s")
    for name in others:
        ratios = [theirs[name].wall / mine.wall for mine, theirs in rounds]
        theirs_wall = median(theirs[name].wall for _, theirs in rounds)
        print(
            f"  {name:18}{theirs_wall:7.2f} s   {median(ratios):5.1f} times as long "
            f"({min(ratios):.1f} to {max(ratios):.1f})   aim: at least {AIM}"
        )


def _grow(room: Path, count: int) -> None:
    """Time and memory on a tenth of the files and on all of them."""
    print()
    for size in (count // 10, count):
        folder = room / f"many-{size}"
        write_notices(folder, size, 1)
        run = _run([_script("outageplan"), "validate", str(folder), "--at", AT])
        print(
            f"{size:6} notices: {run.wall:7.2f} s, {1000 * run.wall / size:.2f} ms each, {run.memory:.0f} MiB at most"
        )


def _run(command: Sequence[str]) -> Run:
    """Runs a program to its end; findings are no failure."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - start, used.ru_maxrss / 1024)


def _script(name: str) -> str:
    script = Path(sysconfig.get_path("scripts"), name)
    if not script.is_file():
        sys.exit(f"{name} is not installed beside outageplan: pip install -e '.[dev]'")
    return str(script)


if __name__ == "__main__":
    main()
