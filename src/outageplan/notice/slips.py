"""Slips that people make when they write a moment, boundary or deadline, and what to write instead."""

from __future__ import annotations

import re

from outageplan.errors import GrammarError
from outageplan.wording import Text

# What people write instead, and the word of the format for it.
_SLIPS = {
    "预计": "expected …",
    "暂定": "tentative …",
    "不早于": "not before …",
    "不晚于": "no later than …",
    "另行通知": "to be announced",
    "待定": "to be announced",
    "TBD": "to be announced",
    "tbd": "to be announced",
    "：": ": (U+003A)",
    "年": "2021-12-05 08:30",
}
_DIGIT_SLIPS = {"T": "2021-12-05 08:30", "/": "2021-12-05"}


def slip_in(phrase: str) -> Text | None:
    """A hint for a slip that people really make."""
    between = {wrong: right for wrong, right in _DIGIT_SLIPS.items() if re.search(rf"\d{wrong}\d", phrase)}
    for wrong, right in (_SLIPS | between).items():
        if wrong in phrase:
            return Text(f"“{wrong}”请改写为 `{right}`", f"instead of `{wrong}` write `{right}`")
    return None


def phrase_error(zh: str, en: str, phrase: str, example: str, hint: Text | None = None) -> GrammarError:
    """The error for a phrase that is none of the format, with an example of one that is."""
    shown = phrase if len(phrase) <= 60 else phrase[:59] + "…"
    because = Text(f"（{hint['zh']}）", f" ({hint['en']})") if hint else Text("", "")
    article = "an" if en[0] in "aeiou" else "a"
    return GrammarError(
        Text(
            f"“{shown}”不是可识别的{zh}{because['zh']}；应写作 `{example}`",
            f"`{shown}` is not {article} {en} of the format{because['en']}; write `{example}`",
        ),
        kind=en,
    )
