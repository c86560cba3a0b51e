"""Own rules about files and references (their exact places and words), and comments that silence a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from outageplan.notice.finding import Finding, Severity, Span
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings
from outageplan.wording import Text

# Whole files on one line, with Chinese text before what is found.
NOTICE = (
    "{{title: {{zh: 系统停机}}, id: {id}, format: outageplan/1, status: draft, "
    "windows: {{stop: {{start: 2025-11-21 18:00, end: 2025-11-24 08:30}}}}}}\n"
)
AMENDMENT = (
    "{{issuer: {{zh: 示例市医疗保障局}}, id: {id}, amends: {amends}, format: outageplan/1, published: 2025-11-20, "
    "windows: {{stop: {{end: 2025-11-25 08:30}}}}}}\n"
)


def found(files: dict[str, str | bytes], *codes: str) -> list[Finding]:
    """What the rules with these codes find."""
    sources = [
        Source(file=name, content=text.encode() if isinstance(text, str) else text) for name, text in files.items()
    ]
    return list(validate(sources, Settings(select=codes), Context(at=MOMENT)).findings)


def place(column: int, end_column: int, line: int = 1) -> Span:
    return Span(line=line, column=column, end_line=line, end_column=end_column)


# OP012 file-name


def misnamed(file: str, zh: str, en: str) -> list[Finding]:
    return [
        Finding(
            code="OP012",
            rule="file-name",
            severity=Severity.WARNING,
            message=Text(zh, en),
            file=file,
            span=place(25, 29),
            key="id",
        )
    ]


def test_an_id_that_is_not_the_files_name() -> None:
    assert found({"notices/final.yml": NOTICE.format(id="demo")}, "OP012") == misnamed(
        "notices/final.yml",
        "编号“demo”与文件名“final.yml”不一致；请把文件改名为 `demo.yml`，或改正编号",
        "the id `demo` is not the name of the file `final.yml`; rename the file to `demo.yml`, or correct the id",
    )


def test_an_id_that_differs_from_the_files_name_in_case() -> None:
    assert found({"Demo.yaml": NOTICE.format(id="demo")}, "OP012") == misnamed(
        "Demo.yaml",
        "编号“demo”与文件名“Demo.yaml”不一致；请把文件改名为 `demo.yaml`，或改正编号",
        "the id `demo` is not the name of the file `Demo.yaml`; rename the file to `demo.yaml`, or correct the id",
    )


def test_a_name_is_told_as_well_where_the_notice_cannot_be_read() -> None:
    text = NOTICE.format(id="demo").replace("draft", "final")
    assert found({"公告.yaml": text}, "OP012") == misnamed(
        "公告.yaml",
        "编号“demo”与文件名“公告.yaml”不一致；请把文件改名为 `demo.yaml`，或改正编号",
        "the id `demo` is not the name of the file `公告.yaml`; rename the file to `demo.yaml`, or correct the id",
    )


def test_an_amendment_is_called_as_its_id_too() -> None:
    text = AMENDMENT.format(id="demo-later", amends="demo")
    assert [one.message.en for one in found({"demo.yaml": text}, "OP012")] == [
        "the id `demo-later` is not the name of the file `demo.yaml`; rename the file to `demo-later.yaml`, "
        "or correct the id"
    ]


@pytest.mark.parametrize("file", ["demo.yaml", "demo.yml", "demo.YAML", "demo", "2025/demo.yaml", "-"])
def test_names_that_fit(file: str) -> None:
    assert found({file: NOTICE.format(id="demo")}, "OP012") == []


@pytest.mark.parametrize("id", ["Demo 2025", "[demo]", "''", "{a: b}"])
def test_an_id_that_is_none_is_not_held_against_the_name(id: str) -> None:
    text = NOTICE.format(id=id)
    assert found({"final.yaml": text}, "OP012") == []
    assert found({"final.yaml": text}, "OP1") != []


@pytest.mark.parametrize("content", ["", "- a\n", "text\n", "title: 公告: 停机\n", b"\xff"])
def test_a_file_without_an_id_is_not_held_against_its_name(content: str | bytes) -> None:
    assert found({"final.yaml": content}, "OP012") == []


# OP206 missing-target


def missing(file: str, column: int, end_column: int, zh: str, en: str) -> list[Finding]:
    return [
        Finding(
            code="OP206",
            rule="missing-target",
            message=Text(zh, en),
            file=file,
            span=place(column, end_column),
            key="amends",
        )
    ]


def test_an_amendment_on_its_own() -> None:
    assert found({"later.yaml": AMENDMENT.format(id="later", amends="demo")}, "OP206") == missing(
        "later.yaml",
        45,
        49,
        "所读的文件里没有可读取的公告“demo”；请核对编号，或与原公告放在一起",
        "there is no readable notice `demo` among these files; check the id, or give it together with its notice",
    )


def test_an_amendment_with_a_slip_in_the_id() -> None:
    files: dict[str, str | bytes] = {
        "later.yaml": AMENDMENT.format(id="later", amends="henan-2021-1"),
        "henan-2021-11.yaml": NOTICE.format(id="henan-2021-11"),
    }
    assert found(files, "OP206") == missing(
        "later.yaml",
        45,
        57,
        "所读的文件里没有可读取的公告“henan-2021-1”；您要写的是不是 `henan-2021-11`？",
        "there is no readable notice `henan-2021-1` among these files; did you mean `henan-2021-11`?",
    )


def test_an_amendment_to_another_amendment() -> None:
    files: dict[str, str | bytes] = {
        "demo.yaml": NOTICE.format(id="demo"),
        "later.yaml": AMENDMENT.format(id="later", amends="demo"),
        "latest.yaml": AMENDMENT.format(id="latest", amends="later"),
    }
    assert found(files, "OP206") == []
    assert [(one.file, one.key, one.span) for one in found(files, "OP503")] == [
        ("latest.yaml", "amends", place(46, 51))
    ]


def test_an_amendment_to_itself() -> None:
    files: dict[str, str | bytes] = {"later.yaml": AMENDMENT.format(id="later", amends="later")}
    assert found(files, "OP206") == []
    assert [(one.key, one.span) for one in found(files, "OP503")] == [("amends", place(45, 50))]


def test_an_amendment_to_a_notice_that_cannot_be_read() -> None:
    files: dict[str, str | bytes] = {
        "demo.yaml": NOTICE.format(id="demo").replace("draft", "final"),
        "later.yaml": AMENDMENT.format(id="later", amends="demo"),
    }
    assert [(one.file, one.code) for one in found(files, "OP206")] == [("later.yaml", "OP206")]


@pytest.mark.parametrize("first", ["demo.yaml", "zz.yaml"])
def test_an_amendment_finds_its_notice_in_either_order(first: str) -> None:
    files: dict[str, str | bytes] = {
        "later.yaml": AMENDMENT.format(id="later", amends="demo"),
        first: NOTICE.format(id="demo"),
    }
    assert found(files, "OP206") == []
    assert found(dict(reversed(files.items())), "OP206") == []


# OP207 duplicate-id


def repeated(file: str, column: int, first: str) -> Finding:
    return Finding(
        code="OP207",
        rule="duplicate-id",
        message=Text(
            f"编号“demo”已用于 {first}；请另取编号，或删去其中一份",
            f"the id `demo` is already that of {first}; choose another, or remove one of the files",
        ),
        file=file,
        span=place(column, column + 4),
        key="id",
    )


def test_an_id_in_two_files() -> None:
    text = NOTICE.format(id="demo")
    assert found({"b/demo.yaml": text, "a/demo.yaml": text}, "OP207") == [repeated("a/demo.yaml", 25, "b/demo.yaml")]


def test_an_id_in_three_files_names_the_first() -> None:
    text = NOTICE.format(id="demo")
    assert found({"1.yaml": text, "2.yaml": text, "3.yaml": text}, "OP207") == [
        repeated("2.yaml", 25, "1.yaml"),
        repeated("3.yaml", 25, "1.yaml"),
    ]


def test_an_amendment_with_the_id_of_a_notice() -> None:
    files: dict[str, str | bytes] = {
        "demo.yaml": NOTICE.format(id="demo"),
        "later.yaml": AMENDMENT.format(id="demo", amends="demo"),
    }
    assert found(files, "OP207") == [repeated("later.yaml", 30, "demo.yaml")]


def test_ids_that_differ() -> None:
    assert found({"a.yaml": NOTICE.format(id="a"), "b.yaml": NOTICE.format(id="b")}, "OP207") == []


def test_files_on_the_disk(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(NOTICE.format(id="demo"), encoding="utf-8")
    sources = [Source(file=str(tmp_path / f"{name}.yaml")) for name in ("a", "b")]
    report = validate(sources, Settings(select=("OP207",)), Context(at=MOMENT))
    assert list(report.findings) == [repeated(str(tmp_path / "b.yaml"), 25, str(tmp_path / "a.yaml"))]
    assert (report.files, report.readable) == (2, 2)


# Silencers, by a rule that is sure to find: a window that ends before it starts (OP301), on line 12 of the base notice.

WINDOW = '  stop: {start: 2025-11-24 08:30, end: 2025-11-21 18:00, clause: "1"}'
ALLOW = "# outageplan: allow OP301: 公告原文如此"
FILE = "example-2025-11.yaml"
LINE = 12
BEHIND = len(WINDOW) + 3
NO_REASON = Text(
    "请写明代码和理由：# outageplan: allow OP306: 理由",
    "name a code and give a reason: # outageplan: allow OP306: reason",
)


def silenced(window: str, *codes: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and end column of what is found with these lines in place of the windows."""
    text = laid_over(f"windows:\n{window}\n")
    return brief(text, *codes)


def brief(text: str | bytes, *codes: str) -> list[tuple[str, int, int, int]]:
    return [
        (one.code, one.span.line, one.span.column, one.span.end_column)
        for one in found({FILE: text}, *(codes or ("OP301", "OP016", "OP017")))
    ]


BACKWARDS = ("OP301", LINE, 40, 56)


def unused(code: str, file: str, span: Span) -> Finding:
    return Finding(
        code="OP016",
        rule="unused-silencer",
        severity=Severity.WARNING,
        message=Text(f"这里没有可放行的 {code}；请删去", f"there is no {code} to allow here; remove it"),
        file=file,
        span=span,
    )


def test_without_a_comment_it_is_found() -> None:
    assert silenced(WINDOW) == [BACKWARDS]


@pytest.mark.parametrize(
    "comment",
    [
        ALLOW,
        "#outageplan:allow OP301: 公告原文如此",
        "#  outageplan:  allow  OP301 :  the announcement says so",
        "# outageplan: allow OP301：公告原文如此",
        "# outageplan: allow OP301: 公告原文如此 # 已核对",
    ],
)
@pytest.mark.parametrize("space", ["  ", "\t"])
def test_a_comment_behind_the_line(comment: str, space: str) -> None:
    assert silenced(f"{WINDOW}{space}{comment}") == []


@pytest.mark.parametrize("between", ["", "\n", "  # more\n", "\n  # more\n\n"])
def test_a_comment_on_a_line_of_its_own(between: str) -> None:
    assert silenced(f"  {ALLOW}\n{between}{WINDOW}") == []


def test_a_comment_on_a_line_of_its_own_speaks_of_one_line() -> None:
    other = WINDOW.replace("stop", "more")
    assert silenced(f"  {ALLOW}\n{WINDOW}\n{other}") == [("OP301", LINE + 2, 40, 56)]


def test_a_comment_behind_a_line_speaks_of_that_line() -> None:
    spread = f"  stop:  {ALLOW}\n    start: 2025-11-24\n    end: 2025-11-21"
    assert silenced(spread) == [("OP016", LINE, 10, 10 + len(ALLOW)), ("OP301", LINE + 2, 10, 20)]


def test_lines_that_end_as_on_windows() -> None:
    assert brief(laid_over(f"windows:\n{WINDOW}  {ALLOW}\n").replace("\n", "\r\n")) == []


def test_one_comment_for_two_findings_of_a_line() -> None:
    window = "{start: 2025-11-24, end: 2025-11-21}"
    both = f"windows: {{a: {window}, b: {window}}}"
    assert [one[0] for one in brief(laid_over(f"{both}\n"))] == ["OP301", "OP301"]
    assert brief(laid_over(f"{both}  {ALLOW}\n")) == []


ONE_LINE = NOTICE.format(id="demo").replace("2025-11-21", "2025-11-28").rstrip()


def test_two_findings_of_a_line_and_a_comment_for_one() -> None:
    assert [one[0] for one in brief(f"{ONE_LINE}\n", "OP012", "OP301", "OP016")] == ["OP012", "OP301"]
    assert [one[0] for one in brief(f"{ONE_LINE}  {ALLOW}\n", "OP012", "OP301", "OP016")] == ["OP012"]


@pytest.mark.parametrize("codes", ["OP012,OP301", "OP301, OP012", "OP012 , OP301"])
def test_one_comment_with_several_codes(codes: str) -> None:
    assert brief(f"{ONE_LINE}  # outageplan: allow {codes}: 已核对\n", "OP012", "OP301", "OP016", "OP017") == []


@pytest.mark.parametrize(
    "rest",
    [
        " OP301",
        " OP301:",
        " OP301: ",
        " OP301 公告原文如此",
        " : 公告原文如此",
        " end-before-start: 公告原文如此",
        " op301: 公告原文如此",
        " OP301，OP302: 公告原文如此",
        " OP3: 公告原文如此",
        "",
    ],
)
def test_a_comment_without_code_or_reason_silences_nothing(rest: str) -> None:
    comment = f"# outageplan: allow{rest}"
    own = Finding(
        code="OP017",
        rule="silencer-without-reason",
        message=NO_REASON,
        file=FILE,
        span=place(BEHIND, BEHIND + len(comment), LINE),
    )
    text = laid_over(f"windows:\n{WINDOW}  {comment}\n")
    assert found({FILE: text}, "OP017") == [own]
    assert brief(text) == [BACKWARDS, ("OP017", LINE, BEHIND, BEHIND + len(comment))]


def test_a_comment_that_silences_nothing() -> None:
    text = laid_over("issuer: {zh: 示例市医疗保障局}  # outageplan: allow OP306, OP301: 已核对\n")
    span = place(25, 62, 6)
    assert found({FILE: text}, "OP3", "OP016") == [unused("OP306", FILE, span), unused("OP301", FILE, span)]


def test_a_comment_of_which_one_code_silences_nothing() -> None:
    comment = "# outageplan: allow OP301, OP302: 已核对"
    text = laid_over(f"windows:\n{WINDOW}  {comment}\n")
    assert found({FILE: text}, "OP301", "OP302", "OP016") == [
        unused("OP302", FILE, place(BEHIND, BEHIND + len(comment), LINE))
    ]


def test_a_comment_for_a_rule_that_does_not_apply_is_not_unused() -> None:
    assert silenced(f"{WINDOW}  {ALLOW}", "OP016", "OP017") == []


def test_a_comment_at_the_end_of_the_file() -> None:
    text = laid_over("")
    assert brief(text + ALLOW) == [("OP016", text.count("\n") + 1, 1, 1 + len(ALLOW))]


@pytest.mark.parametrize("code", ["OP016", "OP017"])
def test_what_is_wrong_with_a_comment_cannot_be_silenced(code: str) -> None:
    comment = f"# outageplan: allow {code}: 已核对"
    line = f"pools: [370700]  {comment}\n"
    assert found({FILE: laid_over(line)}, "OP016", "OP017") == [
        unused(code, FILE, place(18, 18 + len(comment), 8)),
    ]


def test_a_finding_across_files_is_silenced_as_well() -> None:
    text = NOTICE.format(id="demo")
    again = f"{text.rstrip()}  # outageplan: allow OP207: 两份并存，待核对\n"
    assert found({"1.yaml": text, "2.yaml": again}, "OP207", "OP016") == []
    assert [(one.code, one.file) for one in found({"1.yaml": again, "2.yaml": text}, "OP207", "OP016")] == [
        ("OP016", "1.yaml"),
        ("OP207", "2.yaml"),
    ]


def test_a_comment_that_only_looks_alike() -> None:
    assert silenced(f"{WINDOW}  # outageplan allows this") == [BACKWARDS]
    assert silenced(f"{WINDOW}  # outageplan: allowed OP301: x") == [BACKWARDS]
    assert silenced(f"{WINDOW}  # see outageplan: allow OP301: x") == [BACKWARDS]


def test_a_hash_without_space_before_it_is_text() -> None:
    assert silenced(WINDOW.replace('"1"', '"1#outageplan: allow OP301: x"')) == [BACKWARDS]


def test_a_comment_inside_a_text_silences_nothing() -> None:
    assert silenced(WINDOW.replace('"1"', '"1 # outageplan: allow OP301: x"')) == [BACKWARDS]


@pytest.mark.parametrize(
    "title",
    [
        'title: {zh: "写作 # outageplan: allow OP301: 理由", en: Example}\n',
        "title: {zh: '写作 # outageplan: allow OP301', en: Example}\n",
        "title:\n  zh: |\n    # outageplan: allow OP301: 理由\n    停机\n",
        "title:\n  zh: >\n    停机\n\n    # outageplan: allow\n",
        'title:\n  zh: "停机\n    # outageplan: allow OP301: 理由"\n',
    ],
)
def test_a_comment_inside_a_text_is_text(title: str) -> None:
    assert brief(laid_over(title)) == []


def test_a_comment_in_the_first_line_behind_a_byte_order_mark() -> None:
    text = f"# outageplan: allow OP301: x\n{ONE_LINE}\n"
    assert brief(text) == []
    assert brief(b"\xef\xbb\xbf" + text.encode()) == []


@pytest.mark.parametrize("ends", ["\r", "\u0085", "\u2028", "\u2029"])
def test_lines_are_those_of_yaml(ends: str) -> None:
    text = laid_over(f'issuer:\n  zh: "某局\n    某处"\nwindows:\n{WINDOW}  {ALLOW}\n')
    assert brief(text.replace("某局\n", f"某局{ends}")) == []


@pytest.mark.parametrize(
    ("code", "line"),
    [("OP108", "status: final"), ("OP202", "pools: [1]"), ("OP003", "title: 公告: 停机"), ("OP104", "published: 11月")],
)
def test_what_keeps_a_notice_from_being_read_cannot_be_silenced(code: str, line: str) -> None:
    assert code in [one.code for one in found({FILE: laid_over(f"{line}  # outageplan: allow {code}: 理由\n")}, code)]
