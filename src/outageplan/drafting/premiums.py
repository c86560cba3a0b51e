"""Contributions by who pays them: 职工基本医疗保险(含生育保险)费, 灵活就业人员、城乡居民缴纳的基本医疗保险费."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outageplan.drafting.mention_uses import Mention

_PREMIUM = re.compile(
    r"(?P<who>(?:(?:用人|参保)?单位|(?:城镇)?职工|灵活就业人员|(?:城乡)?居民)"
    r"(?:[、和及与](?:灵活就业人员|(?:城乡)?居民|职工|(?:用人|参保)?单位)){0,2})"
    r"(?:缴纳的|应缴的|的)?(?:职工|居民)?(?:基本)?医疗?保险?(?:\(含生育保险\))?(?:参保)?缴?费(?!用|率|基)(?:\(含生育保险费?\))?"
)
_EACH = r"(?:(?:城镇)?职工|灵活就业人员|(?:城乡)?居民)(?:基本)?(?:医保|医疗保险)"
_OF_EACH = re.compile(
    rf"(?P<who>{_EACH}(?:[、和及与]{{1,2}}{_EACH}){{1,2}})的?缴费(?!用|率|基)"
)  # 职工医保和居民医保的缴费
_PAID = re.compile(
    r"缴纳(?:20\d\d年)?(?:\d{1,2}月份?)?(?:基本|城乡居民|职工)*(?:医疗保险费|医保费|社会保险费|社保费)(?!的)"
)
_PAYERS = (
    ("employee", re.compile("职工|单位")),
    ("flexible", re.compile("灵活就业")),
    ("resident", re.compile("居民")),
)


_OF_ALL = re.compile(  # 社会保险费（含医保费）申报缴纳
    r"社(?:会保险|保)费(?:\(含[^()\n]{1,12}\))?(?:的)?(?:(?:申报|缴纳|征收|征缴|缴费)(?:和|及|、)?){1,2}"
)


def premiums(text: str) -> Iterator[Mention]:
    """The contributions that a text names by their payers, in order."""
    for found in (*_PREMIUM.finditer(text), *_OF_EACH.finditer(text)):
        ids = tuple(f"contribution.collection.{payer}" for payer, word in _PAYERS if word.search(found["who"]))
        yield Mention(start=found.start(), end=found.end(), ids=ids)
    for found in (*_OF_ALL.finditer(text), *_PAID.finditer(text)):
        yield Mention(start=found.start(), end=found.end(), ids=("contribution.collection",))
