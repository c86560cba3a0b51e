"""`draft --review`: what is unsure, one by one, on the terminal: accept it, edit it, or drop it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from outageplan.cli.output import complain
from outageplan.errors import OutageplanError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.drafting import Draft, Item

_ASKED = Text(
    "[回车]采用  [e]修改  [d]删去  [q]其余都采用 > ",
    "[Enter] accept  [e] edit  [d] drop  [q] accept the rest > ",
)
_NEW = Text("新的值 > ", "new value > ")
_MOST_TRIES = 20


def reviewed(draft: Draft, lang: Lang) -> Draft:
    """The draft after a person has looked at what is unsure in it."""
    from outageplan.drafting.review import unsure_items

    items = unsure_items(draft)
    if not items:
        complain(Text("没有不确定的内容", "nothing is unsure")[lang])
    for number, item in enumerate(items, start=1):
        if item not in draft.items:
            continue  # it went with what was dropped before it
        _show(item, f"{number}/{len(items)}", lang)
        changed = _asked(draft, item, lang)
        if changed is None:
            break
        draft = changed
    return draft


def _show(item: Item, number: str, lang: Lang) -> None:
    because = f"（{item.because['zh']}）" if item.because and lang == "zh" else ""
    because = f" ({item.because['en']})" if item.because and lang == "en" else because
    complain(
        "", f"[{number}] {'.'.join(item.path)}: {item.value}", f"  {item.line}:{item.column} {item.words}{because}"
    )


def _asked(draft: Draft, item: Item, lang: Lang) -> Draft | None:
    """What came of one item; None where the rest is accepted as it is."""
    from outageplan.drafting.review import dropped, edited

    for _ in range(_MOST_TRIES):
        answer = _answer(_ASKED[lang])
        if answer is None or answer.lower() == "q":
            return None
        try:
            if answer.lower() == "d":
                return dropped(draft, item)
            if answer.lower() == "e":
                value = _answer(_NEW[lang])
                if value is None:
                    return None
                if value:
                    return edited(draft, item, value)
                continue
            if answer.lower() in ("", "a"):
                return draft
        except OutageplanError as error:
            complain(error.message[lang])
    return draft


def _answer(question: str) -> str | None:
    """One line from the terminal, None at its end."""
    if sys.stderr:
        sys.stderr.write(question)
        sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None
