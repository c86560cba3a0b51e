"""Profile files: both forms of YAML and of CSV, normalised, and every error with its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.errors import UnreadableError
from outageplan.notice.profile import read_profile, read_profile_file

EVEN = tuple([Fraction(1, 24)] * 24)
MORNING = tuple(Fraction(hour in (8, 9), 2) for hour in range(24))


@pytest.mark.parametrize(
    ("file", "text", "weights"),
    [
        ("p.yaml", "[" + ", ".join(["1"] * 24) + "]", EVEN),
        ("p.yaml", "- 7\n" * 24, EVEN),
        ("p.yaml", "8: 3\n9: 3\n", MORNING),
        ("p.yaml", "08:00: 0.5\n9: 0.5\n0: 0\n", MORNING),
        ("p.csv", "hour,weight\n8,50\n9,50\n", MORNING),
        ("p.csv", "8,1\n9,1\n", MORNING),
        ("p.CSV", "小时；权重\n\n# 说明\n08:00;2\n09:00;2 # 说明\n", MORNING),
        ("p.csv", '"hour","weight"\n"8","1"\n"9","1"\n', MORNING),
        ("p.tsv", "8\t1\r\n9\t1\r\n", MORNING),
        ("p.csv", "1\n" * 24, EVEN),
        ("p.csv", "weight\n" + "1\n" * 24, EVEN),
        ("p.csv", "\ufeff8,1\n9,1\n", MORNING),
    ],
)
def test_profiles(file: str, text: str, weights: tuple[Fraction, ...]) -> None:
    reading = read_profile(text.encode(), file)
    assert reading.findings == ()
    assert reading.weights == weights


NUMBERS = "there must be 24 numbers, not {}"
SHAPE = "write a list of 24 numbers, or `HOUR: NUMBER` lines (CSV: HOUR,NUMBER)"
ZERO = "all hours have the weight 0"


@pytest.mark.parametrize(
    ("file", "text", "place", "told"),
    [
        ("p.yaml", "- 1\n" * 23, (1, 1), NUMBERS.format(23)),
        ("p.yaml", "- 1\n" * 25, (25, 3), "`24` is no hour from 0 to 23"),
        ("p.yaml", "8: 1\n24: 1\n", (2, 1), "`24` is no hour from 0 to 23"),
        ("p.yaml", "8: 1\nnine: 1\n", (2, 1), "`nine` is no hour from 0 to 23"),
        ("p.yaml", "8: 1\n9: -1\n", (2, 4), "`-1` is no weight; write 0 or more"),
        ("p.yaml", "8: 1\n9: nan\n", (2, 4), "`nan` is no weight; write 0 or more"),
        ("p.yaml", "8: 1\n08:00: 1\n", (2, 8), "8 o'clock is there twice"),
        ("p.yaml", "8: [1]\n", (1, 4), SHAPE),
        ("p.yaml", "hello\n", (1, 1), SHAPE),
        ("p.yaml", "8: 0\n", (1, 1), ZERO),
        ("p.csv", "8,1\n9,x\n", (2, 1), "`x` is no weight; write 0 or more"),
        ("p.csv", "8,1\n9:30,1\n", (2, 1), "`9:30` is no hour from 0 to 23"),
        ("p.csv", "8,1\n8,1\n", (2, 1), "8 o'clock is there twice"),
        ("p.csv", "8,1,2\n", (1, 1), SHAPE),
        ("p.csv", "1\n" * 3, (1, 1), NUMBERS.format(3)),
        ("p.csv", "8,0\n", (1, 1), ZERO),
        ("p.csv", "", (1, 1), ZERO),
    ],
)
def test_errors_have_their_place(file: str, text: str, place: tuple[int, int], told: str) -> None:
    reading = read_profile(text.encode(), file)
    assert reading.weights is None
    finding = reading.findings[0]
    assert (finding.span.line, finding.span.column) == place
    assert finding.message.en == told
    assert finding.message.zh
    assert (finding.code, finding.file) == ("OP108", file)


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("p.yaml", "8: 权重\n".encode("gbk"), "OP001"),
        ("p.csv", "8,权重\n".encode("gbk"), "OP001"),
        ("p.yaml", b"8:\n\t- 1\n", "OP002"),
        ("p.yaml", b"8: 1\n8: 2\n", "OP004"),
        ("p.yaml", b"", "OP108"),
    ],
)
def test_files_that_cannot_be_read(file: str, content: bytes, code: str) -> None:
    reading = read_profile(content, file)
    assert reading.weights is None
    assert reading.findings[0].code == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such file"):
        read_profile_file(tmp_path / "p.yaml")


WEIGHTS = st.lists(st.integers(0, 1000), min_size=24, max_size=24).filter(any)


@given(WEIGHTS, st.integers(1, 50))
def test_only_the_proportions_count(weights: list[int], factor: int) -> None:
    one, many = ("\n".join(f"{hour},{weight * by}" for hour, weight in enumerate(weights)) for by in (1, factor))
    found = read_profile(one.encode(), "p.csv").weights
    assert found is not None
    assert sum(found) == 1
    assert found == read_profile(many.encode(), "p.csv").weights
    assert found == read_profile(f"[{', '.join(map(str, weights))}]".encode(), "p.yaml").weights
    assert all(share * sum(weights) == weight for share, weight in zip(found, weights, strict=True))


@given(st.binary(max_size=60), st.sampled_from(["p.csv", "p.yaml"]))
def test_reading_never_fails(content: bytes, file: str) -> None:
    reading = read_profile(content, file)
    assert (reading.weights is None) == bool(reading.findings)
