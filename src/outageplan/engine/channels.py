"""Which channels a guidance sends people to: by its services, its action, or the words of its text."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from outageplan.catalog.services import lineage, services

_CLOSED_ZH = r"(?![^，。；、]{0,6}(?:暂停|停用|停止|关闭|不能|无法|不可|不受理))"
_CLOSED_EN = r"(?! (?:is|are|stays?|remains?) (?:closed|down|suspended|unavailable))"
_NOT_ZH = r"(?<!时间)(?<!不能通过)(?<!无法通过)(?<!不要通过)(?<!暂停)"


@dataclass(frozen=True, slots=True)
class Sending:
    """A channel that a guidance names, the key under which it does, and the word, if it is one of its text."""

    channel: str
    key: str
    word: str | None = None


@functools.lru_cache(maxsize=8192)
def sendings(action: str, named: tuple[str, ...], texts: tuple[str, ...]) -> tuple[Sending, ...]:
    """The channels that a guidance sends to, each once."""
    found = [Sending(id, "services") for id in named if "channel" in lineage(id)]
    if action == "phone_filing":
        found.append(Sending("channel.phone", "action"))
    words = _words()
    for text in texts:
        found += [Sending(words[match[0].casefold()], "say", match[0]) for match in _pattern().finditer(text)]
    return tuple({sending.channel: sending for sending in reversed(found)}.values())[::-1]


@functools.cache
def _words() -> dict[str, str]:
    """The words for channels, at least two Chinese characters or an English word, and the channel of each."""
    found: dict[str, str] = {}
    for service in services().values():
        if "channel" in lineage(service.id) and service.id != "channel":
            for word in (service.name["zh"], service.name["en"], *service.synonyms):
                if len(re.findall("[\u4e00-\u9fff]", word)) >= 2 or re.fullmatch("[A-Za-z ]{3,}", word):
                    found.setdefault(word.casefold(), service.id)
    return found


@functools.cache
def _pattern() -> re.Pattern[str]:
    chinese = [re.escape(word) for word in _words() if not word.isascii()]
    english = [re.escape(word) for word in _words() if word.isascii()]
    longest = functools.partial(sorted, key=len, reverse=True)
    return re.compile(
        rf"{_NOT_ZH}(?:{'|'.join(longest(chinese))})(?!期){_CLOSED_ZH}"
        rf"|\b(?:{'|'.join(longest(english))})(?=s?\b){_CLOSED_EN}",
        re.IGNORECASE,
    )
