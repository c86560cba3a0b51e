"""Times that are no boundary of a stop: of documents, rules, terms that people have, and of what is long done."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.times import Found, Kind, Sure
from outageplan.drafting.times.days import SOMEBODY_DID

_UNRELATED = re.compile(
    r"与(?:本次|此次|这次)?(?:系统)?(?:停机|切换|升级|迁移)(?:工作)?无关"
    r"|(?:就诊卡|诊疗卡|磁卡)[^。;]{0,40}停用|(?:测试|模拟)环境|与医保(?:系统|业务)?无关|作息时间|(?:没有|并无)(?:[^,。;]{0,4}停机|暂停[^,。;]{0,6})(?:安排|计划)|不[因受](?:本次|此次|这次)?(?:系统)?(?:停机|切换|割接|迁移|升级)的?(?:影响|而)"
)
# whose time it is, in the clause before it
_SUBJECT = re.compile(
    r"(?:旧版|旧接口|旧编码|旧码|旧卡|插件)[^,。;:]{0,10}$|(?:编码|目录|政策|标准|办法|规定|文件|年审|复审(?:工作)?|评审|考核|培训|招标|协议|等待期|有效期|享受期|试运行期?|公示期?)"
    r"[^,。;:]{0,6}$"
)
_OF_WHICH = re.compile(
    r"的?(?:票据|发票|费用|处方|医疗费|单据|出院病人|住院病人)|的(?!恢复|停|暂)"
    r"|[至到](?:系统)?(?:恢复|上线|停机|切换)(?=[^,。;]{0,16}(?:期间|[的所]|发生|产生))"
    r"|(?:所|新)?(?:发生|产生|入院|出院|就诊|参保|开具)的"
    r"|(?:仍|尚|还)?在院(?:的|病人|患者)|已(?:结束|完成|截止|停止(?!服务|运行|办理))"
)
_PAUSED = re.compile(r"系统(?:维护|升级)|(?:暂停|停办|停止)(?!其|[^,。;]{0,10}(?:待遇|享受))|停机|恢复(?!享受|待遇)")
# what a date ends for good, no stop of a system: 起,原省编码停止使用; 起医保基金停止支付
_OLD = r"(?:旧|老|原|纸质|第?[一二]代)"
_THINGS = r"(?:编码|代码|目录|标准|票据|发票|单据|表格|表单|版本|方式|[卡证本]|手册|病历|存折)"
_ENDS_FOR_GOOD = re.compile(
    rf"[^。;]{{0,40}},原[^,。;]{{1,10}}{_THINGS}[^,。;]{{0,4}}(?:停止使用|停用|废止|作废)"
    rf"|[^,。;]{{0,4}},?{_OLD}[^,。;]{{0,8}}{_THINGS}[^,。;]{{0,4}}(?:停止使用|停止支付|停止结算|停用|废止|作废|失效|不再|不能|无法)"
    r"|[^,。;]{0,4},?[^,。;]{0,16}不再收取纸质|[^,。;]{0,10}(?:替代|取代)[^,。;]{2,12}(?:卡|证|凭证|手册|系统),"
    r"|[^。;]{0,8}(?:使用|启用|上线|切换[至到])[^。;]{0,20},[^,。;]{0,4}[原旧老](?:有|版)?(?:系统|平台)[^,。;]{0,6}(?:停用|停止|下线|关闭)"
    rf"|[^,。;]{{0,4}},?(?:停止使用|停用|废止|作废|不再使用){_OLD}[^,。;]{{0,8}}{_THINGS}"
    r"|[^,。;]{0,4},?(?:到|在)新[^,。;]{2,12},原[^,。;]{1,8}(?:关闭|停用)"
    r"|[^,。;]{0,4},?停止使用[^,。;]{0,8}(?:存折|手册|证历本|病历本?|申请表|转诊单|咨询电话)"
    r"|[^,。;]{0,4},?[^,。;]{0,8}(?:电话|号码|热线|邮箱|网址|二维码)[^,。;]{0,6}(?:停用|停止使用|不再使用|注销)"
    r"|[^,。;]{0,4}关闭(?:退费|申请|报名|补缴|征集|意见)[^,。;]{0,6}(?:通道|入口)"
    r"|[^,。;]{0,4},?[^,。;()]{0,10}卡(?:\([^()\n]{0,40}\))?(?:将)?(?:全面|正式|彻底)停用"
    r"|[^,。;]{0,4}基金(?:停止|不再|不予)支付|[^。;]{0,20}停止划入|停止使用并(?:注销|销户|作废)"
)
_SOMEBODY = re.compile(
    rf"(?:{SOMEBODY_DID}|合格|通过|(?:补办|办理|审核|复核|缴费|申请)[^,。;]{{0,4}}(?=后))(?:缴费|参保)?(?:的|之|后)?(?:自|从)?$"
)
_HUMAN = re.compile(r"(?:bring|claim|submit|apply|return|send|mail|settle)\b[^.;]*$")
_RESERVE = re.compile(
    r"(?:备用|备选|预备)(?:停机|割接|维护)?(?:时间|时段|窗口)?(?:为|是|:)?$|如遇[^。;\n]{2,30}(?:无法|不能)[^。;\n]{0,40}$"
)  # only if the first fails
_DONE = re.compile(r"(?:已经?|业)[于在]$")
_WHO_DOES_NOT = re.compile(
    r"(?:(?:未|没有?|不)[^,。;]{1,10}的|(?:未|没有?)[^,。;]{1,12}的[^,。;]{0,8}),?(?:将|均|一律)?(?:从|自)?$"
)  # 没缴费的,从1月1日起
_TRIED = re.compile(r"(?:假设|假定|模拟|设想)[^,。;]{0,6}$|(?:应急|桌面|模拟|停机)演练[^,。;]{0,10}$")
_BECAUSE = re.compile(r"(?:因|由于|鉴于|考虑到)(?:自)?$")
_OLD_THING = re.compile(rf"{_OLD}[^,。;]{{0,24}}(?:{_THINGS}|表|单)[》”]?(?:自|从)?$")
_OLD_PLACE = re.compile(r"原[^,。;]{0,14}(?:地点|地址|大厅|窗口|场所|服务厅)$")
_LAST_TIME = re.compile(
    r"(?:上一?次|上回|前次|去年|往年)(?:的)?(?:系统)?(?:停机|切换|升级|维护|割接|检修)[^,。;]{0,8}$"
)
# before a time, whose it is
_WHOSE = (_RESERVE, _SUBJECT, _LAST_TIME, _OLD_PLACE, _OLD_THING, _WHO_DOES_NOT, _TRIED)
_WHO_HAS_NOT = re.compile(
    r"[^,。;]{0,4},?[^,。;]{0,6}未[^,。;]{1,20}的[^,。;]{0,8},?[^,。;]{0,6}(?:不能|无法|暂停|停止|不予|不得)"  # a rule
    r"|[^,。;]{0,6}(?:仍|还|尚)(?:无法|不能|未)[^,。;]{0,10}的?(?:,(?:请|可|及时)|的,|的[\u4e00-\u9fff]{2,6},)"
)
_IS_OVER = re.compile(  # 4月12日系统升级已按计划结束; 12月12日恢复拨付; 3月1日以后补缴的
    r"[^,。;]{0,24}已(?:按计划|按期|如期|顺利)(?:全部)?(?:结束|完成)|[^,。;]{0,4}恢复(?:拨付|划拨|征订)|(?:之|以)?后?(?:补缴|补办|补办参保)的"
)
_CAME_BACK = re.compile(r"^[^,。;]{0,16}(?:恢复|开通|启用|停|关闭|中断|故障)")


def clause_around(text: str, start: int, end: int, time: Found) -> str:
    """The clause of a time inside the sentence `text[start:end]`."""
    first = max(start, *(text.rfind(mark, start, time.start) + 1 for mark in ",;。"))
    last = min((place for mark in ",;。" if (place := text.find(mark, time.end, end)) >= 0), default=end)
    return text[first:last]


def is_foreign(time: Found, clause: str, around: str, before: str, behind: str) -> bool:
    """Whether a time is about something else than a stop, by its clause, its sentence and the words on both sides."""
    closed = say.NOT_OURS.search(around) and not say.SYSTEM.search(around)
    if closed or say.RUMOUR.search(around):
        return True
    if say.CITED.search(behind) and time.kind not in (Kind.RANGE, Kind.DEADLINE, Kind.OPEN):
        return True
    if time.kind is Kind.DEADLINE:
        return False
    relative = time.words[:1] in "次翌当隔" or time.words[:2] == "第二"
    if (relative or time.sure is Sure.UNRESOLVED) and _SOMEBODY.search(before):
        return True
    done = bool(_DONE.search(before) and not _CAME_BACK.search(behind))
    done = done or (time.kind is Kind.RANGE and bool(_HUMAN.search(before)) and not say.HARD_STOP.search(before))
    named = any(one.search(before) for one in _WHOSE)
    because = _BECAUSE.search(before) and not say.HARD_STOP.search(behind.partition(",")[0])
    told = (
        _OF_WHICH.match(behind)
        or _WHO_HAS_NOT.match(behind)
        or _ENDS_FOR_GOOD.match(behind)
        or _IS_OVER.match(behind)
        or time.words.endswith("以来")
        or (time.words.startswith("当年") and time.kind is not Kind.RANGE)
    )
    season = say.PAYMENT_SEASON.search(around) and not _PAUSED.search(clause)
    return bool(done or named or because or told or season or say.PENALTY.search(around) or _UNRELATED.search(around))
