"""An announcement as text that can be compared, in blocks, with the place of each character in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from outageplan.drafting.characters import is_chinese, plain_form
from outageplan.drafting.html_markup import pieces_of_html
from outageplan.drafting.numbering import Numbering
from outageplan.drafting.pieces import Piece, Run
from outageplan.drafting.plain_markup import pieces_of_text

Markup = Literal["text", "markdown", "html"]
BlockKind = Literal["title", "heading", "paragraph", "item", "row"]

_SENTENCE_END = re.compile(r"[。;!?](?:[”\"')]{0,2})|(?<=[a-z)\d])(?<!\b[ap]\.m)\.(?= )|\n")
_SPLIT_NUMBER = re.compile(r"(?<![\d.:])\d(?: \d){1,3}(?= ?[年月日号时点分])")
_PINYIN = re.compile(r"(?<=[\u4e00-\u9fff])\([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}\)")  # 機(jī)
_BLANK_BETWEEN = re.compile(r"(?<=\d) ?[:] ?(?=\d)|(?<=\d) (?=-\d{1,2}[月日:时])")
_CELL = " | "
_BODY = 1000  # deeper than any number or heading
_HEADING_LENGTH = {True: 26, False: 80}  # how long a heading may be: in Chinese, else


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table row: `start` to `end` of the article's text.

    `number` is how many characters of it are its number, `clause` that number below those above it, `above` the places
    of the blocks that it stands under in the list of blocks, the outermost first; `cells` are the cells of a row,
    `head` the words above each in its table.
    """

    kind: BlockKind
    start: int
    end: int
    number: int = 0
    clause: str = ""
    depth: int = 0
    above: tuple[int, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: `start` to `end` of the article's text, in the block at place `block`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, kw_only=True)
class Article:
    """An announcement. `text` is what is compared: narrow digits, simplified characters, no blanks between them."""

    original: str
    text: str
    places: Sequence[int] = field(repr=False)
    blocks: tuple[Block, ...]

    def words(self, start: int, end: int) -> str:
        """The words of the original behind a stretch of the text, on one line."""
        if start >= end:
            return ""
        return " ".join(self.original[self.places[start] : self.places[end - 1] + 1].split())

    def where(self, offset: int) -> tuple[int, int]:
        """Line and column of the original, from 1, in characters."""
        place = self.places[min(offset, len(self.places) - 1)] if self.places else 0
        line = bisect_right(self._lines, place)
        return line, place - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|[\r\n]", self.original))]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order; a row of a table is one."""
        return tuple(sentence for place in range(len(self.blocks)) for sentence in self._sentences_of(place))

    def _sentences_of(self, place: int) -> Iterable[Sentence]:
        block = self.blocks[place]
        start = block.start
        if not block.cells:
            for found in _SENTENCE_END.finditer(self.text, block.start, block.end):
                if found.end() > start and self.text[start : found.end()].strip():
                    yield Sentence(start=start, end=found.end(), block=place)
                start = found.end()
        if self.text[start : block.end].strip():
            yield Sentence(start=start, end=block.end, block=place)

    def text_of(self, part: Block | Sentence) -> str:
        """The text of a block or sentence."""
        return self.text[part.start : part.end]

    def block_of(self, sentence: int) -> Block:
        """The block in which a sentence stands, by the sentence's place."""
        return self.blocks[self.sentences[sentence].block]

    def sentence_text(self, sentence: int) -> str:
        """The text of a sentence, by its place."""
        return self.text_of(self.sentences[sentence])


def read_article(original: str, markup: Markup) -> Article:
    """An announcement from the text of its file."""
    if markup == "html":
        pieces = pieces_of_html(original)
    else:
        pieces = list(pieces_of_text(original, markdown=markup == "markdown"))
    return _Builder(original).build(pieces)


class _Builder:
    """Puts pieces together: one text, its places, and blocks that know what they stand under."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._text: list[str] = []
        self._places: list[int] = []
        self._size = 0
        self._blocks: list[Block] = []
        self._numbering = Numbering()
        self._items: dict[int, str] = {}
        self._open: list[tuple[int, int]] = []  # depth and place of the blocks that others may stand under

    def build(self, pieces: list[Piece]) -> Article:
        for piece in _without_what_follows(pieces):
            if piece.cells:
                self._row(piece)
            else:
                self._block(piece)
        text = "".join(self._text)
        return Article(original=self._original, text=text, places=self._places, blocks=tuple(self._blocks))

    def _write(self, run: Run) -> None:
        self._text.append(run.text)
        self._places.extend(run.places)
        self._size += len(run.text)

    def _between(self, text: str, place: int) -> None:
        if self._size:
            self._write(Run(text, [place] * len(text)))

    def _is_closed(self, place: int) -> bool:
        """Whether a block is an item that says all itself, so that a paragraph behind it is no part of it."""
        text = self._items.get(place, "")
        own, before = self._blocks[place], self._blocks[place - 1] if place else None
        if own.number and place == len(self._blocks) - 1 and before and before.number and before.depth == own.depth:
            return True  # the last of a list whose others have nothing below them
        return own.kind == "item" and text[-1:] != ":" and len(text) > _WHOLE[any(map(is_chinese, text))]

    def _row(self, piece: Piece) -> None:
        runs = [normalised(cell) for cell in piece.cells]
        first = next((run.places[0] for run in runs if run.places), None)
        if first is None:
            return
        self._between("\n", first)
        start, cells = self._size, []
        for place, run in enumerate(runs):
            if place:
                self._write(Run(_CELL, [run.places[0] if run.places else first] * len(_CELL)))
            cells.append((self._size, self._size + len(run.text)))
            self._write(run)
        head = tuple(normalised(Run(word, range(len(word)))).text for word in piece.head)
        above = tuple(place for _, place in self._open)
        clause = self._numbering.clause
        self._blocks.append(
            Block(kind="row", start=start, end=self._size, clause=clause, above=above, cells=tuple(cells), head=head)
        )

    def _block(self, piece: Piece) -> None:
        run = normalised(piece.run)
        if not run.text:
            return
        listing = bool(self._text) and self._text[-1].endswith(":")
        self._between("\n", run.places[0])
        start = self._size
        number = self._numbering.read(run.text)
        listing = listing or (piece.mark == "item" and not number)
        heading = piece.mark in ("heading", "title") or (not listing and _looks_like_heading(run.text, number))
        kind: BlockKind = "heading" if heading else "item" if number or piece.mark == "item" else "paragraph"
        depth = self._numbering.depth if number else self._numbering.restart() if heading else _BODY
        while self._open and (self._open[-1][0] >= depth or (depth == _BODY and self._is_closed(self._open[-1][1]))):
            self._open.pop()
        self._write(run)
        above = tuple(place for _, place in self._open)
        clause = self._numbering.clause if number or not above else self._blocks[above[-1]].clause
        self._blocks.append(
            Block(kind=kind, start=start, end=self._size, number=number, clause=clause, depth=depth, above=above)
        )
        if number or heading:
            self._open.append((depth, len(self._blocks) - 1))
            self._items[len(self._blocks) - 1] = run.text


_WHOLE = {True: 40, False: 110}  # characters from which a numbered item says all itself: in Chinese, else


def _looks_like_heading(text: str, number: int) -> bool:
    """A short line without the marks of a sentence."""
    bare = text[number:].strip()
    chinese = any(is_chinese(char) for char in bare)
    if (
        not bare
        or len(bare) > _HEADING_LENGTH[chinese]
        or bare[-1] in "。;,、.!"
        or re.search(r"\d[:时点日月年]|\d{5}", bare)
    ):
        return False
    if number:
        return ":" not in bare[:-1]
    return bare[-1:] in ":】]" or (not any(mark in bare for mark in ",。;:") and (chinese or bare[:1].isupper()))


_FOLLOWS = re.compile(
    r"\s*(?:往期(?:推荐|回顾)|相关(?:阅读|链接|新闻|文章|推荐)|猜你喜欢|推荐阅读|延伸阅读|热门(?:文章|推荐|资讯)|更多(?:资讯|阅读)|上一[篇条]|下一[篇条]"
    r"|Related (?:[Pp]ages|[Pp]osts|[Aa]rticles))"
)
_SHORT = 70  # longer text behind the article belongs to it all the same


def _without_what_follows(pieces: list[Piece]) -> Iterator[Piece]:
    """Without the links to other articles that a page has behind its own."""
    behind = False
    for piece in pieces:
        behind = behind or bool(_FOLLOWS.match(piece.run.text))
        if not behind or piece.cells or (len(piece.run.text) > _SHORT and "。" in piece.run.text):
            yield piece


def normalised(run: Run) -> Run:
    """A run as it is compared."""
    text: list[str] = []
    places: list[int] = []
    for char, place in zip(run.text, run.places, strict=True):
        form = plain_form(char)
        if form == " " and (not text or text[-1] == " "):
            continue
        text.extend(form)
        places.extend([place] * len(form))
    while text and text[-1] == " ":
        del text[-1], places[-1]
    kept = _without_blanks("".join(text))
    return Run("".join(text[place] for place in kept), [places[place] for place in kept])


def _without_blanks(text: str) -> list[int]:
    """The places of the characters that stay when blanks beside Chinese characters and inside figures go."""
    gone = {
        place
        for place, char in enumerate(text)
        if char == " " and 0 < place < len(text) - 1 and (is_chinese(text[place - 1]) or is_chinese(text[place + 1]))
    }
    for found in _PINYIN.finditer(text):
        gone.update(range(*found.span()))
    for found in _BLANK_BETWEEN.finditer(text):
        gone.update(place for place in range(*found.span()) if text[place] == " ")
    for found in _SPLIT_NUMBER.finditer(text):
        gone.update(range(found.start() + 1, found.end(), 2))
    return [place for place in range(len(text)) if place not in gone]
