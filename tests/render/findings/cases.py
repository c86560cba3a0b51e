"""Reports for the tests of the formats: a fixed one, an empty one, a hostile one, a long one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from outageplan.notice.finding import Finding, Severity, Span
from outageplan.render.findings import Findings, RuleCard
from outageplan.wording import Lang, Text

NOTICE = """\
id: hefei
title: 合肥医保停机公告
windows: {升级: {start: "2024年6月1日 18:00", end: 2024-05-31 08:00}}
notes:
  about: |
    第一行
    第二行
"""
SOURCES = {"notices/合肥.yaml": NOTICE, "notices/clean.yaml": "id: clean\n", "notices/tab.yaml": "a:\t中\tb\n"}

CARDS = (
    RuleCard(
        code="OP301",
        name="end-before-start",
        severity=Severity.ERROR,
        title=Text("结束早于开始", "A window ends before it starts"),
        why=Text("这样的时段无法判断 {停机}。", "Nobody can tell when {it} is down."),
        link="docs/rules/OP301.md",
    ),
    RuleCard(
        code="OP410",
        name="long-note",
        severity=Severity.WARNING,
        title=Text("说明分成多行", "A note in several lines"),
        why=Text("说明应当简短。", "Notes are short."),
        link="https://example.org/rules/OP410",
    ),
)

FINDINGS = (
    Finding(
        code="OP301",
        rule="end-before-start",
        message=Text("结束 2024-05-31 08:00 早于开始", "the end 2024-05-31 08:00 is before the start"),
        file="notices/合肥.yaml",
        span=Span(line=3, column=47, end_line=3, end_column=63),
        key="windows.升级.end",
    ),
    Finding(
        code="OP410",
        rule="long-note",
        severity=Severity.WARNING,
        message=Text("说明有 2 行", "the note has 2 lines"),
        file="notices/合肥.yaml",
        span=Span(line=5, column=3, end_line=8, end_column=1),
        key="notes.about",
    ),
    Finding(
        code="OP900",
        rule="tabbed",
        severity=Severity.INFO,
        message=Text("行内有制表符", "a tab within the line"),
        file="notices/tab.yaml",
        span=Span(line=1, column=6, end_line=1, end_column=7),
    ),
)


def finding(
    message: str = "wrong", *, file: str = "a.yaml", span: Span | None = None, code: str = "OP301", key: str = ""
) -> Finding:
    return Finding(
        code=code,
        rule="end-before-start",
        message=Text(message, message),
        file=file,
        span=span or Span(line=1, column=1, end_line=1, end_column=2),
        key=key,
    )


def at(column: int, end: int, line: int = 1) -> Span:
    return Span(line=line, column=column, end_line=line, end_column=end)


def report(
    findings: Sequence[Finding] = FINDINGS, *, sources: Mapping[str, str] = SOURCES, lang: Lang = "zh"
) -> Findings:
    return Findings(
        findings=tuple(findings),
        files=len(sources),
        readable=2,
        lang=lang,
        rules=CARDS,
        version="0.1.0",
        sources=sources,
    )


EMPTY = report((), sources={})

HOSTILE = (
    "::error file=x::y",
    "::stop-commands::x",
    "a\nb\r\nc\rd",
    "a\u2028b\u2029c\x85d\x0be\x0cf",
    "]]>",
    "<script>alert('x')</script> & \"",
    "\x1b[31mred\x1b[0m\x07\x9b",
    "\ud800 \udcff",
    "\ufffe\uffff\x00",
    "\u202eabc\u2066",
    "100%25, a:b %0A; [x](https://evil.example) {0} {x}",
    "[bold]x[/bold]",
    "😀👨‍👩‍👧❤️e\u0301",
    "中" * 10_000,
    "-",
    ".",
    "",
)


def hostile_reports() -> list[Findings]:
    """Every hostile text as a message, a file name, a key and a source line."""
    return [
        report(
            [finding(text, file=text, key=text), finding(text, file=f"/abs/{text}", span=at(2, 4, 1))],
            sources={text: f"{text}\n", f"/abs/{text}": f"中{text}"},
        )
        for text in HOSTILE
    ]


def many(count: int) -> Findings:
    """As many findings, each in a line of its own, of one file with long lines of Chinese."""
    found = [finding(f"第 {n} 个", span=at(3, 5, n + 1), key=str(n)) for n in range(count)]
    return report(found, sources={"a.yaml": "键：" + "值" * 20 + "\n" + ("键：" + "值" * 20 + "\n") * count})


def crowded(count: int) -> Findings:
    """As many findings in one line of as many hundred characters."""
    found = [finding(f"第 {n} 个", span=at(n * 100 + 1, n * 100 + 3), key=str(n)) for n in range(count)]
    return report(found, sources={"a.yaml": "值" * (count * 100)})
