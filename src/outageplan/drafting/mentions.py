"""Services by the words of an announcement: the longest match, in lists as people write them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from outageplan.catalog.services import services
from outageplan.drafting.characters import plain_form
from outageplan.drafting.mention_uses import LIST_GAP, Mention, by_use
from outageplan.drafting.premiums import premiums

__all__ = ["Mention", "find_mentions"]

_LOCAL = "settlement.local."
_OFFSITE = "settlement.offsite"
_BRANCHES = (f"{_OFFSITE}.in_province", f"{_OFFSITE}.cross_province")
_KINDS = ("inpatient", "outpatient", "chronic", "pharmacy")
_TIGHT_GAP = re.compile(
    r"(?:的|费用|医疗费用|就医|服务|业务|直接结算|联网|定点|\(|含|包括|medical|settlements?|care|services?|for|of|"
    r",? ?including| ){0,5}"
)
_SUFFIX_GAP = re.compile(r"(?:的|费用|医疗费用|医疗|医保|医疗费|等|就医|购药|直接|联网|\)| ){0,4}")
_ALL = re.compile(
    r"(?:线上线下)?(?:各渠道|各类渠道|全渠道)(?:医疗保障|医疗保险|医保)业务|(?:全部|所有|各项|一切|各类|其他|"
    r"其它|其余)的?(?:线上线下)?(?:省直|省本级|市直|本级|全市|全省|本市)?(?:基本)?(?:医疗保障|医疗生育保险|"
    r"医疗保险|医保)?(?:的?(?:相关|经办|信息系统))?(?:业务|服务|功能|事项)"
    r"|(?:全部|所有|各项)(?:(?:基本)?医疗保险|生育保险|医疗救助|[、和及与]){2,6}(?:业务|服务)"
    r"|(?:医疗保障|医疗保险|医保)(?:的)?(?:各项|所有|全部|一切|各类|相关)(?:经办)?(?:业务|服务|功能|事项)"
    r"|(?:医疗保障|医疗保险|医保)(?:业务|服务)(?!平台|中心|协议|指南|大厅|热线|窗口|网|站|电话|质量|水平|"
    r"能力|部|管理|区|科|处|改造|编码)"
    r"|all (?:online )?(?:(?:of the )?(?:medical security|medical insurance|"
    r"health insurance)(?: related)? )?(?:operations|services|business(?: processing)?|"
    r"settlement and services)"
    r"|all (?:procedures|functions) related to medical insurance"
)
_OTHER_INSURANCE = re.compile(
    r"(?:(?:养老|工伤|失业|社会|长期护理)(?:保险)?|年金|公积金|社会保障卡|社保卡|就业|人才)(?:待遇|类)?等?(?:业务)?(?:的)?$"
)
_AT_THE_AGENCY = re.compile(r"经办(?:机构|窗口|大厅|中心)[^,。;、:]{0,12}$")
_NEAR = 24  # characters before general words in which it stands who runs what is meant
_HANDLED = re.compile(r"(?:医保|医疗保障)业务(?:的)?办理(?=[及和、与])")  # 医保业务办理及费用结算
_SETTLED_SLOWLY = re.compile(r"结算(?=缓慢|较慢|延迟|异常|不稳定|不了)")
_SETTLED = re.compile(
    r"(?:停止|暂停|停办|无法|不能|暂不)(?:办理|进行|正常|实时)?(?P<it>结算)(?!单|清|期|窗口|系统|人员|数据|时间|规则|协议)"
)
_INSIDE, _OUTSIDE, _AND = "(?:省内|区内|市外)(?:异地)?", "(?:跨省|省外|区外)(?:异地)?", "(?:[、和及与]|以及)"
_BOTH_BRANCHES = re.compile(  # 省内、跨省异地就医直接结算
    rf"(?:{_INSIDE}{_AND}{_OUTSIDE}|{_OUTSIDE}{_AND}{_INSIDE})(?:就医)?(?:直接|联网|实时)?(?:结算)?(?!(?:异地)?(?:就医)?备案)"
)
_AT_BOTH = re.compile(  # 医院、药店的结算
    r"(?:医院|医疗机构|诊所)(?:[、和及与]|以及)(?P<it>(?:定点|零售)*药[店房]"
    r"(?:的?(?:医保|联网|实时|刷卡)*结算|刷卡(?:看病|就医)(?:买药|购药)?))"
)
_SEEING = re.compile(  # 看病、买药的医保结算, 看病刷医保
    r"(?<![\u4e00-\u9fff]地)看病(?=[、和及与](?:住院|门诊|买药|购药|拿药|取药)|的?(?:医保)?(?:结算|刷卡)|刷医保|用医保)"
)
_WHOLLY = re.compile(r"(?:\([^()\n]{1,40}\))?(?:将)?(?:全部|全面|一律|均|都)(?:停|暂停|停止|停办|关闭|中断|无法|不能)")
_REST = ("其他", "其它", "其余")


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
    general = {mention.start: mention for mention in (*premiums(folded), *_general(folded))}
    place, size, heads = 0, len(folded), _by_head()
    while place < size - 1:
        mention = general.get(place) or _at(folded, place, heads)
        if mention is None:
            place += 1
            continue
        if not (mention.ids == ("handling",) and _OTHER_INSURANCE.search(folded, max(0, place - 14), place)):
            found.append(mention)  # 养老、失业保险业务经办
        place = mention.end
    return _of_national_platform(text, by_use(folded, _placed(folded, [mention for mention in found if mention.ids])))


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


def _general(text: str) -> Iterator[Mention]:
    for found in _AT_BOTH.finditer(text):
        card = ("credential.card.payment",) if "刷卡" in found["it"] else ()
        yield Mention(start=found.start("it"), end=found.end(), ids=(*card, "settlement"))
    for found in _SEEING.finditer(text):
        yield Mention(start=found.start(), end=found.end(), ids=("settlement",))
    for found in _BOTH_BRANCHES.finditer(text):
        yield Mention(start=found.start(), end=found.end(), ids=(_OFFSITE,))
    for found in _HANDLED.finditer(text):
        yield Mention(start=found.start(), end=found.end(), ids=("handling",))
    for found in _SETTLED_SLOWLY.finditer(text):
        yield Mention(start=found.start(), end=found.end(), ids=("settlement",))
    for found in _SETTLED.finditer(text):
        yield Mention(start=found.start("it"), end=found.end(), ids=("settlement",))
    for found in _ALL.finditer(text):
        if _OTHER_INSURANCE.search(text[max(0, found.start() - 14) : found.start()]):
            continue
        if found[0].startswith(_REST):
            continue  # the rest: the sentence says of what, which is for the reader of effects
        listed = "医疗救助" in found[0] and _AT_THE_AGENCY.search(text, max(0, found.start() - _NEAR), found.start())
        agency = "经办" in found[0] or listed
        ids = ("handling",) if agency and "结算" not in found[0] else ("all",)
        loose = found[0].startswith("医") and not _WHOLLY.match(text, found.end())
        yield Mention(start=found.start(), end=found.end(), ids=ids, loose=loose)


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
        if mention.ids == _AT_PHARMACIES and _AND_HOSPITALS.search(text, max(0, mention.start - _NEAR), mention.end):
            mention = replace(mention, ids=("settlement",))
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
    r"(?:医疗机构|医院|诊所|卫生院|卫生[室站所]|门诊部|服务中心|医药机构)(?:\([^()]{1,24}\))?(?:[、和及与]|以及|或)(?:各)?$|(?:institutions|hospitals|"
    r"clinics) and (?:at )?(?:designated )?(?:retail )?$"
)


_AT_PHARMACIES = ("settlement.local.pharmacy",)
_AND_HOSPITALS = re.compile(
    r"(?:医疗机构|医院|诊所|卫生院|卫生[室站所])(?:[、和及与]|以及|或)(?:定点|零售)*药[店房](?:医保|联网|实时)?结算$"
)  # of both


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
