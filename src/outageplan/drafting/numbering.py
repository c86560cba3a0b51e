"""The numbers that a document gives its paragraphs: 一、 （一） 1. (1) ① I. First, and how they stand below others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_CHINESE = "一二三四五六七八九十"
_STYLES = (
    ("chapter", re.compile(rf"第([{_CHINESE}]{{1,3}})[章条部节](?:分)?[、:.]?")),
    ("chinese", re.compile(rf"([{_CHINESE}]{{1,3}})(?:、|[.,](?=\D))")),
    ("in-brackets", re.compile(rf"\(([{_CHINESE}]{{1,3}})\)[、.,]?")),
    ("roman", re.compile(r"([IVX]{1,5})[.、](?=\D)")),
    ("figure", re.compile(r"(\d{1,2})(?:、|\.(?=\D|20\d\d年|\d{1,2}月)|,(?=[ \u4e00-\u9fff]))")),
    ("figure-in-brackets", re.compile(r"\((\d{1,2})\)[、.]?")),
    ("figure-and-bracket", re.compile(r"(\d{1,2})\)[、.]?")),
    ("letter", re.compile(r"([A-Z]|[a-h])[.)] ")),
    (
        "word",
        re.compile(
            r"(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|One|Two|Three|Four|Five|Six|Seven|"
            r"Eight)(?:ly)?[,:] ",
        ),
    ),
)
_TOP = ("chapter", "chinese", "roman")
_AS_TOP = (*_TOP, "word")
_SHOWN = {"in-brackets": "（{}）", "figure-in-brackets": "({})", "figure-and-bracket": "{})"}


@dataclass(slots=True)
class Numbering:
    """Follows the numbers down a document: `clause` of each block is its number below those it stands under."""

    _open: list[tuple[str, str]] = field(default_factory=list)

    def read(self, text: str) -> int:
        """Takes the number at the beginning of a block up; returns its length, 0 where there is none."""
        for style, pattern in _STYLES:
            if found := pattern.match(text):
                self._enter(style, found[1])
                return found.end()
        return 0

    def _enter(self, style: str, label: str) -> None:
        styles = [open_style for open_style, _ in self._open]
        if style in styles:
            del self._open[styles.index(style) :]
        elif style in _TOP or (style == "word" and styles[:1] == ["roman"]):
            self._open.clear()
        self._open.append((style, _SHOWN.get(style, "{}").format(label)))

    def restart(self) -> int:
        """A heading without a number: what follows stands below the topmost number. Returns how deep it stands."""
        topmost = bool(self._open) and self._open[0][0] in _AS_TOP
        del self._open[1 if topmost else 0 :]
        return 15 if topmost else 5

    @property
    def depth(self) -> int:
        """How deep the block under way stands, ten for each number."""
        return 10 * len(self._open)

    @property
    def clause(self) -> str:
        """The number of the block under way, as the document has it: `二（一）1`; "" where there is none."""
        clause = ""
        for _, label in self._open:
            clause += f".{label}" if clause and clause[-1] not in "）)" and label[0] not in "（(" else label
        return clause
