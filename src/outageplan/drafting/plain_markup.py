"""Plain text and Markdown: lines become paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outageplan.drafting.cell_lines import cell_tables
from outageplan.drafting.pieces import Mark, Piece, Run, joined_runs, with_heads

_HARD_WRAPPED = 20  # narrower lines are not taken for lines that were broken to fit a page
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t]+")
_BULLET = re.compile(r"\s{0,12}[-*+•·●○■□◆▪►➢✦✔✓✅☑❌❎✖⭕👉🔹🔸]\ufe0f?[ \t]*(?=\S)")
_RULE = re.compile(r"[\s|:+=_*\-]{3,400}")
_DRAWN = re.compile(r"[\s|─-╿+]{3,400}")  # the rules of a table drawn with lines
_EMPHASIS = re.compile(r"\*\*|__|`|<br ?/?>")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}\)")
_NUMBERED = re.compile(
    r"[\s\u3000]{0,12}(?:第?[一二三四五六七八九十]{1,3}[、.．,，]|第[一二三四五六七八九十]{1,3}[条步项批次]|[(（][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,2}[.、．)）](?!\d)|[①-⑳])"
)
_PAGE_LINE = re.compile(r"20\d\d(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}) \d{1,2}[:：]\d\d")  # of a page's account
_WIDE_BLANK = re.compile(r"\u3000{1,20}| {2,40}")
_TIMES_HEAD = re.compile(r"(?=.*(?:停|关|起|开始|暂停))(?=.*(?:恢复|启|止|结束|开))")
_LONGEST_ROW = 160  # characters
_TITLE_LAST = re.compile(r"关于.{4,60}(?:公告|通告|通知|通报|提示|函)$")
_UNFINISHED = re.compile(r"[，、,（(《“\-—~～至到自从于年月第]$")
_ENGLISH_UNFINISHED = re.compile(r" (?:on|at|from|to|of|the|and|or|in|by|for|with|until|before|after|be|will)$")
_PROSE = re.compile(r"[，。；]|，")
_DATED = re.compile(r"\s*[自从]?(?:20\d\d\s?年|\d{1,2}\s?月\s?\d)")
_TIME_LAST = re.compile(r"(?:[日号时点分]|\d[:：]\d\d)(?:整|左右)?$")
_UNTIL_FIRST = re.compile(r"\s*(?:至|到|止|—|－|-|~|～)\s*(?:20\d\d|\d{1,2}\s?[月日时点:：]|[次当]日)")
_RANGE_LAST = re.compile(r"\d\s?[日时点分]?\s?(?:至|到|—+|－|-|~|～)[^，。；]{1,16}$")
_STOPS_SOON = re.compile(r"[^，。；：:]{0,30}(?:停|关闭|维护|升级|切换|中断|不能|无法)")
_DONE = re.compile(r"[。；;：:！!？?.…\U0001f300-\U0001faff]$")


class _Paragraph:
    """A paragraph under way: its lines, which become one when it ends."""

    def __init__(self, first: Piece) -> None:
        self.mark = first.mark
        self._lines = [first.run]

    @property
    def last(self) -> str:
        """Its last line so far."""
        return self._lines[-1].text.rstrip()

    def add(self, line: Run) -> None:
        self._lines.append(line)

    def piece(self) -> Piece:
        """The whole of it. A break stays a blank between words; between Chinese characters it goes later."""
        return Piece(run=joined_runs(self._lines, "\n"), mark=self.mark)


def pieces_of_text(text: str, *, markdown: bool) -> Iterator[Piece]:
    """The pieces of plain text or Markdown, in order."""
    lines = [Run(found[0], range(*found.span())) for found in _LINE.finditer(text)]
    blank_before = _blank_before(text, lines)
    table: list[Piece] = []
    width = _page_width(lines)
    held: _Paragraph | None = None
    by_line = {one.first: one for one in cell_tables(lines)}
    spaced = _spaced_rows(lines)
    past = 0
    for place, line in enumerate(lines):
        if copied := by_line.get(place):
            past = copied.past
            yield from [held.piece()] if held else []
            held = None
            yield from with_heads(copied.rows)
        if place < past:
            continue
        row = _spaced(line) if place in spaced else _row(line, markdown=markdown)
        blank = not line.text.strip()
        piece = None if row or blank or _RULE.fullmatch(line.text) else _piece(line, markdown=markdown)
        if held and piece and not blank_before[place] and _goes_on(held, piece, line.text, width):
            held.add(piece.run)
            continue
        if held and (row or blank or piece):
            yield held.piece()
            held = None
        if row:
            table.extend([row] if row.cells else [])
        else:
            yield from with_heads(table)
            table = []
        held = _Paragraph(piece) if piece else held
    if held:
        yield held.piece()
    yield from with_heads(table)


def _blank_before(text: str, lines: list[Run]) -> list[bool]:
    ends = [0, *(line.places[-1] + 1 for line in lines)]
    return [text.count("\n", end, line.places[0]) > 1 for end, line in zip(ends, lines, strict=False)]


def _row(line: Run, *, markdown: bool) -> Piece | None:
    """A row of a table; without cells it is the rule below a head."""
    text = line.text = line.text.replace("│", "|").replace("┃", "|")
    if _DRAWN.fullmatch(text):
        return Piece()
    if "|" in text and (markdown or text.count("|") > 1):
        if _RULE.fullmatch(text):
            return Piece()
        cells = _split(line, "|")
        cells = cells[1 if text.lstrip().startswith("|") else 0 : -1 if text.rstrip().endswith("|") else None]
        return Piece(cells=tuple(cells))
    if "\t" in text.strip():
        cells = [cell for cell in _split(line, "\t") if cell.text.strip()]
        return Piece(cells=tuple(cells)) if len(cells) > 1 and all(len(cell.text) < 120 for cell in cells) else None
    return None


def _spaced_rows(lines: list[Run]) -> set[int]:
    """The lines of tables whose cells wide blanks part: of as many cells each, the first with words for times."""
    found: set[int] = set()
    start = 0
    while start < len(lines):
        width, end = _width(lines[start]), start + 1
        while width and end < len(lines) and _width(lines[end]) == width:
            end += 1
        if width and end - start > 1 and _TIMES_HEAD.search(lines[start].text):
            found.update(range(start, end))
        start = end
    return found


def _width(line: Run) -> int:
    """How many cells a line has that wide blanks part; 0 where it has fewer than three, or is a sentence."""
    text = line.text.strip()
    cells = _WIDE_BLANK.split(text)
    return len(cells) if len(cells) > 2 and "。" not in text and len(text) < _LONGEST_ROW else 0


def _spaced(line: Run) -> Piece:
    cells, start = [], len(line.text) - len(line.text.lstrip())
    for found in _WIDE_BLANK.finditer(line.text, start, len(line.text.rstrip())):
        cells.append(line.cut(start, found.start()))
        start = found.end()
    return Piece(cells=(*cells, line.cut(start, len(line.text.rstrip()))))


def _split(line: Run, by: str) -> list[Run]:
    cells, start = [], 0
    for place, char in enumerate(line.text):
        if char == by:
            cells.append(line.cut(start, place))
            start = place + 1
    return [*cells, line.cut(start, len(line.text))]


def _piece(line: Run, *, markdown: bool) -> Piece:
    mark: Mark = ""
    if markdown and (found := _MARKDOWN_HEADING.match(line.text)):
        line, mark = line.cut(found.end(), len(line.text)), "heading"
    elif found := _BULLET.match(line.text):
        line, mark = line.cut(found.end(), len(line.text)), "item"
    return Piece(run=_without_emphasis(line) if markdown else line, mark=mark)


def _without_emphasis(line: Run) -> Run:
    kept = [True] * len(line.text)
    for found in _EMPHASIS.finditer(line.text):
        kept[slice(*found.span())] = [False] * len(found[0])
    for found in _LINK.finditer(line.text):
        for start, end in ((found.start(), found.start(1)), (found.end(1), found.end())):
            kept[start:end] = [False] * (end - start)
    places = [place for place, keep in enumerate(kept) if keep]
    return Run("".join(line.text[place] for place in places), [line.places[place] for place in places])


def _page_width(lines: list[Run]) -> int:
    """The width at which the lines were broken to fit a page; 0 where they were not."""
    widths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    if len(widths) < 6:
        return 0
    widest = widths[-1]
    full = sum(width >= widest - 3 for width in widths)
    return widest if _HARD_WRAPPED <= widest <= 120 and full * 2 >= len(widths) else 0


def _goes_on(held: _Paragraph, piece: Piece, line: str, width: int) -> bool:
    """Whether a line continues the paragraph above it instead of beginning its own."""
    above = held.last
    if _PAGE_LINE.search(line):
        return False
    if piece.mark or held.mark == "heading" or line[:1] in " \t\u3000" or _NUMBERED.match(line) or not above:
        return False
    if _TITLE_LAST.search(above):
        return False
    if _UNFINISHED.search(above):
        return True
    if len(above) > 40 and _ENGLISH_UNFINISHED.search(above):
        return True
    if _TIME_LAST.search(above) and (
        _UNTIL_FIRST.match(line)
        or ((_UNTIL_FIRST.match(above) or _RANGE_LAST.search(above)) and _STOPS_SOON.match(line))
    ):
        return True  # one line for each end of a range, and one for what happens then
    if _DONE.search(above):
        return False
    if len(above) >= 24 and _PROSE.search(above) and line.rstrip()[-1:] not in "：:" and not _DATED.match(line):
        return True
    if above.isascii() and len(above) > 55 and line[:1].islower():
        return True
    return bool(width) and len(above) >= width - 3
