"""The documentation agrees with the program: generated files, links, YAML examples, commands and options."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from outageplan.cli.main import app
from outageplan.cli.pages import page_of
from outageplan.engine.deadlines import due_date
from outageplan.notice.amendment import Amendment
from outageplan.notice.model import Notice
from outageplan.notice.moments import parse_boundary, parse_deadline
from outageplan.notice.profile import read_profile
from outageplan.notice.reading import read_notice
from outageplan.notice.site import read_site
from outageplan.notice.site_schema import site_schema
from outageplan.render.rule_page import rule_page_in_both
from outageplan.validation.examples import BASE, MOMENT, laid_over
from outageplan.validation.rule import Context, checks
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

ROOT = Path(__file__).parents[1]
FORMAT = ROOT / "docs" / "notice-format.md"
CI = ROOT / "docs" / "ci.md"
SITE = ROOT / "docs" / "site.md"
WRITTEN = [
    ROOT / "README.md",
    FORMAT,
    CI,
    SITE,
    *(ROOT / "docs" / f"{name}.md" for name in ("drafting", "checklist", "calendar", "board")),
]
PAGES = [*WRITTEN, *sorted((ROOT / "docs" / "rules").glob("*.md"))]
GENERATE: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "regenerate.py"))
COMMAND: Any = typer.main.get_command(app)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def fenced(page: Path, *kinds: str) -> list[str]:
    """The bodies of a page's code blocks of some kinds."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [body for kind, body in found if kind in kinds]


def table_under(page: Path, head: str) -> list[list[str]]:
    """The cells of the table whose head row begins so, its first column without backticks."""
    text = page.read_text(encoding="utf-8")
    rows = re.search(rf"^{re.escape(head)}.*\n\|[ |-]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert rows is not None, head
    return [[cell.strip(" `") for cell in row.strip("|").split(" | ")] for row in rows[1].splitlines()]


def commands_in(text: str) -> Iterator[list[str]]:
    """The calls of outageplan in a script or a console example, as words without the program's name."""
    for line in text.splitlines():
        lexer = shlex.shlex(line.removeprefix("$ ").strip().removeprefix("- "), posix=True, punctuation_chars="|&<>;")
        lexer.whitespace_split = True
        lexer.commenters = ""
        try:
            words = list(lexer)
        except ValueError:  # a line of output, with a quote of its own
            continue
        if words and words[0].rpartition("/")[2] == "outageplan":
            end = next((place for place, word in enumerate(words) if set(word) <= set("|&<>;")), len(words))
            yield words[1:end]


def documented_commands() -> list[list[str]]:
    """Every call of outageplan that the written pages show, in blocks and inside sentences."""
    found = []
    for page in WRITTEN:
        for block in fenced(page, "sh", "console", "yaml"):
            found += list(commands_in(block))
        for words in re.findall(r"`(outageplan [a-z][^`]*)`", page.read_text(encoding="utf-8")):
            found += [call for call in commands_in(words) if len(call) > 1]
    return found


def subcommands() -> dict[str, Any]:
    """The commands of the program by name."""
    return dict(COMMAND.commands)


def check_parses(words: list[str]) -> None:
    """Reads a command line as the program does, without running it. Raises what the program's parser raises."""
    subcommands()[words[0]].make_context(words[0], words[1:])


# ---- generated files


GENERATED: dict[Path, str] = GENERATE["generated"]()


@pytest.mark.parametrize("file", GENERATED, ids=lambda file: str(file.relative_to(ROOT)))
def test_generated_files_are_up_to_date(file: Path) -> None:
    assert file.is_file(), "run docs/regenerate.py"
    assert file.read_text(encoding="utf-8") == GENERATED[file], "run docs/regenerate.py"


def test_there_are_no_stale_pages() -> None:
    assert GENERATE["stale"]() == []


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.rule.code)
def test_a_rule_page_can_be_read(check: Any) -> None:
    page = rule_page_in_both(page_of(check.rule))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", page), "hidden characters"
    assert len(page) < 8000
    assert page.count("```") % 2 == 0
    assert [len(found) for found in re.findall(r"^(#+) ", re.sub("(?s)```.*?```", "", page), re.MULTILINE)] == [
        *(1, 2, 2, 2, 2),
        *(2, 3, 3, 3, 3),
    ]
    for title in ("Wrong", "Right", "错误示例", "正确示例"):
        assert re.search(rf"^##+ {title}\n\n\S", page, re.MULTILINE), f"nothing under {title}"


def _page(code: str) -> str:
    return rule_page_in_both(page_of(next(check.rule for check in checks() if check.rule.code == code)))


def test_a_page_shows_what_cannot_be_printed() -> None:
    assert "`␋` stands for the hidden U+000B:" in _page("OP014")
    assert "`→` stands for a tab:" in _page("OP002")
    assert "As it looks when it is opened as UTF-8; " in _page("OP001")
    assert re.search(r"\d{5} lines, \d{7} bytes; it begins:", _page("OP010"))
    assert "No text can show it" in _page("OP015")


def test_a_page_names_files_and_what_is_left_out() -> None:
    assert "A notice without `guidance`.\n" in _page("OP401")
    assert "公告没有 `guidance`。\n" in _page("OP401")
    assert "The file `final-version.yaml`:" in _page("OP012")
    assert "The file `example-2025-11-delay.yaml`:\n\n```yaml\n# An invented" in _page("OP206")
    assert "文件 `example-2025-11.yaml`：\n\n```yaml\nid: example-2025-11\n" in _page("OP206")


def test_a_page_tells_whether_a_comment_can_silence_the_finding() -> None:
    assert "# outageplan: allow OP306: reason\n" in _page("OP306")
    assert "A comment in the file cannot silence this finding" in _page("OP105")
    assert "A comment in the file cannot silence this finding" in _page("OP017")


# ---- links


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub("(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@each_page
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = re.sub("(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match("https?://", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


# ---- YAML


@pytest.mark.parametrize("text", fenced(FORMAT, "yaml"), ids=lambda text: text.split(":")[0])
def test_examples_of_the_format_are_free_of_errors(text: str) -> None:
    complete = text.startswith(("format:", "#"))
    content = (text if complete else laid_over(text)).encode()
    reading = read_notice(content, "example.yaml")
    assert reading.findings == ()
    assert reading.notice or reading.amendment
    name = f"{(reading.notice or reading.amendment).id}.yaml"  # type: ignore[union-attr]
    sources = [Source(file=name, content=content)]
    if reading.amendment:
        sources.append(Source(file="example-2025-11.yaml", content=_target(reading.amendment).encode()))
    report = validate(sources, Settings(), Context(at=MOMENT))
    assert [finding for finding in report.findings if finding.severity == "error" or finding.code == "OP016"] == []
    assert reading.notice or [finding for finding in report.findings if finding.file == name] == []


def _target(amendment: Amendment) -> str:
    """The first example of the page that has the windows which an amendment changes."""
    whole, *parts = [text for text in fenced(FORMAT, "yaml") if "amends:" not in text]
    named = [f"\n  {id}:" for id in amendment.windows]
    return next(text for text in (whole, *map(laid_over, parts)) if all(one in text for one in named))


def test_the_complete_notice_of_the_format_shows_no_finding_at_all() -> None:
    whole = next(text for text in fenced(FORMAT, "yaml") if text.startswith("format:"))
    sources = [Source(file="example-2025-11.yaml", content=whole.encode())]
    assert validate(sources, Settings(), Context(at=MOMENT)).findings == ()


@pytest.mark.parametrize("text", fenced(SITE, "yaml"), ids=lambda text: text.split(":")[0])
def test_examples_of_sites_are_free_of_findings(text: str) -> None:
    if text.startswith(("#", "format:")):
        assert read_site(text.encode(), "site.yaml").findings == ()
    elif text.startswith("hours:"):
        head = "format: outageplan-site/1\nname: {en: Example}\nrole: pharmacy\npools: [370700]\n"
        assert read_site((head + text).encode(), "site.yaml").findings == ()
    else:
        assert read_profile(text.encode(), "day.yaml").findings == ()


def test_every_key_of_a_site_is_told() -> None:
    text = SITE.read_text(encoding="utf-8")
    assert [key for key in site_schema()["properties"] if f"| `{key}` |" not in text] == []


@pytest.mark.parametrize("text", fenced(CI, "yaml"), ids=lambda text: text.split(":")[0])
def test_examples_for_ci_are_yaml(text: str) -> None:
    assert isinstance(yaml.load(text, Loader=yaml.BaseLoader), dict)
    if "format: outageplan/1" in text:
        assert read_notice(text.encode(), "example.yaml").notice


def test_every_yaml_file_of_the_docs_says_that_it_is_invented() -> None:
    for file in (ROOT / "docs").rglob("*.yaml"):
        assert file.read_text(encoding="utf-8").startswith("# Invented"), file


# ---- what the pages say of times


def _shown(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else "no date"


@pytest.mark.parametrize("row", table_under(FORMAT, "| you write | as a `start`"), ids=lambda row: row[0])
def test_boundaries_are_read_as_the_page_says(row: list[str]) -> None:
    boundary = parse_boundary(row[0])
    assert [_shown(boundary.as_start()), _shown(boundary.as_end())] == row[1:3]


@pytest.mark.parametrize("row", table_under(FORMAT, "| you write | it ends"), ids=lambda row: row[0])
def test_deadlines_end_as_the_page_says(row: list[str]) -> None:
    due = due_date(parse_deadline(row[0]), _base())
    assert (f"with {due.last_day}" if due.last_day else _shown(due.at)) == row[1]


def _base() -> Notice:
    notice = read_notice(BASE.encode(), "example-2025-11.yaml").notice
    assert notice is not None
    return notice


def test_chinese_phrases_are_of_the_format() -> None:
    text = FORMAT.read_text(encoding="utf-8").partition("### 时间写法")[2]
    boundaries, _, deadlines = text.partition("期限可写时间")
    said = re.findall(r"^\| [^`|]+ \| `([^`]+)` \|", boundaries, re.MULTILINE)
    assert [str(parse_boundary(phrase)) for phrase in said] == said != []
    said = re.findall(r"^\| [^`|]+ \| `([^`]+)` \|", deadlines.partition("### ")[0], re.MULTILINE)
    assert [str(parse_deadline(phrase)) for phrase in said] == said != []


def test_every_key_of_the_format_is_told() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    schema = GENERATE["notice_schema"]()
    keys = {key for part in schema["$defs"].values() for key in part.get("properties", {})}
    assert [key for key in sorted(keys - {"zh", "en"}) if f"`{key}`" not in text] == []


def test_every_choice_of_the_format_is_told() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    words = re.findall(r"'enum': \[(.*?)\]", str(GENERATE["notice_schema"]()))
    choices = {word for group in words for word in re.findall(r"'(\w+)'", group)}
    assert choices
    assert [word for word in sorted(choices) if f"`{word}`" not in text] == []


# ---- commands


@pytest.mark.parametrize("words", documented_commands(), ids=" ".join)
def test_commands_of_the_docs_parse(words: list[str]) -> None:
    check_parses(words)


def test_a_command_that_does_not_parse_is_found() -> None:
    with pytest.raises(Exception, match="--fail-at"):
        check_parses(["validate", "--fail-at", "error"])


def test_every_command_and_option_is_documented() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    missing = [name for name in subcommands() if f"outageplan {name}" not in text]
    for command in (COMMAND, *subcommands().values()):
        for parameter in command.params:
            if parameter.param_type_name == "option":
                missing += [option for option in parameter.opts if not re.search(rf"{option}(?![\w-])", text)]
    assert missing == []
