"""General words for services: everything, settlement as such, both branches of off-site care."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outageplan.drafting.mention_uses import Mention

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
OTHER_INSURANCE = re.compile(
    r"(?:(?:养老|工伤|失业|社会|长期护理)(?:保险)?|年金|公积金|社会保障卡|社保卡|就业|人才)(?:待遇|类)?等?(?:业务)?(?:的)?$"
)
_AT_THE_AGENCY = re.compile(r"经办(?:机构|窗口|大厅|中心)[^,。;、:]{0,12}$")
_NEAR = 24  # characters before general words in which it stands who runs what is meant
_HANDLED = re.compile(  # 医保业务办理及费用结算
    r"(?:医保|医疗保障)业务(?:的)?办理(?=[及和、与])|(?<=结算[及和、与])(?:医保|医疗保障)业务(?:的)?办理"
)
_SETTLED_SLOWLY = re.compile(r"结算(?=缓慢|较慢|延迟|异常|不稳定|不了)")
_SETTLED = re.compile(
    r"(?:停止|暂停|停办|无法|不能|暂不)(?:办理|进行|正常|实时)?(?P<it>结算)(?!单|清|期|窗口|系统|人员|数据|时间|规则|协议)"
)
_INSIDE = r"(?:省内|区内|市外)(?:异地|其[他它]地?(?:市|州|市\(州\)|市州|地市|统筹区|城市))?"
_OUTSIDE, _AND = "(?:跨省|省外|区外)(?:异地)?", "(?:[、和及与]|以及)"
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
_NOT_USED = re.compile(  # 药店都用不了医保; 医保都刷不成
    r"(?:用不[了上成]|不能(?:使)?用|刷不成)医保(?:结账|结算)?(?![码卡电\u4e00-\u9fff])|医保(?:都|也)?(?:刷|用)不[了成上](?![码卡])"
)
_NAMED = (  # what stands for one branch, as a whole
    (_SEEING, "settlement"),
    (_NOT_USED, "settlement"),
    (_BOTH_BRANCHES, "settlement.offsite"),
    (_HANDLED, "handling"),
    (_SETTLED_SLOWLY, "settlement"),
)
_WHOLLY = re.compile(
    r"(?:\([^()\n]{1,40}\))?(?:将)?(?:全部|全面|一律|均|都)(?:停|暂停|停止|停办|关闭|中断|无法|不能)"
    r"|\((?:含|包括)[^()\n]{1,40}\)(?:将)?(?:停|暂停|停止|停办)"
)
_OWN_FUNCTIONS = re.compile(r"[\u4e00-\u9fff](?<![停止暂闭用的及和与断])")
_REST = ("其他", "其它", "其余")


def general(text: str) -> Iterator[Mention]:
    """The services that general words of a text name, in no order; `loose` where only what stops with them tells."""
    for found in _AT_BOTH.finditer(text):
        card = ("credential.card.payment",) if "刷卡" in found["it"] else ()
        yield Mention(start=found.start("it"), end=found.end(), ids=(*card, "settlement"))
    named = set()
    for pattern, id in _NAMED:
        for found in pattern.finditer(text):
            named.add(found.start())
            yield Mention(start=found.start(), end=found.end(), ids=(id,))
    for found in _SETTLED.finditer(text):
        yield Mention(start=found.start("it"), end=found.end(), ids=("settlement",))
    for found in _ALL.finditer(text):
        if found.start() in named:
            continue
        if OTHER_INSURANCE.search(text[max(0, found.start() - 14) : found.start()]):
            continue
        if found[0].endswith("功能") and _OWN_FUNCTIONS.search(text, max(0, found.start() - 1), found.start()):
            continue  # 挂网申报、信息维护全部功能: those of what is named
        if found[0].startswith(_REST):
            continue  # the rest: the sentence says of what, which is for the reader of effects
        listed = "医疗救助" in found[0] and _AT_THE_AGENCY.search(text, max(0, found.start() - _NEAR), found.start())
        agency = "经办" in found[0] or listed
        ids = ("handling",) if agency and "结算" not in found[0] else ("all",)
        loose = found[0].startswith("医") and not _WHOLLY.match(text, found.end())
        yield Mention(start=found.start(), end=found.end(), ids=ids, loose=loose)
