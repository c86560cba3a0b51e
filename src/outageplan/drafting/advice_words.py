"""The phrases by which announcements tell people what to do, each with its action, who does it, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Phase = Literal["before", "during", "after"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One action of the catalog: its words, whom it is for when nobody is named, when, and for which services."""

    action: str
    words: re.Pattern[str]
    roles: tuple[str, ...]
    phase: Phase
    services: tuple[str, ...]


def _advice(action: str, words: str, roles: str, phase: Phase, services: str) -> Advice:
    return Advice(action, re.compile(words), tuple(roles.split()), phase, tuple(services.split()))


_CARE = "settlement.local"
_STAY = "settlement.local.inpatient"
_DRUGS = "settlement.local.pharmacy settlement.local.chronic"

ADVICE = (
    _advice(
        "stock_up",
        r"备药|备足|备好[^,。;]{0,10}药|开足|提前[^,。;]{0,10}(?:购药|开药|取药|配药|购买|开具|拿药)|"
        r"储备[^,。;]{0,4}药|多开药|用药量|(?:purchase|buy|prescribe)[^.]{0,30}(?:drugs|"
        r"medicines)[^.]{0,30}(?:advance|before)|stock up|prescribe medicines|purchase drugs in advance|"
        r"buy (?:their |your )?medicines",
        "insured",
        "before",
        _DRUGS,
    ),
    _advice(
        "convert_to_self_pay",
        r"(?:转为|转成|改为|转换为|改成|转|变更为)自费(?!出院|结算后)|convert[^.]{0,60}self|"
        r"transferring[^.]{0,60}self-pay|to self-pay",
        "hospital",
        "before",
        _STAY,
    ),
    _advice("interim_settlement", r"中途结算|中结|分段结算|阶段性结算|interim settle", "hospital", "before", _STAY),
    _advice(
        "cancel_registration", r"(?:取消|撤销|注销)[^,。;]{0,10}(?:入院|住院|医保)?登记", "hospital", "before", _STAY
    ),
    _advice(
        "settle_before",
        r"前[^。;]{0,40}(?:出院|结算|结账|清算|刷卡)|提前[^,。;]{0,10}(?:结算|出院)|"
        r"及时(?:为其)?办理[^,。;]{0,10}(?:出院|结算)|及时结算|discharge[^.]{0,60}timely|"
        r"timely[^.]{0,40}discharge|settle[^.]{0,40}before|before[^.]{0,80}(?:settle|discharge)",
        "insured hospital",
        "before",
        _STAY,
    ),
    _advice(
        "pay_before",
        r"前[^。;]{0,30}(?:缴费|缴纳|缴清|缴款|扣款)|提前[^,。;]{0,8}(?:缴费|缴纳)|before[^.]{0,80}(?:pay|"
        r"contribution)|pay[^.]{0,60}before",
        "insured employer",
        "before",
        "contribution.collection",
    ),
    _advice(
        "complete_before",
        r"前[^。;]{0,40}(?:办理|办结|完成|申报|提交|报送|处理完|录入|上传|确认|递交)|提前办(?:理|结)|"
        r"before[^.]{0,80}(?:complete|finish|submit|process)|(?:complete|finish|submit)[^.]{0,80}(?:before|"
        r"by )",
        "employer insured",
        "before",
        "handling",
    ),
    _advice("clear_in_transit", r"在途", "agency employer", "before", "handling"),
    _advice("reconcile", r"对账", "hospital pharmacy", "before", "provider.claims"),
    _advice(
        "post_notice",
        r"做好[^,。;]{0,16}(?:宣传|解释|告知|公示)|张贴|publicizing",
        "hospital pharmacy",
        "before",
        _CARE,
    ),
    _advice(
        "plan_ahead",
        r"合理安排|错峰|妥善安排|统筹安排|reasonable arrangements|reasonably arrange|plan (?:your|their|all)",
        "insured",
        "before",
        _CARE,
    ),
    _advice(
        "no_refusal",
        r"不得[^,。;]{0,24}(?:拒|推诿)|严禁[^,。;]{0,10}(?:拒|推诿)|refuse no|not refuse",
        "hospital",
        "during",
        _CARE,
    ),
    _advice("no_forced_discharge", r"不得[^,。;]{0,24}(?:强制|催促|推)[^,。;]{0,4}出院", "hospital", "during", _STAY),
    _advice("discharge_self_pay", r"自费(?:办理)?出院|discharged[^.]{0,20}own expense", "insured", "during", _STAY),
    _advice(
        "admit_self_pay",
        r"自费(?:办理|登记|形式)?[^,。;]{0,6}(?:入院|住院)|(?:register|hospitali[sz]ed)[^.]{0,30}own expense|"
        r"admit[^.]{0,20}self-pay",
        "hospital insured",
        "during",
        _STAY,
    ),
    _advice("admit_first", r"先(?:行)?(?:收治|入院|办理入院|收住)", "hospital", "during", _STAY),
    _advice(
        "prepay_full",
        r"垫付|先行(?:支付|自费)|全额(?:自费|支付|现金|缴|结算|付)|现金(?:支付|结算|缴|付)|先自费|"
        r"自费(?:结算|支付|挂号|就医|购药|就诊)|个人先|pays? (?:the |it )?(?:in full|full|them)|paid in full|"
        r"pay first|at (?:their|his|your) own expense",
        "insured",
        "during",
        _CARE,
    ),
    _advice(
        "keep_receipts",
        r"(?:保留|保存|留存|妥善保管|保管|收好|留好)[^。;]{0,20}(?:票|发票|收据|凭证|资料|单据|材料|清单|"
        r"病历)|keep[^.]{0,40}(?:bills|receipts|vouchers|invoices)",
        "insured",
        "during",
        _CARE,
    ),
    _advice("take_deposit", r"押金|预交金|预缴金|deposit", "hospital insured", "during", _STAY),
    _advice(
        "on_account",
        r"挂账|暂不结算|暂缓结算|费用[^,。;]{0,12}留存|on account|shall be retained",
        "hospital",
        "during",
        _STAY,
    ),
    _advice("emergency_ledger", r"应急记账|手工记账|手工登记|台账|ledger", "hospital pharmacy", "during", _CARE),
    _advice(
        "phone_filing",
        r"电话备案|(?:通过|拨打)?电话[^,。;]{0,8}(?:办理|登记)?[^,。;]{0,6}备案|备案[^,。;]{0,14}通过电话|"
        r"(?:by|by) phone[^.]{0,30}fil|file by (?:tele)?phone",
        "insured",
        "during",
        "filing.offsite",
    ),
    _advice(
        "accept_register_later",
        r"收件|预受理|先受理|收取[^,。;]{0,16}材料|先收取|normally (?:accept|collected)|"
        r"patient information shall be registered",
        "agency",
        "during",
        "handling",
    ),
    _advice(
        "resettle_at_provider",
        r"补(?:结|刷|记账|办结算|办理结算|报)|冲销|退费|重新(?:进行)?(?:医保)?结算|回(?:原|本)?(?:医?院|机构|药店)[^,。;]{0,4}结算|"
        r"回(?:原)?[^,。;]{0,14}(?:医院|医疗机构|药店|机构|医药机构)[^,。;]{0,16}(?:结算|报销|刷卡)|"
        r"supplementary settlement|re-?settle|settled? (?:\w+ ){0,2}again|for a refund",
        "insured",
        "after",
        _CARE,
    ),
    _advice(
        "backfill_admission",
        r"补(?:办|录|登|登记)[^,。;]{0,8}(?:入院|住院|登记)|重新[^,。;]{0,8}(?:入院|住院)[^,。;]{0,4}登记|"
        r"re-?(?:execute|apply)[^.]{0,50}registration",
        "hospital insured",
        "after",
        _STAY,
    ),
    _advice(
        "backfill_settlement",
        r"补(?:录|传|上传)(?![^,。;]{0,4}(?:入院|住院登记))|补充?结算|supplemented and settled|settle afterwards",
        "hospital",
        "after",
        _CARE,
    ),
    _advice(
        "file_later",
        r"(?:补(?:办|录|登记)?|恢复后|后)[^,。;]{0,20}备案|(?:fil(?:e|ing))[^.]{0,80}(?:after|within)|"
        r"within[^.]{0,60}fil(?:e|ing)",
        "insured",
        "after",
        "filing.offsite",
    ),
    _advice(
        "manual_claim",
        r"(?:手工|零星)[^,。;]{0,4}报销|零报|报销(?!业务|暂停|服务)|办理理赔|manual(?:ly)? reimburse|"
        r"reimbursed (?:manually|by|according|after)|for (?:subsequent )?reimbursement|\bclaims? (?:by hand|"
        r"within|back|the|from)|may claim",
        "insured",
        "after",
        "reimbursement.manual",
    ),
    _advice(
        "manual_credit_with_certificate",
        r"完税凭证|tax completion|tax certificate",
        "employer",
        "after",
        "contribution.manual",
    ),
    _advice("retroactive_recognition", r"追溯|retroactive", "agency", "after", "treatment_application"),
    _advice(
        "extend_time_limits",
        r"顺延|延长[^,。;]{0,10}(?:时限|期限|时间)|(?:时限|期限)[^,。;]{0,6}延长|extend[^.]{0,20}(?:limit|deadline)",
        "agency",
        "after",
        "handling",
    ),
    _advice(
        "auto_reimburse", r"自动(?:报销|返还|支付|结付|赔付)|主动报销|免申即享", "agency", "after", "reimbursement"
    ),
    _advice("auto_refund", r"自动(?:退款|退回|退费)|即时退回", "tax", "during", "contribution.collection"),
)
ROLE_WORDS = (
    ("pharmacy", re.compile(r"药店|药房|医药机构|[Pp]harmac|[Dd]rugstore")),
    ("hospital", re.compile(r"医院|医疗机构|医药机构|卫生院|科室|[Hh]ospital|[Mm]edical institution|[Cc]linic")),
    ("employer", re.compile(r"用人单位|参保单位|各单位|单位(?!网|及个人网)|企业|[Ee]mployer|insured units?")),
    ("agency", re.compile(r"经办机构|医保中心|经办窗口|医保部门|各级医保|[Aa]genc(?:y|ies)")),
    ("tax", re.compile(r"税务(?:部门|机关|局)|tax (?:department|office|authorit)")),
    (
        "insured",
        re.compile(
            r"参保人|患者|群众|病人|居民|职工|个人|市民|灵活就业|[Ii]nsured|[Pp]atients?|[Pp]eople|[Ii]ndividuals"
        ),
    ),
)
# what a text without a word for what to do is taken for, where it has a deadline
BY_SERVICE = (
    ("contribution", "pay_before"),
    ("filing", "file_later"),
    ("reimbursement", "manual_claim"),
    ("settlement", "settle_before"),
)
