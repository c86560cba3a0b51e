"""Reading never raises, whatever becomes of a notice: a notice comes without findings, or findings without a notice."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.library import packaged_notices
from outageplan.notice.reading import read_notice

from ..laws import tried
from .examples import FILE, GOOD, changed

NOTICES = [path.read_text(encoding="utf-8").splitlines() for path in sorted(packaged_notices().glob("*.yaml"))]
JUNK = [
    "",
    "x",
    "  ",
    "- a",
    "a: b",
    "  a: {b",
    "  zh：甲",
    "\tx: y",
    "windows:",
    "    in: [x]",
    "    deadline: 1 day after x.end",
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real notice in which some lines were deleted, repeated, swapped, replaced or cut."""
    lines = list(draw(st.sampled_from(NOTICES)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        lines[place : place + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [line, line],
                    [lines[other]],
                    [f"  {line}"],
                    [line.strip()],
                    [line.replace(": ", "：")],
                    [line[: len(line) // 2]],
                ]
            )
            | st.sampled_from(JUNK).map(lambda junk: [junk])
        )
        lines = lines or [""]
    return "\n".join(lines)


@tried(150)
@given(mutated())
def test_no_mutated_notice_raises(text: str) -> None:
    reading = read_notice(text.encode(), FILE)
    assert (reading.notice is None) == bool(reading.findings)
    assert [finding.span for finding in reading.findings] == sorted(finding.span for finding in reading.findings)
    assert len(set(reading.findings)) == len(reading.findings)
    for finding in reading.findings:
        assert 1 <= finding.span.line <= text.count("\n") + 2


keys = st.sampled_from(
    ["id", "zh", "windows", "effects", "in", "[key]", "tuple", "dict", "start", "1", "", "<<", "__init__"]
)
values = st.recursive(
    st.text(max_size=5) | st.sampled_from(["all", "visit", "2021-11-21", "cut-over.end"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(GOOD.splitlines()), values)
def test_no_value_of_any_shape_raises(line: str, value: object) -> None:
    """Written as JSON, which YAML reads, in place of what stands behind the first colon of a line."""
    key, _, _ = line.partition(":")
    text = changed(f"{line}\n", f"{key}: {json.dumps(value)}\n")
    reading = read_notice(text.encode(), FILE)
    assert (reading.notice is None) == bool(reading.findings)
