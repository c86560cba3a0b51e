"""Services by the words of an announcement: the longest match, in lists as people write them."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from pathlib import Path

import yaml

from outageplan.catalog.services import services
from outageplan.drafting import vocabulary as say
from outageplan.drafting.characters import plain_form
from outageplan.drafting.general_words import OTHER_INSURANCE, general
from outageplan.drafting.mention_uses import LIST_GAP, Mention, by_use
from outageplan.drafting.premiums import premiums

__all__ = ["Mention", "find_mentions"]

_NEAR = 40  # characters before contributions that say to which insurance
_CLAUSE = re.compile(r"[,。;:!?\n|]")
_LOCAL = "settlement.local."
_OFFSITE = "settlement.offsite"
_BRANCHES = (f"{_OFFSITE}.in_province", f"{_OFFSITE}.cross_province")
_KINDS = ("inpatient", "outpatient", "chronic", "pharmacy")
_TIGHT_GAP = re.compile(
    r"(?:的|费用|医疗费用|就医|服务|业务|直接结算|联网|定点|\(|含|包括|medical|settlements?|care|services?|for|of|"
    r",? ?including| ){0,5}"
)
_SUFFIX_GAP = re.compile(r"(?:的|费用|医疗费用|医疗|医保|医疗费|等|就医|购药|直接|联网|\)| ){0,4}")


@functools.cache
def _words() -> dict[str, tuple[str, ...]]:
    """Every word with the ids that it stands for; none for words that only look like a service."""
    path = Path(__file__).with_name("service_words.yaml")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    ours: dict[str, list[str]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    nothing, not_in_prose = ours.pop("nothing"), ours.pop("not-in-prose")
    found: dict[str, tuple[str, ...]] = {}
    for service in services().values():
        for word in (service.name["zh"], service.name["en"], *service.synonyms):
            for part in re.split(r"[（）()]", word):
                if len(part) > 1 and part not in not_in_prose:
                    found.setdefault(_folded(part), (service.id,))
    found.update({_folded(word): () for word in nothing})
    found.update({_folded(word): tuple(ids.split()) for ids, words in ours.items() for word in words})
    return found


def _folded(word: str) -> str:
    return "".join(map(plain_form, word)).casefold()


@functools.cache
def _by_head() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The words by their first two characters, the longest first."""
    heads: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, ids in _words().items():
        heads.setdefault(word[:2], []).append((word, ids))
    return {head: tuple(sorted(words, key=lambda one: -len(one[0]))) for head, words in heads.items()}


def find_mentions(text: str) -> list[Mention]:
    """The services that a text names, in order, not overlapping."""
    lowered = text.lower()
    folded = lowered if len(lowered) == len(text) else text
    found: list[Mention] = []
    named = {mention.start: mention for mention in (*premiums(folded), *general(folded))}
    place, size, heads = 0, len(folded), _by_head()
    while place < size - 1:
        mention = named.get(place) or _at(folded, place, heads)
        if mention is None:
            place += 1
            continue
        if not _is_of_other_insurance(folded, mention):
            found.append(mention)
        place = mention.end
    return _of_national_platform(text, by_use(folded, _placed(folded, [mention for mention in found if mention.ids])))


def _is_of_other_insurance(text: str, mention: Mention) -> bool:
    """Whether a general word is about pensions and the like: 养老、失业保险业务经办, 工伤保险费缴费."""
    if mention.ids == ("handling",):
        return OTHER_INSURANCE.search(text, max(0, mention.start - 14), mention.start) is not None
    if mention.ids != ("contribution.collection",):
        return False
    clause = _CLAUSE.split(text[max(0, mention.start - _NEAR) : mention.end])[-1]
    return say.is_of_other_insurance(clause)


def _of_national_platform(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without the app and the mini programs that a sentence names as the national platform's own."""
    national = [mention for mention in mentions if mention.ids == ("channel.national",)]
    if not national:
        return mentions

    def own(mention: Mention) -> bool:
        near = [one for one in national if abs(one.start - mention.start) < 160]
        return any(not _STOP_MARK.search(text, *sorted((one.start, mention.start))) for one in near)

    return [one for one in mentions if one.ids not in _NATIONAL_CHANNELS or not own(one)]


_STOP_MARK = re.compile(r"[。;]|\. ")
_NATIONAL: dict[tuple[str, ...], tuple[str, ...]] = {
    ("channel.app",): ("channel.national.app",),
    ("channel.mini_program",): ("channel.national.wechat", "channel.national.alipay"),
}
_NATIONAL_CHANNELS = (("channel.app",), ("channel.mini_program",))


def _at(text: str, place: int, heads: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]) -> Mention | None:
    for word, ids in heads.get(text[place : place + 2], ()):
        if word.endswith("公众号") and text[place + len(word) : place + len(word) + 1] in '“「【‘"':
            continue  # the name of one to follow
        if text.startswith(word, place) and (not word[0].isascii() or _is_word(text, place, place + len(word))):
            return Mention(start=place, end=place + len(word), ids=ids)
    return None


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    behind = text[end] if end < len(text) else " "
    return not (before.isascii() and before.isalnum()) and not (behind.isascii() and behind.isalnum())


def _placed(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the off-site branch handed down the list that it stands before or behind."""
    found: list[Mention] = []
    branch: tuple[str, ...] | None = None
    for mention in mentions:
        gap = text[found[-1].end : mention.start] if found else None
        previous = found[-1] if found else None
        if previous is None or gap is None or len(gap) > 24 or not LIST_GAP.fullmatch(gap):
            branch = None
        if previous and _is_offsite(previous) and gap is not None and _TIGHT_GAP.fullmatch(gap) and _kind(mention):
            branch = _branches(previous)
            found.pop()  # it only says where the services behind it are used
        if branch and _kind(mention):
            mention = replace(mention, ids=tuple(f"{one}.{_kind(mention)}" for one in branch))
        elif branch and _is_offsite(mention):
            branch = None
        if _is_provider(text, mention) or (previous and gap is not None and _adds_nothing(previous, mention, gap)):
            continue
        if (
            previous
            and found[-1:] == [previous]
            and gap in ("", "的")
            and len(previous.ids) == 1
            and mention.ids[0].startswith(f"{previous.ids[0]}.")
        ):
            found.pop()  # 社保卡挂失 is not the whole card
        if previous and gap is not None and previous.ids[0].startswith("channel.national.") and LIST_GAP.fullmatch(gap):
            mention = replace(mention, ids=_NATIONAL.get(mention.ids, mention.ids))
        if previous and gap is not None and _repeats(previous, mention, gap):
            continue
        if _is_offsite(mention) and gap is not None and _TIGHT_GAP.fullmatch(gap) and previous and _kind(previous):
            _hand_back(text, found, _branches(mention))
            continue
        found.append(mention)
    return found


_COLLECTION = ("contribution.collection",)
_PAID = re.compile(r"(?:的|申报|征收|征缴|缴纳|业务|及|和|由税务(?:部门|机关)|照常|正常|仍|可|继续){0,5}")
_LONGEST_LIST = 12
_PLACES = ("药店", "药房", "pharmacies", "pharmacy")
_PROVIDERS = re.compile(
    r"(?:医疗机构|医院|诊所|卫生院|卫生[室站所]|门诊部|服务中心|医药机构)(?:\([^()]{1,24}\))?(?:[、和及与]|以及|或)(?:各)?(?:协议|定点)?$|(?:institutions|hospitals|"
    r"clinics) and (?:at )?(?:designated )?(?:retail )?$"
)


def _is_provider(text: str, mention: Mention) -> bool:
    """Whether a pharmacy is only named beside the hospitals as a place where something is done."""
    word = text[mention.start : mention.end]
    if (
        mention.ids != ("settlement.local.pharmacy",)
        or not word.endswith(_PLACES)
        or "购药" in text[mention.end : mention.end + 2]
    ):
        return False
    return bool(_PROVIDERS.search(text[max(0, mention.start - 40) : mention.start]))


def _adds_nothing(previous: Mention, mention: Mention, gap: str) -> bool:
    """Whether a general word for channels only closes their list: 公众号、App **线上业务**."""
    return (
        not gap
        and previous.ids[0].startswith("channel.")
        and len(mention.ids) > 1
        and mention.ids[0].startswith("channel.")
    )


def _repeats(previous: Mention, mention: Mention, gap: str) -> bool:
    """Whether a general word only closes the list before it: 门诊、住院费用 **直接结算**, 职工医保费申报 **缴费**."""
    if mention.ids == _COLLECTION and all(id.startswith(f"{_COLLECTION[0]}.") for id in previous.ids):
        return _PAID.fullmatch(gap) is not None
    if mention.ids not in (("settlement",), ("filing",), ("reimbursement",), ("credential.card.payment",)):
        return False
    root = mention.ids[0].split(".")[0]
    same = any(id.split(".")[0] == root for id in previous.ids)
    card = mention.ids == ("credential.card.payment",)
    if gap.startswith(")"):
        return False  # (含异地)的直接结算: what stands in brackets is only included
    return (same and not card) and len(gap) <= 8 and bool(_SUFFIX_GAP.fullmatch(gap))


def _hand_back(text: str, changed: list[Mention], branch: tuple[str, ...]) -> None:
    """住院费用、门诊费用 **跨省** 直接结算: the branch behind a list holds for all of it."""
    for place in range(len(changed) - 1, max(-1, len(changed) - 1 - _LONGEST_LIST), -1):
        kind = _kind(changed[place])
        if not kind:
            break
        if place < len(changed) - 1 and not LIST_GAP.fullmatch(text[changed[place].end : changed[place + 1].start]):
            break
        changed[place] = replace(changed[place], ids=tuple(f"{one}.{kind}" for one in branch))


def _is_offsite(mention: Mention) -> bool:
    return len(mention.ids) == 1 and mention.ids[0] in (_OFFSITE, *_BRANCHES)


def _branches(mention: Mention) -> tuple[str, ...]:
    return _BRANCHES if mention.ids == (_OFFSITE,) else mention.ids


def _kind(mention: Mention) -> str | None:
    """`inpatient` for `settlement.local.inpatient`, where the same is also settled off-site."""
    if len(mention.ids) != 1 or not mention.ids[0].startswith(_LOCAL):
        return None
    kind = mention.ids[0].removeprefix(_LOCAL)
    return kind if kind in _KINDS else None
