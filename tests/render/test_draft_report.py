"""The report of a draft: a table that stays in its columns, wrapped on a terminal, whole in a pipe."""

from __future__ import annotations

import dataclasses
import json

from rich.cells import cell_len

from outageplan.render.draft_json import draft_json
from outageplan.render.draft_report import DraftReport, Left, Taken, ToDo, draft_lines
from outageplan.wording import Text

REPORT = DraftReport(
    file="a.txt",
    taken=(
        Taken(
            kind="boundary",
            path="windows.stop.start",
            value="2021-11-18 18:00",
            words="11月18日18时起",
            line=3,
            column=5,
            sure="inferred",
            because=Text("未写年份", "no year is written"),
        ),
        Taken(kind="unaffected", path="effects.x", value="inquiry", words="查询", line=12, column=1, sure="stated"),
    ),
    unused=(Left(words="全市召开会议。", line=9, column=1),),
    remarks=(
        ToDo(code="no-pool", message=Text("没有统筹区", "no pool")),
        ToDo(code="x", message=Text("一", "one"), line=2, column=3),
    ),
    amends=True,
    lang="en",
)


def plain(report: DraftReport, width: int | None = None) -> list[str]:
    return [line.plain for line in draft_lines(report, width)]


def test_the_whole_report_in_a_pipe() -> None:
    assert plain(REPORT) == [
        "Taken from a.txt",
        "  line:col  what        written                       how sure  words",
        "  3:5       boundary    stop.start: 2021-11-18 18:00  inferred  11月18日18时起 (no year is written)",
        "  12:1      unaffected  inquiry                       stated    查询",
        "",
        "This changes an earlier notice: name it with `amends`",
        "",
        "To be looked at",
        "  no pool",
        "  2:3 one",
        "",
        "Sentences with a date or a service that were not used",
        "  9:1 全市召开会议。",
    ]


def test_in_chinese() -> None:
    lines = plain(dataclasses.replace(REPORT, lang="zh"))
    assert lines[2] == "  3:5    停机时间  stop.start: 2021-11-18 18:00  推定      11月18日18时起（未写年份）"


def test_lines_fit_a_terminal() -> None:
    long = dataclasses.replace(REPORT.taken[0], words="自二〇二一年十一月十八日十八时起全市暂停办理" * 5)
    for width in (40, 60, 80, 120):
        lines = plain(dataclasses.replace(REPORT, taken=(long, *REPORT.taken)), width)
        assert all(cell_len(line) <= max(width, 72) for line in lines)
        assert "".join(lines).replace(" ", "").count("自二〇二一年") == 5


def test_hidden_characters_are_shown_as_such() -> None:
    hostile = dataclasses.replace(
        REPORT, taken=(dataclasses.replace(REPORT.taken[0], words="停\x1b[31m机\u202e"),), unused=()
    )
    assert all("\x1b" not in line and "\u202e" not in line for line in plain(hostile))


def test_as_data() -> None:
    data = json.loads(draft_json(REPORT, {"id": "a"}, "id: a\n"))
    assert data["taken"][0]["because"] == {"zh": "未写年份", "en": "no year is written"}
    assert data["remarks"] == [
        {"code": "no-pool", "message": {"zh": "没有统筹区", "en": "no pool"}, "line": None, "column": None},
        {"code": "x", "message": {"zh": "一", "en": "one"}, "line": 2, "column": 3},
    ]
    assert data["unused"] == [{"words": "全市召开会议。", "line": 9, "column": 1}]
