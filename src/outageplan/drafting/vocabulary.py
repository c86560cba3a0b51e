"""The verbs and labels that tell what a time is about: something stops, comes back, or must be done."""

from __future__ import annotations

import re

STOP = re.compile(
    r"封账(?!影响)|不办理|暂停|停止|停机|停办|停用|停运|停服|停网|停业|停电|关停|暂缓|关闭|中断|封闭|断网|割接|不再|无法|不能|"
    r"不得使用|暂不|不予|不提供|下线|终止|逐步停|切换期|系统切换|系统维护|停(?!诊|电|水|课|工)|维护|检修|迁移"
    r"|suspend(?:ed|s)?|suspension|shut ?down|stop(?:ped|s)?|unavailable|non-operational|on hold|closed?|"
    r"offline|interrupt(?:ed|ion)|maintenance|outage|down\b|taken down|not be able|cannot|can't|postponed"
)
_DURING = r"(?:期间|期内|时(?![间段长刻])|[之以]?[前后])"  # 停机前, 暂停期间: when it is so, not that it begins
HARD_STOP = re.compile(
    r"^关(?=[,。;、)])|出现故障|发生故障|(?<![如若遇])(?<!如果)(?:出现|发生)(?:系统|网络)?异常|打不开|[登连]不上|刷不出|(?:专线|网络|链路|系统)[^,。;]{0,6}断开|瘫痪|宕机|崩溃|系统坏了|关机|(?<!期)不办(?!公)|[刷用办结缴交取查报买看]不[了成]|进不去|封账(?!影响)|"
    rf"暂停(?!其|的|[^,。;]{{0,12}}资格|营业|接诊|开诊|出诊|坐诊|诊疗|[^,。;]{{0,10}}待遇|(?:服务|办理|业务|使用)?{_DURING})|停止(?!取号|叫号|发号|执行|待遇|映射|医保支付|享受|实施|发放|"
    rf"缴费(?:的|后|人员|满|期)|缴纳(?!,(?:$|[^。;]{{0,20}}恢复)))|"
    r"关停|暂缓|关闭|(?<!不)中断|(?<!不)断网|"
    r"暂不|不予(?!支付|结算|报销|补刷|补报)|(?<!原本)(?<!原本就)(?<!本来就)不对外(?:办公|营业|服务|受理)|下线|终止(?!协议|执行|享受)|"
    r"不再(?:收(?!取(?![^,。;]{0,4}(?:申请|材料)))|办理|受理|提供|接[收受](?!旧|原)|支持|开[放展]|[为对向]|运行|使用|服务|承办|结算|联网|对外|录入|支付)|无法|不能(?!修改|更改|撤回|超过|低于|晚于|少于)|"
    r"(?<![不暂])(?<!如需)(?<!若需)停(?!止|的|药|车|留|息|顿|放|保|诊|电|水|课|工|薪|发|缴|待遇|"
    rf"[机办用](?:结转|切换|维护|升级|测试)?(?:{_DURING}|那[晚天夜次段几]|告示|影响|无关))"
    r"|unable to (?:settle|process|handle|accept)|not (?:be )?available"
    r"|suspend|suspension|shut ?down|stop|unavailable|non-operational|on hold|closed|closes (?:at|from|on)"
    r"|offline|interrupt|outage|cannot"
    r"|not (?:be )?(?:accept|process|handl)|\bpaus(?:ed?|es)\b|nothing can be|neither [^.;\n]{4,60} can be"
    r"|not be able to (?:pay|settle|use|claim|buy|register|enrol)|\bshuts (?:at|from|on)\b"
    r"|taken? down|switched off|turned off"
)
RESUME = re.compile(
    r"(?<![未没])(?<!没有)(?<!不能)(?<!无法)(?:恢复|开通|启用|重启|(?<!切换)(?<!线)上线(?!下|准备|切换|工作|期间|过程))(?![以之]?[前后])|重开|接上(?=[,。;])|(?:开始|恢复)(?:接件|接收|受理|核销)|开门(?:办理|营业|受理|服务)|修复|重新开(?:[放启门通]|(?=[,。;、)]|$))|重新(?:受理|开办|对外|接收)|起?[在于]新(?:系统|平台)(?:中|上)?(?:办理|受理)|开放|开机|开网|^,?(?:才|再|就|起|)?(?:就好|[开通启好])(?=[,。;、)]|$)|正常(?:运行|办理|使用|结算|办公|受理|刷卡|对外|服务)|投入使用|"
    r"投入运行|启动|运行|切换完成|试运行|开启"
    r"|resum(?:e|es|ed|ption)|restor(?:e|ed|ation)|return(?:s|ed)?|reopen(?:s|ed)?|back to normal|"
    r"available again|(?:open|work|start|accept|handl|process)(?:e?s|ed|ing)? again|"
    r"(?:be|is|are) used again|able to [^.;\n]{4,60} again|"
    r"(?:be|is|are|expected) back|com(?:es?|ing) back|back online|re-?launch|launch"
)
STRONG_RESUME = re.compile(
    r"^,?(?:才|再|就|起|)?(?:就好|[开通启好])(?=[,。;、)]|$)|(?<![未没])(?<!没有)恢复|开通|重启|重新|开机|开网|开放|resum|restor|reopen|back|return"
)
TOGETHER = re.compile(
    r"(?:同时|同步|一并|一起|一块儿?)(?:恢复|开通|开放|启用)|^直?至"
)  # with the rest, whose return is told
BACK = re.compile(r"恢复|重新|resum|restor|return|back")
GRADUAL = re.compile(r"逐步|陆续|分批|渐次|分步|逐渐|gradual|in batches|step by step|progressive")
OTHER_HOUR = re.compile(
    r"(?:停机|暂停)?(?:时间)?(?:提前|提早|延后|推迟)(?:至|到)(?:当[日天晚])?(?P<hour>\d{1,2})(?:时|点|"
    r":)(?:(?P<minute>\d{2})分?|(?P<half>半))?"
    r"|提前(?:\d|[一二两三四])个?小时,?即?(?:至|到|于)?(?P<sooner>\d{1,2})[时点]"
)
BATCHED = re.compile(r"分批|batches")

_BEFORE_A_DATE = r",?原(?:公告|通知|通告|定|计划|来|先)(?:的|为|于)?|北京时间"  # between a label and its date
END_LABEL = re.compile(
    r"恢复(?:要等|须待|需等|须等|视)[^,。;]{2,20},(?:预计|大约|约)$|恢复(?:日期|时间)[^,。;]{0,16},(?:预计|暂定|计划|初步定)(?:为|是|于|在)?$|恢复(?:第[^。;时]{1,14}项|办理)?,?时间(?:为|是|:)$|恢复时间[^。;]{0,4}(?:不变|不作调整),?仍?(?:定?为|是)$|(?:恢复(?!得)|开通|启用|重启|开机|上线|重新开放|结束|(?<=[停机办换护])截止|完成)(?:[\u4e00-\u9fff]{0,8}?(?:时间|日期|"
    r"时刻)|[\u4e00-\u9fff]{0,4}?(?=[为是:于自从由到至定调延推提变改暂预计]))?(?:为|是|:|暂定|预计|计划|初步定为|定为|于|在|自|从|由|到|至|,由|调整为|延期至|推迟至|提前至|"
    rf"提前到|延迟至|变更为|改为|延至|{_BEFORE_A_DATE}| |“|”|\")*$"
    r"|(?:^|[ ,;、])[复启开]:$"
    r"|(?:[Rr]esum\w*|[Rr]estor\w*|[Rr]eturn\w*|[Ee]nd)(?: of)?(?: service| services)?(?: time| date)?(?: is|"
    r" will be| on| at| from|:| by| expected| scheduled for| )*$"
)
START_LABEL = re.compile(
    r"(?:停机|暂停|停止|停办|关闭|切换|维护|升级|停运|停用|停服|开始|起始|检修|中断|割接|停业|封网|断网|演练|"
    r"测试|改造|搬迁|结转|结账|影响|调试|更新)(?![包版补])(?:[\u4e00-\u9fff]{0,10}?(?:时间段|时间|日期|时刻|时段)|"
    r"[\u4e00-\u9fff]{0,4}?(?=[为是:于自从由定调延推提变改暂预计安]))?(?:为|"
    r"是|:|暂定|预计|计划|初步定为|定为|定于|于|在|自|从|由|调整为|推迟至|提前至|延期至|变更为|"
    rf"改为|安排为|{_BEFORE_A_DATE}| |“|”|\")*$"
    r"|(?:^|[ ,;、])停:$"
    r"|(?:[Ss]uspen\w*|[Ss]hut ?down|[Ss]top\w*|[Mm]aintenance|[Oo]utage|[Ss]tart\w*|[Bb]egins?|[Cc]los\w*|unavailable|"
    r"non-operational|down)(?: of)?(?: service| services| settlement)?(?: time| date| period| hours|"
    r" window)?(?: is| will be| on| at| from|:| scheduled for| )*$"
    r"|^When:(?: from)? ?$|new (?:times?|dates?|hours?)(?: and (?:times?|hours?))? (?:is|are):? ?$"
)
START_HEAD = re.compile(
    r"^停$|停机|暂停|停止|停办|停用|停运|关停|关闭|开始|起|切换|[Uu]navailable|[Ss]uspen|[Ss]top|[Ss]tart|[Ff]rom|[Cc]los"
)
END_HEAD = re.compile(
    r"^[启复开]$|恢复|开放|开[机网]|开通|启用|重启|重开|重新|结束|截止|(?<![停终中])止|"
    r"[Aa]vailable again|[Bb]ack|[Rr]esum|[Rr]estor|[Ee]nd|[Uu]ntil|"
    r"[Rr]eturn"
)

# what a range of days is about when it is no stop
OTHER_RANGE = re.compile(
    r"观察期|缴费期|集中缴费|参保期|缴纳|参保缴费|申报期|报名|发生的|产生的|费用|受理时间|工作时间|上班(?![前时后])|值班|值守|"
    r"门诊时间|服务时间|放假|假期|节假|调休|待遇享受|享受期|有效期|年度(?!.{0,4}(?:结转|结算|清算|维护|处理|调整|对账|决算|结账))|补结|补记|补刷|补办|可到|可在|可于|"
    r"请于|请在|办理补|报销|申请领取|预约|申领|培训|公示|试点|为期|周期|免缴|缓缴|过渡期|试运行期|高峰|宣传|集中受理"
    r"|office hours|working hours|holiday|fees incurred|expenses incurred|enrol|claim"
)
ABOUT_THE_PAGE = re.compile(
    r"(?:更新|发布|发表|编辑|采集|修改|浏览|发帖|录入)(?:时间|日期|于)|来源:|浏览(?:次数|量)?:|点击数?:|作者:|字体:|"
    r"Post By|发表于|最后更新"
)
BACKGROUND = re.compile(r"(?:印发|颁布|发布|下发|成立|文件|签订)(?:于|时间|日期|的)?[:(]?$|第\d+号[^,。]{0,6}$")
REFORM = re.compile(
    r"^[,\\s]*(?:起)?(?:正式|全面|开始|统一|在全[市省区])*(?:实施|执行|施行|生效|试行|推行|建立|调整(?!为|至)|提高|降低|纳入|取消(?!原|停)|享受|发放)|^[^,。;]{0,24}不再(?:作为|列入|纳入|执行|设|收取(?![^,。;]{0,4}(?:申请|材料)))"
)
RATHER = re.compile(
    r"^[”\"』」)]{0,2}(?:更正|调整|变更|改|修改|修订|推迟|提前|延期|延后|延迟|顺延|延长)(?:为|至|到)|^[”\"』」)]{0,2}应为"
)
INSTEAD = re.compile(
    r"^[”\"』」)]{0,2}(?:,(?:现|拟|将|已)*)?(?:更正|调整|变更|改|修改|修订|推迟|提前|延期|延后|延迟|顺延|延长|暂定|应)(?:为|至|到|于)"
    r"(?:预计|暂定|暂时)?[“\"『「(]{0,2}$"
)
CITED = re.compile(
    r"^,?[^,。;]{0,10}(?:发布|印发|下发|公布|召开|转发)(?:了|的|《)"
    r"|^,?[^,。;]{0,50}(?:发布|发出|发了|印发|下发|公布|通报|告诉记者)(?:了|的)?[^,。;]{0,6}"
    r"(?:公告|通告|通知|消息|文件|通报|:|《)"
    r"|^[^,。;]{0,12}(?:来电|来函|电话)(?:告知|通知)"
    r"|^,?[^,。;]{0,16}(?:收到|接到|获悉)[^,。;]{0,30}(?:公告|通告|通知|消息)"
    r"|^(?:召开|会议)|^(?:日)?(?:发布|印发|下发|公布|发出|刊登)?的?(?:《|公告|通知|通告|文件|停机公告|停机通知)"
    r"|^(?:发布|印发|下发|公布|发出)"
)
EXCEPTED = re.compile(r"除[^,。;]{1,40}?(?:以外|之外|外)")
GO_LIVE = re.compile(r"^(?:起|前|日)?[^,。;停暂]{0,16}?切换[到至]")
OTHER_END = re.compile(
    r"(?:报销|冲销|补办|补结算?|补刷|办理|申领|有效|受理|缴费|补缴|结算|领取|申报)(?:时间|期限|时限|期)[^,。;]{0,8}$"
    r"|(?:延续|持续|顺延|延长)[到至]?$|可(?:以)?(?:继续)?(?:使)?用$|恢复后$|(?:延期|顺延|推迟|延后)办理$"
)
ENTRY = re.compile(r"(?:入口|端口|报名通道|上传通道)$")
IN_BETWEEN = re.compile(r"^(?:之间|期间)")
FAR_START_LABEL = re.compile(r"(?:停机|暂停|停止|停办)时间[^。;]{1,24},即$")
ITEMS = re.compile(
    r"(?<!含)(?<!含第)(?<!包括)(?<!前述)(?<!前述第)第?\(?([一二三四五六七八九十\d](?:[、和及)]{1,2}第?\(?[一二三四五六七八九十\d]\)?)*)\)?项"
)
REST = re.compile(r"其[余他它](?:各项|业务|服务|各类|事项|经办)")
IF_ALL_GOES_WELL = re.compile(r"(?:如果?|若)[^,。;]{0,6}顺利(?:的话)?,?$|(?:如|若)无(?:意外|特殊情况),?$")
RUMOUR = re.compile(r"谣|传言|传闻|不属实|不实|不准确|网传")
OTHER_INSURANCE = re.compile(r"养老保险|失业保险|工伤保险|社会保险(?:业务|信息系统|系统)|社保系统")
OTHER_KINDS = re.compile(r"社保业务|社会保险业务|养老保险|失业保险|工伤保险")
_OTHER_SCHEMES = re.compile("养老|失业|工伤")


def is_of_other_insurance(words: str) -> bool:
    """Whether words name pensions and the like, and nothing medical."""
    return "医" not in words and _OTHER_SCHEMES.search(words) is not None


MEDICAL = re.compile(
    r"医保(?!局|中心|部门)|(?<!工伤)医疗(?:保险|保障(?!局|中心|部门|事业|服务中心)|费|结算)|社保费|生育|(?<!工伤)(?:就医|就诊|门诊|住院)|看病|药店|购药|刷卡"
    r"|medical|healthcare|health insurance"
)
OUR_BUSINESS = re.compile(
    r"医保|医疗保|社保|社会保|医药|采购|农合|合作医疗|公费医疗|健保|生育|结算|就医|药店|缴费|经办|停机"
    r"|(?i:(?:medical|health|social) (?:insurance|security)|healthcare security|settle|premium)"
)
INSURANCE = re.compile(rf"{OUR_BUSINESS.pattern}|参保|平台")
EARLIER_NOTICE = re.compile(
    r"(?:发布|印发|下发)的(?:《[^《》]{2,60}|[^,。;]{0,16})(?:公告|通告|通知)》?(?:中)?(?:明确|提出|规定|载明|告知|称)"
    r"|\d日,?[^,。;]{0,8}发布了?(?:公告|通告|通知),"
    r"|发布了?《[^《》]{2,60}(?:公告|通告|通知)》|[日前曾]发布(?:公告|通告|通知),?[^。;]{0,12}(?:定于|拟于|计划)"
)
STARRED = re.compile(r"\*[^。\n]{0,6}(?:为)?(?:预计|暂定)")
WITHOUT_STOP = re.compile(
    r"不停机|不关机|不中断(?:服务|业务)|不停服|无需停机|不影响(?:正常)?业务|(?:备用|测试|模拟|练习)(?:环境|库)"
)
BY_THEN = re.compile(r"^截[至止]")
PHASES = re.compile(r"第([一二三四五六](?:、第?[一二三四五六])*)(?:、第([一二三四五六]))?(?:阶段|批次?|期)")
STOP_MOVED = re.compile(r"(?:停机|暂停|切换|停止服务|停办|维护|开始)(?:时间|日期)?[^,。;]{0,6}$")
RETURN_MOVED = re.compile(r"(?:恢复|开通|启用|上线|开机)(?![以之]?后)[^,。;]{0,12}$")
FORMERLY = re.compile(
    r"(?<!按)原(?:定(?!点)|计划|拟|公告|通告|通知|停机|恢复)|此前(?:公告|发布|通知)|(?<!按)原(?![\u4e00-\u9fff]{0,8}(?:系统|平台))[\u4e00-\u9fff]{0,6}时间|先前|原来(?:的|定|公|通|计)|"
    r"originally|previously|earlier announced"
)
DEGRADED_TIME = re.compile(r"缓慢|拥堵|不稳定|网络波动|较慢|卡顿|运行不畅|slow")
# what may stop: without one of these words a sentence tells of something else, a list of medicines or a rule
SUBJECT = re.compile(
    r"系统|平台|业务|服务|办理|结算|刷卡|缴费|征收|征缴|受理|经办|窗口|网厅|网办|网上办|买药|看病|报销|记账|医保|社保|停机|"
    r"停办|登记|备案|App|APP|小程序|公众号|渠道|参保|异动|转移|划拨|支取|共济|购药|门诊|住院"
    r"|[Ss]ystem|[Pp]latform|[Ss]ervice|[Ss]ettlement|[Bb]usiness|[Ii]nsurance|[Hh]all|[Pp]ayment|[Ss]uspension|[Aa]ccounts?\b|[Ww]ithdrawal|[Rr]eimburse|[Ee]nrol|[Ff]iling|[Pp]remium"
)
LABELLED = re.compile(rf"{SUBJECT.pattern}|药店|医院|机构|诊所|缴纳")
SYSTEM_WORK = re.compile(
    r"(?:版本|软件|系统|程序)更新|结转|年度清算|年终清算|结账|封库|数据备份|演练|割接|扩容|(?:系统|平台|网络|机房|数据库|服务器)[^,。;]{0,8}(?:升级|改造|迁移|维护|搬迁|检修|切换)"
    r"|(?:升级|改造|迁移|维护|搬迁|检修|切换|更换)[^,。;]{0,12}"
    r"(?:系统|平台|网络|机房|数据库|服务器|前置机|专线|线路|交换机|骨干网)"
)
WORK = re.compile(r"升级|改造|迁移|维护|搬迁|检修|切换|割接|扩容|结转")
IN_THE_STOP = re.compile(r"^(?:的)?(?:医保)?(?:系统)?(?:停机|暂停|切换|停办)(?:升级|切换|维护)?(?:期间|期内)")
SYSTEM = re.compile(r"系统|平台|网络")
NOT_OURS = re.compile(
    r"停[电水][^。;]{0,40}医保[^,。;]{0,8}(?:不受|照常|正常)|核酸|疫苗|核磁|暂停检查|盘点|歇业|停诊|暂停接诊|暂停营业|停售|停止销售|暂停[^,。;]{0,24}(?:卖给|销售|出售)"
)  # what closes is a shop or a ward
STOP_TIME = re.compile(r"(?:暂停|停机|停办|切换)时间")
OTHER_LABEL = re.compile(
    r"(?:准备|巩固|测试|联调|培训|宣传|改造|试运行|过渡)阶段|缴费期|有效期|享受期|(?<!重新)(?<!恢复)开放(?:时间|时段)|放假|过渡期|公示|免缴|缓缴|集中受理|参保期|申报期|报名|培训|宣传|试点"
    r"|(?:核对|申报|考核|检查|评估|评审|认定|征集|活动|补缴|补办|报销|体检|投稿|报名|招聘|评选)(?:时间|期限|时段)"
)
ATTENDED = re.compile(
    r"咨询|值班|值守|服务时间|办公|受理时间|接听|现场|延时|营业|开放时间|门诊时间|对账|备案专线|电话|热线"
)
TOO_LATE = re.compile(r"[,;](?=逾期|过期)")
PAID_ONESELF = re.compile(
    r"(?:先行|自行|全额|个人|现金)垫付|(?:自费|现金)(?:方式)?(?:结算|支付|结账|就医|就诊|缴费|交费|购药|垫付)"
)  # settlement is down then, though nothing says so
OF_A_STOP = re.compile(  # what is told of claims after one, and of what to do in one
    r"(?:停机|停网|故障|系统(?:升级|切换|维护|停用)|平台(?:升级|切换|上线))(?:的|结转|切换|升级)?(?:期间|前后|那[几两三]?[天日])"
    r"|(?i:during|while|system|platform) [^.\n]{0,40}(?:outage|shutdown|suspen|upgrad|unavailable|down\b)"
)
# that medical insurance goes on while something else stops
OURS_GOES_ON = re.compile(
    r"(?:医保|医疗保[险障]|社保卡|刷卡)[^。;\n]{0,60}?(?:照常|照旧|不受[^,。;]{0,6}影响|[一照]样(?:报销|刷|用|参保)|不停(?=[,。;])|不停机|不升级"
    r"|该怎么刷还怎么刷|两个系统|不在[^,。;]{0,6}之内|从未中断|没有影响|与[^,。;]{1,8}无关)"
    r"|医保(?:系统)?没停|不是医保(?:系统)?停|医保[^。;\n]{0,8}停了?\? ?(?:不是|没有|不会|不停)"
    r"|(?i:medical insurance|social (?:security|insurance) card)[^\n]{0,120}"
    r"(?i:not affected|unaffected|nothing changes|can pay|not connected|as usual)"
)
OURS_STOPS = re.compile(r"(?:医保|医疗保[险障])[^。;\n]{0,40}(?:都停|暂停|停办|停机|停止|办不了)")
OUR_NAME = re.compile(
    r"医保|医疗保[险障]|护理险|护理保险|照护保险|定点|结算|刷卡|就医|看病|购药|生育保险|社保费|社会保险费|缴费|征缴|税务|采购|招采|社会?保障?卡"
    r"|(?i:medical insurance|medical security|health(?:care)? (?:insurance|security)|settle)"
)
IN_BRACKETS = re.compile(r"\([^()\n]{0,80}\)")
MEANWHILE = re.compile(
    r"[^,。;]{0,6}(?:升级|维护|切换|迁移|检修|改造)期间,[^。;]{0,60}(?:关闭|暂停|停办|停止|无法|不能)"
)
LASTS = re.compile(
    r"(?:停机|停网|断网|维护|检修|升级|割接|停止服务|暂停服务|中断)(?:时间|时长)?|(?:历时|时长|为时|持续|需时)|需要?$"
)
PENALTY = re.compile(
    r"(?<![扣款])协议(?!医|零售|机构|药店|定点|管理医)|违规|处罚|处方权|约谈|骗保|稽核(?!检查等|[^,。;]{0,8}(?:业务|暂停|停办|系统))|追回|agreement"
)
PAUSED_BUSINESS = re.compile(
    r"(?:暂停|停办|暂缓)[^,。;]{0,16}(?:业务|办理|缴费|征缴|结算|服务)"
    r"|(?:业务|服务|办理|缴费|征缴|结算)(?:[^,。;]{0,8}|将?(?:于|自|从)[^,。;]{4,32})(?:暂停|停办|暂缓|中断)"
    r"|(?:业务|服务|办理|缴费|征缴|结算)[^。;]{0,24}停(?=[,。;)]|$)"
    r"|不(?:予)?受理[^,。;]{0,8}(?:结算|刷卡|业务|备案|报销)|关闭[^,。;]{0,16}系统"
    r"|(?:停止|暂停)(?:办理|受理|征收|征缴)|只收(?:材料|件)|不(?:予)?办结"
)
PAYMENT_SEASON = re.compile(
    r"缴费(?:通道(?![^,。;]{0,6}(?:关闭|暂停|停))|期|截止)|逾期|享受(?:期|待遇|医保(?![^,。;]{0,6}(?:结算|刷卡|报销|支付)))|待遇等待期|集中参保"
)
CAVEAT = re.compile(
    r"提前(?:恢复)?(?:或|或者|、|/|及)(?:延后|推迟|延迟|延期|推后|延长|顺延)|advanced or delayed|"
    r"earlier or later|brought forward or delayed|如有(?:变化|变动|调整|变更)|如遇.{0,12}(?:调整|变化)|(?:如|"
    r"若).{0,12}(?:进度|变化|调整).{0,20}(?:公告|公布|通知|发布|通告)"
)
COMPLETED = re.compile(
    r"已(?:于[^。;]{0,30}|全面|提前|正式|经|全部|顺利|陆续)?(?:恢复|开通)(?:运行|正常|办理|服务|结算|使用|"
    r"系统)?|现已恢复|have been restored|has resumed|is back"
)
POWER = re.compile(r"供电|电力|供水|空调|网络|光缆|链路|机房|服务器|数据库")  # back before service is
ASKED = re.compile(r"^[^,。;]{0,6}(?:能否|可否|是否|能不能|会不会|何时)")
EVENT_RETURN = re.compile(
    r"待(?P<event>[\u4e00-\u9fff]{2,24}?(?:验收|确认|完成|上线|通过|结束|稳定|就绪|批复|核对|测试)(?:通过|合格|完毕|"
    r"成功)?)(?:后)"
)
SOON_BACK = re.compile(r"[^,。;由可再凭]{0,12},?[^,。;由可再凭]{0,24}(?:恢复|开通|启用|开放|上线)")
EVERYTHING_STOPS = re.compile(
    r"(?:医保|医疗保障|医疗保险|社会?保险?|社保|信息|结算|业务|核心)(?:[\u4e00-\u9fff]{0,8}?)(?:系统|"
    r"平台)(?:[^。;\n]{0,40}?)(?:停机|暂停(?:运行|服务|使用)|停止(?:运行|服务|使用)|停服|停运|关闭|维护|升级|"
    r"切换|中断|无法使用|检修)"
    r"|(?:[Ss]ystem|[Pp]latform)[^.\n]{0,80}?(?:suspen|shut|down|non-operational|unavailable|maintenance|"
    r"upgrade|centrali[sz]ed)"
)
