"""The words by which a part of a sentence says that services stop, go on, or work in part."""

from __future__ import annotations

import re

from outageplan.notice.model import Effect

PART = re.compile(r"[,:]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|\bbut\b|\bwhile\b|\bwhereas\b|,? and (?=the )")
ASIDE = re.compile(r"\([^()。;]{4,60}\)")
ONCE_BACK = re.compile(
    r"(?:恢复|上线|开机|启用|开通|切换|重启)[^,。;]{0,8}?(?:完[成毕]|正常)?(?:之)?后[,]?[^,。;]{0,6}(?:可|即可|再|方可)?[^,。;]{0,4}正常"
)
BACK_BY_THEN = re.compile(r"(?:恢复|上线|开机|启用|开通)[^,。;]{0,6}后[^。;]{0,40}$")
UNAFFECTED = re.compile(
    r"不在[^,。;]{0,12}(?:之列|范围)|(?<![一行])不停(?=[,。;)]|$)|"
    r"(?<!(?<!结算)待遇)(?<!待遇均)(?<!待遇也)(?<!待遇将)(?:不受(?!(?:报销|申报|办理|结算)?(?:时限|期限)|(?:医保)?(?:费用)?(?:直接|联网|实时)?(?:结算|报销|缴费)(?:的)?影响)[^,。;]{0,12}影响|不影响(?![^,。;、]{0,10}(?:待遇|权益|连续(?:缴费|参保))))(?<!不不影响)|"
    r"服务不断|不中断|不间断|不停[办机]|照旧|如常|仍正常|仍可(?:正常|照常|随时|继续)|未受[^,。;]{0,12}影响|照常(?![出入]院|收治|救治)|"
    r"(?<!恢复)(?<!无法)(?<!不能)(?<!未能)(?<!后)正常(?:办理|使用|开展|运行|受理|结算|进行|缴费|申报|开放|"
    r"服务|提供|报销|就医|$|[,。;])|可正常|均正常|继续(?:办理|提供服务|开放)|not (?:be )?(?:affected|"
    r"restricted)|unaffected|as usual|can still be|remains? (?:available|open|normal)|continues? (?:to )?(?:normal|as|"
    r"be available)|(?<!return to )\bnormally\b"
)
PAPER = re.compile(
    r"只收材料|(?:正常|照常|只|先|继续|仍可|可|预先?)(?:收件|收取|受理(?!大厅)|收单|接收)|收取.{0,12}(?:材料|资料)|先收件|"
    r"(?:材料|资料)[^,。;]{0,4}(?:先收|照收|先交|先收下)|先(?:把|将)?(?:材料|资料)收|(?:线下|手工|现场)(?:收件|接件|受理|登记)|"
    r"只收不办|收件登记|材料.{0,8}(?:留存|收下|接收)|accept(?:ed)? .{0,40}(?:papers|documents|materials)|"
    r"normally accept|normally collected"
)
LATER = re.compile(
    r"恢复后|上线后|完成后|切换后|启用后|再行?办理|再(?:统一)?(?:录入|补录|登记|认定|办)|(?:统一|集中)(?:认定|录入|"
    r"办理?|处理)|(?:恢复|上线|切换|切换做)完?(?:后|即办)|after|later|once"
)
TERMINATED = re.compile(
    r"不再(?:使用|办理|提供|受理|支持|作为)|终止|永久(?:停|关)|正式停用|彻底(?:停|关)|停止使用|permanently|"
    r"discontinued|terminated"
)
# for good, where nothing comes back; in the announcement of a stop it is only the stop
NO_MORE = re.compile(
    r"不再(?:办理|提供|受理|支持)|(?:系统|平台|功能|大厅|网厅|公众号|程序|App|APP|渠道)[^,。;]{0,8}停止使用"
    r"|(?:医院|机构|药店|诊所)[^,。;旧原老]{0,6}停止使用(?!并)"
)
COMES_BACK = re.compile(r"恢复|新(?:系统|平台)|切换|上线|停机|期间|升级|维护")
STOPPED = re.compile(
    r"(?:暂停|停止|停办|停用|停运|停服|停机|停业|中断|关闭|关停|下线|暂缓|缓办|瘫痪|宕机|停摆|冻结|封账)(?!期间|期内|前|后|时间|时段|时|之前|之后|"
    r"切换期间|公告|通告|通知|过程|升级期间|范围|原因|影响|的)"
    r"|(?:停|停用|暂停|停止|停办|关闭|影响)的(?:主要)?(?:是|有|包括)"
    r"|无法|不能(?!及时|提前)|不可(?!避免|抗)|暂不|不予(?:办理|受理|结算|登记)|不提供|不再(?!另行|通知|公告|发布)|均停|全停|"
    r"断网|无法使用|不(?:办理?|结算|受理)(?!了|的|完)|不做[^,。;]{0,8}结算|不对外(?:服务|办公|办理)|停[掉下]"
    r"|(?:都|也|均|全部?|一律|一概|同时|统统)(?:要|须|将|会)?停(?=$|[,。;)]|一)"
    r"|(?<=[\d时点分日起])[停关](?=$|[,。;)])|停(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?多?(?:小时|分钟|天)|(?:办|用|结|收|付|缴|交|刷|查|访问|登录)不(?:了|成)|打不开|[登连]不上|进不去|刷不出"
    r"|suspended|on hold|postponed|unavailable|non-operational|will stop|be stopped|suspend |stop (?:all )?|"
    r"unable to (?:settle|process|handle|accept)|not available|cannot|can't|can not|shut down|closed|not be available|"
    r"not possible|\bdown\b"
)
DEGRADED = re.compile(
    r"缓慢|拥堵|延迟到账|不稳定|网络波动|较慢|逐步恢复中|可能(?:出现|存在).{0,10}(?:延迟|异常)|受到影响|"
    r"出现异常|(?:system|settlement|platform)[^.]{0,40}(?:slow|congest|degraded)"
)
OF_A_NOTICE = re.compile(r"(?:公告|通告|通知|通报|提示|提醒|告知书)$")  # a title
FIRST_DAYS = re.compile(r"(?:恢复|上线|启用|切换)(?:后的?)?(?:初期|之初|前期|首日|后)")
MAY_FALTER = re.compile(
    r"可能(?:会)?(?:出现|存在|发生)?[^。;]{0,12}(?:缓慢|较慢|延迟|卡顿|不稳定|短时中断|短暂中断|瞬断|闪断)"
)
# whose insurance is elsewhere: 其他地市参保人员就医结算不受影响
OF_OTHERS = re.compile(
    r"其[他它余](?:地市|市州?|统筹地?区|地区|省份?|县区?)(?:的)?(?:参保|医保)|其[他它余](?:各|几)?家?(?:定点)?(?:医院|医疗机构|药店|医药机构|卫生院)"
)
SCOPE_HEAD = re.compile(
    r"(?:暂停|停办|停止|关闭|停机|停用|受影响|影响)(?:办理|受理|服务|使用|开展)?的?(?:医保|医疗保障|相关|"
    r"主要|业务|经办)?(?:业务|服务|范围|事项|内容|系统|功能|平台)|停哪些|停什么|哪些[^,。;]{0,6}(?:停|办不了|不能办|受影响)|"
    r"(?:业务|影响|涉及|停机|服务)(?:的)?范围|"
    r"(?:影响|涉及|停机|暂停)(?:业务|内容|事项)|[Ss]cope|[Aa]ffected [Ss]ervices|[Ss]uspended [A-Z]?\w*|"
    r"[Ss]ervice [Ii]nterruptions"
)
UNAFFECTED_HEAD = re.compile(
    r"不受影响|哪些[^,。;]{0,4}不停|不停(?:的|办)?(?:项目|业务|服务)|正常(?:办理|开展|服务)的|未受影响"
    r"|[Uu]naffected|[Nn]ot affected"
)
GUIDE_HEAD = re.compile(
    r"指引|指南|须知|提示|措施|准备|注意|安排|办法|应对|处理|怎么|如何|其他事项|有关事项|要求|方式|[Gg]uid|"
    r"[Hh]andling|[Aa]rrangement"
)
STILL_NOT_BACK = re.compile(r"(?:业务|服务)?(?:之|以)?外的?,?[^,。;]{0,16}(?<!未)(?:恢复|开通|启用)(?!前)")
EXCEPT = re.compile(
    r"除(?:了)?([^。;除]{1,80}?)(?:以外|之外|外)|(?:不含|不包括|不涉及)([^,。;)]{1,40})|"
    r"\(([^()]{1,60}?)(?:除外|不在此列|不在其列|不在此限)\)|except(?: for)? ([^,.;]{1,60})|other than ([^,.;]{1,60})"
)
REST = re.compile(
    r"(?:其他|其它|其余)(?:各项|所有)?(?:医保|医疗保障|医疗保险|经办|线上线下)?(?:的)?(?:相关)?(?:业务|服务|经办业务)"
)
IF = re.compile(
    r"^(?:如|若|因|为(?:了|确保|保障)?|让|使|以免|确保|保证|保障|对(?!外)|凡(?!.*(?:都|均|一律|全部?)(?:暂停|停))|未|已|确需|需要|遇|逾期|过期)|的$|\bif\b|"
    r"\bthose who\b|\bwhere\b|\bin cases\b|unable|\bfail"
)
TELLS = re.compile(r"(?:公告|通知|通告|通报|告知|说明|安排|事项|明确|提示|提醒)如下[:。]?$")
# 各类业务停办时间见下表: what stops, the list says
BUT_SLOW = re.compile(r"但[^。;]{0,16}(?:卡顿|缓慢|较慢|延迟|超时|不稳定|波动)")
SEE_BELOW = re.compile(
    r"(?:时间|安排|情况)[^。;]{0,6}(?:如下表?|见下表|见表)[:。]?$|(?:各类|各项)[^。;]{0,20}(?:见下表|各不相同)|分[段批]停启[^。;]{0,6}如下"
)
TOLD = re.compile(
    r"(?<!申)请|恢复后|补办|可(?!能)|应当|须|需要?|由.{1,12}(?:负责|办理)|凭(?!证)|(?<!保)持|please|may\b|should|must"
)
ALLOWED = re.compile(r"不得|请勿|避免|以免|防止|严禁|谎称|不要")
# 停机前办完参保登记**的**人员: who it is about, not what stops or goes on
FINISHED = re.compile(r"(?:办完|办结|办好|已办理?|完成|已参加)了?[“\"《]?[^,。;]{0,8}$")
OF_WHOM = re.compile(r"[”\"》]?[^,。;、]{0,8}的[^,。;]")
AGENCY = re.compile(
    r"经办机构(?:、[^,。;]{0,20})?(?:全部|均|同时|全面)?(?:停机|暂停(?:对外|服务|受理|办理?业务|办公)|"
    r"停止(?:对外|服务|受理|办公)|停办)"
)
SCOPE_LABEL = re.compile(
    r"(?:[一二三四五六七八九十\d()]{1,4}[、.．)]? ?)?"
    r"(?:(?:受)?影响(?:的)?(?:业务|范围|服务|事项)?|(?:停机|暂停|停办|停止|关停)(?:服务|办理)?的?(?:范围|业务|内容|事项|项目))(?::|$)"
)
INCLUDES = re.compile(r"(?:其中)?(?:主要|具体)?(?:包括|涉及|含)(?!.*(?:不受|照常|正常))")
SYSTEM = re.compile(
    r"(?:结算|管理)?(?:子)?(?:系统|平台)[^,、;。:]{0,8}(?:切换|停机|升级|拟|将|定于|于|维护|扩容|更新|改造|割接|迁移|检修|故障)"
)


_NO_CONDITION = re.compile(
    r"^(?:已|之前)?已?(?:激活|开通|绑定|办理|认定|备案)[^,。;]{0,14}(?:不受[^,。;]{0,6}影响|正常|照常)|^未受[^,。;]{0,12}影响|^因[^,]{0,40}(?:暂停|停机)|^已(?:正常)?(?:参保|备案|缴费|住院|入院)[^,。;]{0,10}(?:人员|患者|职工|居民|群众)[^,。;]{0,20}(?:不受|照常|正常)"
)


def is_condition(text: str) -> bool:
    return bool(IF.search(text) and not _NO_CONDITION.search(text)) or bool(ALLOWED.search(text))


def effect_of(text: str) -> Effect | None:
    """What the verb of a part says."""
    if SCOPE_LABEL.match(text):
        return Effect.SUSPENDED
    if PAPER.search(text) and (
        LATER.search(text)
        or re.search(
            r"收件|接件|收取|预受理|只[^,。;]{0,4}材料|接收材料|materials|documents|collected|normally accept", text
        )
    ):
        return Effect.PAPER_ONLY
    if UNAFFECTED.search(text):
        return Effect.UNAFFECTED
    if TERMINATED.search(text):
        return Effect.TERMINATED
    if MAY_FALTER.search(text):
        return Effect.DEGRADED
    if STOPPED.search(text):
        return Effect.SUSPENDED
    return Effect.DEGRADED if DEGRADED.search(text) else None
