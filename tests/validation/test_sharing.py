"""Work shared between processes: everything is done once and in order, whatever becomes of a helper."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time

import pytest

from outageplan.validation.sharing import shared


def _square(number: int) -> tuple[int, int]:
    """A square, and the process that worked it out."""
    return number * number, os.getpid()


def _at_leisure(number: int) -> tuple[int, int]:
    time.sleep(0.005)
    return _square(number)


def _long(number: int) -> str:
    return str(number) * 300_000  # more than a pipe holds


def _fatal(number: int, spared: int) -> int:
    if os.getpid() != spared:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _refused(number: int) -> int:
    if number == 30:
        raise ValueError("thirty")
    return number


def _nobody(_done: int) -> None:
    """Is told how many are done, and does not care."""


@pytest.mark.parametrize("count", [0, 1, 2, 15, 16, 17, 200])
@pytest.mark.parametrize("helpers", [0, 1, 3])
def test_everything_is_done_and_in_order(count: int, helpers: int) -> None:
    told: list[int] = []
    assert [one for one, _ in shared(_square, range(count), helpers, told.append)] == [n * n for n in range(count)]
    assert told == sorted(told)
    assert told[-1:] == [count][:count]


def test_a_helper_does_its_share_and_does_not_outlive_it() -> None:
    pids = {pid for _, pid in shared(_at_leisure, range(200), 1, _nobody)}
    assert os.getpid() in pids
    (helper,) = pids - {os.getpid()}
    with pytest.raises(ProcessLookupError):
        os.kill(helper, 0)


def test_results_that_no_pipe_holds() -> None:
    assert shared(_long, range(12), 2, _nobody) == [str(number) * 300_000 for number in range(12)]


def test_what_a_helper_leaves_undone_is_done_here() -> None:
    assert shared(functools.partial(_fatal, spared=os.getpid()), range(100), 2, _nobody) == list(range(100))


def test_an_error_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    """It comes from this process alone."""
    with pytest.raises(ValueError, match="thirty"):
        shared(_refused, range(100), 1, _nobody)
    assert capfd.readouterr() == ("", "")


_STARTER = """
import os, time
from outageplan.validation.sharing import shared

def work(number):
    if os.getpid() != STARTER:
        print(os.getpid(), flush=True)
    elif number > 50:
        os.kill(STARTER, 9)
    time.sleep(0.01)

STARTER = os.getpid()
shared(work, range(500), 1, lambda done: None)
"""


def test_a_helper_does_not_outlive_the_process_that_started_it() -> None:
    """Standard output ends when nobody holds it any more: a helper that stayed would keep this test from ending."""
    ended = subprocess.run([sys.executable, "-c", _STARTER], capture_output=True, text=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert len(set(ended.stdout.split())) == 1
