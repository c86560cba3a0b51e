"""What a service is named for: the card as a means of payment, the payer of contributions, what is applied for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

LIST_GAP = re.compile(
    r"(?:的|费用|医疗费用|医疗费|服务|业务|就医|治疗|直接结算|联网|即时结算|结算|[、和及与或]|以及|\(|含|"
    r"包括|等|, | and |, and |,? ?including | services| care| visits|treatment for | ){0,6}"
)


_WHOSE = 48  # characters before a service that say whose it is
_LIST = 120  # characters of a list in brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name services: `start` to `end` of the article's text. `loose` where the words are only general."""

    start: int
    end: int
    ids: tuple[str, ...]
    loose: bool = False


def by_use(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a text, each as what it is named for there."""
    named = _without_heads(text, list(mentions))
    named = [_of_account(text, _of_visitors(text, one)) for one in named]
    used = [_of_whom(text, _of_credential(text, one)) for one in _with_ends(named)]
    return _applied_for(text, [one for one in used if not _is_paid_back(text, one) and not _holds_a_machine(text, one)])


def _with_ends(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, int]]:
    """Each mention with the place behind the one before it."""
    end = 0
    for mention in mentions:
        yield mention, end
        end = mention.end


_HEADS = re.compile(r"类?(?:业务|服务)?\((?:即|指)?|业务?:")
_OF_WHAT = re.compile(r" (?:of|for) ")


def _without_heads(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without the general word for settlement before the kinds that it stands for: 就医购药类(门诊、住院)."""

    def heads(mention: Mention, behind: Mention) -> bool:
        if mention.ids != ("settlement",):
            return False
        if _OF_WHAT.fullmatch(text, mention.end, behind.start):
            return all(id.startswith("settlement.") for id in behind.ids)
        end = text.find(")", behind.start, behind.start + _LIST)
        more = text.find("等", behind.start, end if end >= 0 else behind.start + _LIST) >= 0
        kinds = all(id.startswith("settlement.local.") for id in behind.ids)
        return kinds and not more and _HEADS.fullmatch(text, mention.end, behind.start) is not None

    following = [*mentions, None][1:]
    return [one for one, behind in zip(mentions, following, strict=True) if behind is None or not heads(one, behind)]


# ---- Cards and codes ---------------------------------------------------------------------------------------

_USED = re.compile(r"结算|刷|使用|支付|消费|付款|就医|看病|就诊|购药|用不|不能用|都不能|扫码|记账")
_MANAGED = re.compile(
    r"申领|申请|领取|领卡|挂失|解挂|补[换办领卡]|换[发领卡]|制卡|发卡|办卡|注销|激活|启用|业务|服务|功能|管理|"
    r"停用|停止使用|作废|失效|\(|issu|replac|loss"
)
_HELD = re.compile(r"(?:刷|持|用|凭|划|插|拿|扫)(?:本人|其|的)?$|swip\w+ (?:of )?(?:the |their )?$")
_PAYING_CARD = re.compile(r"医保(?:ic)?卡|医疗保险卡")
_WITH_CODE = re.compile(r"[、或和及与/](?:医保码|医保电子)")
_CODE_USED = re.compile(r"^[^,。;、]{0,8}?(?:结算|消费|支付|刷码|扫码|付款)")
_AS_A_BANK_CARD = re.compile(r"(?:的)?(?:银行|金融)|,[^。;医]{0,30}金融(?:功能|业务|服务)")
_STILL_ACTIVATED = re.compile(r"^(?:可以?|仍可?)?(?:照常|正常)激活")
_CODE_ACTIVATED = re.compile(r"^[”\"』」]?(?:的)?(?:激活|申领)")


def _of_credential(text: str, named: tuple[Mention, int]) -> tuple[Mention, int]:
    """医保卡、社保卡 **结算**: paying with the card. Only 申领, 挂失 and the like are the management of cards."""
    mention, previous = named
    behind = re.split(r"[。;:,]", text[mention.end : mention.end + 24])[0]
    before = text[max(0, mention.start - 5) : mention.start]
    if mention.ids == ("credential.card",) and _AS_A_BANK_CARD.match(text, mention.end):
        mention = replace(mention, ids=("credential.card.banking",))
    elif mention.ids == ("credential.card",):
        used, managed = _USED.search(behind), _MANAGED.search(behind)
        paying = _PAYING_CARD.search(text, mention.start, mention.end) or _HELD.search(before)
        paying = paying or _WITH_CODE.match(text, mention.end)
        first = used and (not managed or used.start() < managed.start())
        if first or (paying and not managed):
            mention = replace(mention, ids=("credential.card.payment",))
    elif mention.ids == ("credential.code",):
        if _CODE_ACTIVATED.search(behind) or _STILL_ACTIVATED.search(behind):
            mention = replace(mention, ids=("credential.code.activation",))
        elif _CODE_USED.search(behind) or before.endswith(("扫", "刷")) or _USED.search(text[previous : mention.start]):
            mention = replace(mention, ids=("credential.code.payment",))
    return mention, previous


_SPENT = re.compile(r"(?:资金)?的?(?:[及和、][^,。;、]{0,6})?(?:结算|支付|消费|刷卡|购药)")
_AT_A_SHOP = re.compile(r"(?:药店|买药|购药|刷卡)[^。;\n]{0,24}$")
_CREDITED = re.compile(r"[^,。;、]{0,6}(?:划拨|划入|划账|到账)")


def _of_account(text: str, mention: Mention) -> Mention:
    """个人账户及门诊统筹 **结算**: spending from it; 个人账户5月份的 **划拨**: what is credited."""
    if mention.ids != ("personal_account",):
        return mention
    shop = _AT_A_SHOP.search(text, max(0, mention.start - _WHOSE), mention.start)
    if shop or _SPENT.match(text, mention.end):
        return replace(mention, ids=("personal_account.spending",))
    return replace(mention, ids=("personal_account.allocation",)) if _CREDITED.match(text, mention.end) else mention


# ---- Whose it is --------------------------------------------------------------------------------------------

_OF_PROVIDERS = re.compile(r"定点(?:医药|医疗|零售)?(?:机构|药店|药房|医院)(?:的(?:[^,。;参]{0,10}、)?)?$")
_PAYER = (
    ("employee", re.compile(r"职工|单位|企业")),
    ("flexible", re.compile(r"灵活就业")),
    ("resident", re.compile(r"居民|学生")),
)
_ONE_PAYER = r"(?:(?:城镇|企业|机关)?职工|(?:用人|参保)?单位|企业|(?:城乡|城镇)?居民|学生|灵活就业人员|灵活就业)"
_PAYERS = re.compile(
    rf"(?P<payers>{_ONE_PAYER}(?:(?:、|和|及|与|或|以及){_ONE_PAYER}){{0,3}})"
    r"(?:(?:参加|的|基本|医疗|医保|社会|社保|保险|生育|费用?|集中|自主|申报|正常|参保){0,8}|(?:暂?不能|无法)?在[^,。;]{1,20})$"
)


_LABELLED_PAYERS = re.compile(  # 2.灵活就业人员和城乡居民。医保费缴纳渠道
    rf"\n[^\n,。;:]{{0,6}}(?P<payers>{_ONE_PAYER}(?:(?:、|和|及|与|或|以及){_ONE_PAYER}){{0,3}})"
    r"(?:[。:]|\n{1,3})[^\n。]{0,90}$"
)


def _of_whom(text: str, named: tuple[Mention, int]) -> Mention:
    """城乡居民和灵活就业人员 **缴费**: the contributions of those who pay; 定点机构的 **信息变更**: of institutions."""
    mention, previous = named
    if mention.ids == ("enrolment.info_change",) and _OF_PROVIDERS.search(
        text[max(0, mention.start - 24) : mention.start]
    ):
        return replace(mention, ids=("provider.registration",))
    if mention.ids != ("contribution.collection",):
        return mention
    found = _PAYERS.search(text, max(previous, mention.start - 40), mention.start)
    if not found:
        found = _LABELLED_PAYERS.search(text, max(0, mention.start - 110), mention.start)
        if found and previous < found.end("payers"):
            return replace(mention, ids=_of_payers(found["payers"]))
        found = _PAYERS.search(text, max(0, mention.start - 40), mention.start)
        if not found or found["payers"] not in ("灵活就业人员", "灵活就业"):
            return mention
    return replace(mention, ids=_of_payers(found["payers"]))


def _of_payers(payers: str) -> tuple[str, ...]:
    return tuple(f"contribution.collection.{payer}" for payer, words in _PAYER if words.search(payers))


_MACHINE = re.compile(r"的?(?:自助|智能)(?:服务)?(?:终端|机|设备)")


def _holds_a_machine(text: str, mention: Mention) -> bool:
    """Whether a hall only says where the machine stands that is meant: 服务大厅的 **自助服务终端**."""
    return mention.ids == ("channel.window",) and _MACHINE.match(text, mention.end) is not None


_AT_THE_PROVIDER = re.compile(r"(?:机构|医院|药店|药房|就诊|就医|门诊|住院)[^。;]{0,14}$")
_AND_AGAIN = re.compile(r"[,、并再]{0,2}(?:重|补)")


def _is_paid_back(text: str, mention: Mention) -> bool:
    """回原医院 **退费** 重结: the bill is paid back where it was paid, and no contribution is."""
    if mention.ids != ("contribution.refund",):
        return False
    before = text[max(0, mention.start - 20) : mention.start]
    return bool(_AT_THE_PROVIDER.search(before) or _AND_AGAIN.match(text, mention.end))


_VISITORS = re.compile(
    r"(?:(?P<inside>省内(?:其他|外地|异地))|(?P<outside>外省|省外|跨省)|外地|异地)[^,。;]{0,12}(?:参保|患者|人员|病人)[^。;]{0,24}$"
)
_ABROAD_TOO = ("inpatient", "outpatient", "chronic", "pharmacy")
_ELSEWHERE = re.compile(r"在(?:[县市州区]外|外地)$")  # 本县参保人员在县外就医购药
_RIGHT_BEFORE = 4  # characters that say it
_FAR = 70  # characters before what they are treated for
_ABROAD = re.compile(
    r"在(?:省外|外省|区外)(?:看病|就医|就诊|住院|治疗|的)[^。;]{0,60}$|(?:外省|省外|区外)参保(?:人员|患者|群众)在我[省市州区县](?:的)?[^。;,]{0,40}$"
)


def _of_visitors(text: str, mention: Mention) -> Mention:
    """省内其他地市参保的患者可照常 **直接结算**: the off-site settlement of those who are insured elsewhere."""
    kind = mention.ids[0].removeprefix("settlement.local.")
    if kind in _ABROAD_TOO and _ABROAD.search(text, max(0, mention.start - _FAR), mention.start):
        return replace(mention, ids=(f"settlement.offsite.cross_province.{kind}",))
    if mention.ids != ("settlement",):
        return mention
    if _ELSEWHERE.search(text, max(0, mention.start - _RIGHT_BEFORE), mention.start):
        return replace(mention, ids=("settlement.offsite",))
    found = _VISITORS.search(text, max(0, mention.start - _WHOSE), mention.start)
    if found is None:
        return mention
    branch = ".in_province" if found["inside"] else ".cross_province" if found["outside"] else ""
    return replace(mention, ids=(f"settlement.offsite{branch}",))


# ---- What is applied for -----------------------------------------------------------------------------------

_APPLICATION = re.compile(
    r"(?:”|\"|的|等|待遇|资格|病种|药品|使用|患者){0,3}(?:申报|认定|申请|鉴定|评审|审批|审核|复审|"
    r"(?:各类)?(?:就医)?备案)|(?:\"| )?(?:declaration|application)s?"
)
_APPLIED_FOR = {
    f"settlement.local.{one}": f"treatment_application.{one}" for one in ("chronic", "two_diseases", "special_drug")
}


def _applied_for(text: str, mentions: list[Mention]) -> list[Mention]:
    """门诊慢特病、“两病” **申报**: what is applied for, not what is settled."""
    changed = list(mentions)
    following = False
    for place in range(len(changed) - 1, -1, -1):
        mention = changed[place]
        if len(mention.ids) != 1 or mention.ids[0] not in _APPLIED_FOR:
            following = mention.ids[0] in _APPLIED_FOR.values()
            continue
        behind = changed[place + 1].start if place + 1 < len(changed) else len(text)
        listed = following and bool(LIST_GAP.fullmatch(text[mention.end : behind].strip('“”"')))
        following = listed or bool(_APPLICATION.match(text, mention.end))
        if following:
            filed = mention.ids == ("settlement.local.chronic",) and "备案" in text[mention.end : mention.end + 8]
            changed[place] = replace(mention, ids=("filing.chronic",) if filed else (_APPLIED_FOR[mention.ids[0]],))
    return changed
