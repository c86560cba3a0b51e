"""By when, from when and in which spell a sentence says that people do something."""

from __future__ import annotations

import re

from outageplan.drafting.event import Event, Role
from outageplan.drafting.times import Due, Kind

_SPELL = re.compile(
    r"(?:settle|claim|refund|counter|invoice)|(?:受理|办理|申请|申报|报销|补[结记刷录])时间|可[在于到]|期间[^,。;]{0,6}(?:办理|申请|报销|补|受理|结算)|请[在于]|(?:办理|申请|报销|受理|补[结记刷录办])"
)
_BRINGING = re.compile(
    r"(?:期间|内)?,?(?:均?可)?(?:[持凭带拿携][^。;]{2,40}|[回来][^,。;]{0,12})(?:结账|结清|退费|结算|报销|补[结记刷录办报]|申[请领报]|参保地)"
)  # 起至9月30日,持发票到
_AGAIN = re.compile(r"settle (?:\w+ ){0,2}again[^.;]{0,24}$|have $")  # you have until 30 June to bring them
_NOT_YET = re.compile(r"受理|办理|申请|报销|补|结算|办|settle|claim|apply")
_BREAK = re.compile(r"[,。;:]")
_MUST = re.compile(r"请|须|(?<![如确])需|应(?!急)|要(?!求)|务必|可")
# 12月20日前出院**的**,: whom a rule is for, and no deadline
_WHO = re.compile(r"(?!未(?:上传|办|缴|结|申|提|完|备|处|报))[^,。;:]{0,40}的,")
# who has done it by then is well: 10月31日前补缴到账的,视同连续缴费; 8时前达到出院标准的,应及时结算
_IN_TIME = re.compile(
    r"(?:足额)?(?:补缴|补办|补报|缴[清纳])[^,。;:]{0,10}的,(?:均)?(?:视同|视为|不影响|不计|不加收|不算|不视)"
    r"|(?:达到|符合)出院(?:标准|条件|指征)的[^,。;:]{0,4},(?:请|应|须|要)(?:及时|即时|尽快)"
)
_WHO_TOO = re.compile(r",[^。;:]{0,40}?的,")  # 入院在12月20日前,出院在25日后的,
_IN_HOSPITAL = re.compile(r"(?:入院|出院|住院|就医|就诊|参保|开具|发生)(?:日期|时间)?(?:在|于)?$")
_OF_A_PAPER = re.compile(r"(?:日期|时间段|发票|费用|入院|出院|住院|发生|产生|开具)[^,。;]{0,6}$")
_WITHIN = re.compile(r"(?:期间|之间|内|之内)?[^,。;()]{0,10}(?:办|结算|缴|报|申请|提交|出院|完成)")
_BY_THEN = re.compile(r"(?:完成|办完|做完|办结|报完|前[来往去到])")
_CLOSES = re.compile(
    r"(?:缴纳|缴费|申报|办理)期限(?:仍)?[为是]$|[Dd]eadline (?:is|remains|stays)(?: on)? ?$"
    r"|截止(?:时间|日期)?(?:相应|统一)?(?:仍|由[^,。;]{1,12})?(?:调整|延长|推迟|延至|改)?(?:为|至|到|是|:)$"
)
_OUR_PROMISE = re.compile(
    r"(?:我|本)(?:局|中心|院|行|公司|市|县|区)[^,。;]{0,6}(?:将|会)[^,。;]{0,4}$"
)  # 我局将于2小时内发布
_TELLS = re.compile(r"[^,。;]{0,20}(?:公布|发布|通知|通报|公告|告知)")
_WAS_DONE = re.compile(r"[^,。;]{0,24}人次")  # 停机前三天,患者提前取药1.2万人次
_PAID_OUT = re.compile(r"[^,。;]{0,4}(?:发放|拨付|到账)")  # 工资延后至11月20日发放
_OWN_HOURS = re.compile(r"(?:值班|坐诊|开诊)(?:相应)?$")  # 第一个周六值班顺延到6月15日
_MAY_THEN = re.compile(r",[^,。;]{2,24}可(?:为|将|对)[^,。;]{0,20}办理")


def due_of(event: Event, text: str, offset: int) -> Due | None:
    """By when people must do something; None where a time is no deadline for them, or only says whom a rule is for."""
    start, end = event.found.start - offset, event.found.end - offset
    before, behind = _BREAK.split(text[:start])[-1], text[end:]
    told = _MUST.search(before)
    if event.former or behind.startswith("的") or (not told and _says_whom(before, behind)):
        return None
    if _asks_nothing(event, before, behind):
        return None
    if event.role is Role.DEADLINE and event.found.deadline:
        due = event.found.deadline
        return due if due.moment or due.anchor else None
    if event.role is Role.OTHER and event.found.kind is Kind.MOMENT and _CLOSES.search(before):
        return due_at_start(event)
    if event.role is Role.OTHER and event.found.kind is Kind.RANGE and _MAY_THEN.match(behind):
        return due_at_end(event)
    if event.role is not Role.OTHER or not told:
        return None
    if event.found.kind is Kind.RANGE and _WITHIN.match(behind):
        return due_at_end(event)
    if event.found.kind is Kind.MOMENT and _BY_THEN.match(behind):
        return due_at_start(event)
    return None


def _asks_nothing(event: Event, before: str, behind: str) -> bool:
    """Whether nobody has to act by a time: an office will tell by then, pay comes later, people have done it."""
    if _OUR_PROMISE.search(before) and _TELLS.match(behind):
        return True
    if event.found.words[0] in "延推顺" and _PAID_OUT.match(behind):
        return True
    return _WAS_DONE.match(behind) is not None or _OWN_HOURS.search(before) is not None


def _says_whom(before: str, behind: str) -> bool:
    """Whether a time stands in what a rule is for: 12月20日前出院的,垫付."""
    if _IN_TIME.match(behind):
        return False
    return bool(_WHO.match(behind) or (_IN_HOSPITAL.search(before) and _WHO_TOO.match(behind)))


def is_earliest(event: Event, text: str, offset: int) -> bool:
    """Whether a time says from when on something may be done."""
    behind = text[event.found.end - offset : event.found.end - offset + 12]
    boundary = event.found.start_boundary
    return (
        event.role is Role.OTHER
        and event.found.kind is Kind.START
        and boundary is not None
        and boundary.moment is not None
    ) and bool(_NOT_YET.search(behind))


def is_spell(event: Event, text: str, offset: int) -> bool:
    """Whether a stretch of time is one in which something can be done: 受理时间为10月8日至10月29日."""
    if event.role is not Role.OTHER or event.found.kind not in (Kind.RANGE, Kind.END):
        return False
    before, behind = text[: event.found.start - offset], text[event.found.end - offset :]
    if _OF_A_PAPER.search(before) or (_says_whom("", behind) and not _MUST.search(_BREAK.split(before)[-1])):
        return False
    if _BRINGING.match(behind) or (event.found.kind is Kind.END and _AGAIN.search(before)):
        return True
    near = text[max(0, event.found.start - offset - 14) : event.found.end - offset + 14]
    return event.found.kind is Kind.RANGE and bool(_SPELL.search(near))


def due_at_start(event: Event | None) -> Due | None:
    """The start of a time as a deadline, where it has a date."""
    boundary = event.found.start_boundary if event else None
    return Due(moment=boundary.moment) if boundary and boundary.moment else None


def due_at_end(event: Event | None) -> Due | None:
    """Its end."""
    boundary = event.found.end_boundary if event else None
    return Due(moment=boundary.moment) if boundary and boundary.moment else None
