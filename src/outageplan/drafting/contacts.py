"""Whom to ask: telephone numbers with the section that answers them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outageplan.drafting.article import Article, Block
from outageplan.drafting.mentions import find_mentions

_SHORT = "12393|12333|12345|12366"
_NUMBER = re.compile(
    rf"(?<![\d.-])(?:(?P<area>\(?0\d{{2,3}}\)?)[- ]?(?P<local>\d{{7,8}}|{_SHORT})|(?P<mobile>1[3-9]\d{{9}})|"
    rf"(?P<short>{_SHORT})"
    r"|(?P<free>[48]00-?\d{3}-?\d{4}|[48]00-?\d{4}-?\d{3})|(?P<bare>[2-8]\d{6,7}))(?:(?:转|"
    r"-)(?P<extension>\d{1,4}))?(?![\d])(?!号|[-.]\d|年)"
)
_ASKED = re.compile(
    r"电话|热线|咨询|联系|拨打|致电|垂询|专线|[Pp]hone|[Tt]el\b|[Cc]all|[Cc]onsult|[Cc]ontact|hotline|Hotline"
)
_NOT_ASKED = re.compile(r"传真|邮编|QQ|qq|Fax|备案号|网站标识码|ICP|公网安备|文号|第\d+号")
_DROPPED = re.compile(
    r"(?:咨询|服务|联系|办公|业务|监督|投诉|举报)?(?:电话|热线|方式|号码)(?:为|是)?|[Cc]onsult(?:ing|"
    r"ation)? [Pp]hone|^(?:联系人|(?:咨询)?[请可]?拨打|[请可]拨|致电|如有疑问|可)|[Tt]el(?:ephone)?\.?|[Pp]hone"
)
_TRIM = " :,、;。.|()-/和或及与的"
_NAME = 24  # characters of a section's name in Chinese
_ENGLISH_NAME = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One section and its numbers; an empty name where the text gives none."""

    name: str
    phones: tuple[str, ...]
    services: tuple[str, ...]
    start: int
    end: int
    clause: str


def find_contacts(article: Article) -> list[Contact]:
    """The contacts of an announcement, one a section, in order."""
    found: list[Contact] = []
    asked_above = False
    seen: set[str] = set()
    for block in article.blocks:
        text = article.text_of(block)
        if any(char.isdigit() for char in text):
            for contact in _in_block(article, block, asked=asked_above or bool(_ASKED.search(text))):
                fresh = tuple(phone for phone in contact.phones if phone not in seen)
                seen.update(fresh)
                if fresh:
                    found.append(contact)
        if block.kind == "heading" or not asked_above:
            asked_above = bool(_ASKED.search(text)) and len(text) < 60
    return found


def _in_block(article: Article, block: Block, *, asked: bool) -> Iterator[Contact]:
    place, pending = block.start, ""
    held: list[tuple[str, int, int]] = []
    name, area = "", ""
    for found in _NUMBER.finditer(article.text, block.start, block.end):
        between = article.text[place : found.start()]
        if (found["bare"] and not (asked or area)) or _NOT_ASKED.search(between[-12:]):
            continue
        if found["mobile"] and not asked:
            continue
        if held and between.strip(_TRIM):
            yield _contact(block, name, held)
            held = []
        if not held:
            name = _name(between) or pending
        area = (found["area"] or "").strip("()") or area
        held.append(
            (
                _phone(found, area if article.text[place : found.start()].strip(_TRIM) == "" else ""),
                found.start(),
                found.end(),
            )
        )
        place = found.end()
    if held:
        yield _contact(block, name, held)


def _phone(found: re.Match[str], area: str) -> str:
    if found["local"]:
        number = f"{found['area'].strip('()')}-{found['local']}"
    elif found["bare"]:
        number = f"{area}-{found['bare']}" if area else found["bare"]
    else:
        number = (found["mobile"] or found["short"] or found["free"]).strip("-")
    return f"{number} ext. {found['extension']}" if found["extension"] else number


def _name(before: str) -> str:
    """The words before a number that say who answers."""
    last = re.split(r"[。;!?\n|]", before)[-1]
    words = _DROPPED.sub(" ", last).strip(_TRIM)
    parts = [part for part in re.split(r"[,、:]| {2,}", words) if part.strip(_TRIM)]
    words = parts[-1].strip(_TRIM) if parts else ""
    if not words and "|" in before:
        cells = [cell.strip(_TRIM) for cell in before.split("|") if cell.strip(_TRIM)]
        words = cells[-1] if cells else ""
    limit = _ENGLISH_NAME if words.isascii() else _NAME
    return words if len(words) <= limit and not words.isdigit() else ""


def _contact(block: Block, name: str, held: list[tuple[str, int, int]]) -> Contact:
    ids = dict.fromkeys(
        id for mention in find_mentions(name) for id in mention.ids if id not in ("all", "channel.phone")
    )
    return Contact(
        name=name,
        phones=tuple(dict.fromkeys(phone for phone, _, _ in held)),
        services=tuple(ids),
        start=held[0][1],
        end=held[-1][2],
        clause=block.clause,
    )
