"""What a text announces, told once from its titles: a stop, work on a system, something else, or they do not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from outageplan.drafting import vocabulary as say
from outageplan.drafting.amending import changes_a_notice
from outageplan.drafting.article import Article
from outageplan.drafting.organs import ORGAN

_HEAD = 4  # blocks in which a title stands
_LINE = 60  # characters of a line below it
_NOT_SO = re.compile(  # what is told below them did not happen, or is a penalty of one house
    r"研讨会|(?:暂停|恢复|终止|中止)(?:招标|采购活动|采购项目|评标)|撤销?挂?网|(?:部分|个别|有关|相关)(?:药品|耗材|产品)[^。;\n]{0,10}(?:暂停采购|停止采购)"
    r"|综述|纪实|侧记|特写|见闻|会议通知|典型案例|案例(?:通报|分析|选登)|判决|警情通报|竞赛|[试习]题|题库|(?:应急|桌面|模拟)(?:预案)?(?:培训|演练)|演练方案"
    r"|预案[^,。;]{0,6}(?:培训|演练)|测试环境|防骗|诈骗|骗局|谣|通话|更新说明|文件清理|(?:失效|废止)[^,。;]{0,8}文件"
    r"|去年[^。;]{0,8}(?:停|系统)|违法违规|违规使用|曝光台|处理决定|支付资格|记分"
    r"|(?:暂停|中止|终止|解除)[^。;\n]{0,30}(?:协议|挂网|(?<!结算)资格|处方权)"
)
_OF_OTHERS = re.compile(
    r"投保|保单(?!位)|(?:商业|私人)保险|private \(?(?:commercial|health)|拍卖|变卖|直播|电台|上线单位"
    r"|短信|公交|燃气|公积金|用血|献血|疫苗|预防接种|宠物|毛孩子|^abstract$"
)
_OURS = re.compile(r"(?:医保|医疗保[险障]|社保|结算)[^。;]{0,16}(?:停机|暂停|停办|停止|中断|升级|切换|维护)")
_SEASON = re.compile(r"集中参保|参保缴费|集中缴费|征缴工作|开始缴费|居民医保缴费")
_HOLIDAYS = r"(?:假期|假日|春节|国庆|中秋|端午|清明|劳动节|五一|元旦)"
_ELSE = re.compile(
    r"(?:项目|服务)[^。;]{0,14}(?:采购|招标|磋商|询价|比选|遴选)"
    r"|(?:招标|采购|磋商|询价|比选|遴选|中标|成交)(?:结果)?公[告示]"
    r"|(?:业务|服务|结算)(?:均|仍)?(?:正常|照常)(?:办理|开展|运行)|不停机|不停办|不中断|不受影响"
    r"|回眸|周年|总结|工作(?:打算|要点|报告)|述职|年报|感谢信|表扬|处罚|曝光|培训|征求意见|解读|倡议|问卷|调研|座谈|签约"
    r"|管理办法|实施细则|名单|公示(?!期)|预算|决算|竞聘|任免|招聘|录用|选聘|招募|征集|评选"
    rf"|{_HOLIDAYS}[^。;]{{0,14}}(?:服务|工作|值班|办公|窗口)[^。;]{{0,4}}安排|停诊|开诊|坐诊|排班|门诊(?:安排|时间)"
    r"|(?:清算|考核|稽核)工作的?(?:通知|公告)|(?:违规|违法|违约|骗保|检查|核查)[^。;]{0,16}(?:处理|通报|公告|情况)"
    r"|(?:期间|垫付|自费|未结算)[^。;]{0,16}(?:补结算|补报销|费用(?:的)?报销|补记账|重新结算|退费)"
)
_DENIED = re.compile(  # that there is a stop
    r"(?:没有|并无|暂无)(?:任何|接到)?(?:系统)?(?:停机|升级(?=[,。;]))|造谣|编造|并无此(?:事|安排|计划)"
)


class Topic(Enum):
    """What the titles of a text say that it announces."""

    STOP = auto()
    WORK = auto()  # on a system that is named, which mostly stops then
    NO_STOP = auto()  # a payment season, or what is told is not so: no time of it is a stop
    ELSE = auto()  # a tender, a penalty, training, claims after a stop, or that all goes on
    BELOW = auto()  # the titles do not, but the first lines below them tell of a stop
    UNSAID = auto()

    @property
    def in_title(self) -> bool:
        """Whether a title says that something stops, or that a system is worked on."""
        return self in (Topic.STOP, Topic.WORK)

    @property
    def of_something_else(self) -> bool:
        """Whether the titles, or a denial, say that no stop is announced."""
        return self in (Topic.NO_STOP, Topic.ELSE)

    @property
    def announces(self) -> bool:
        """Whether a title or the first lines do."""
        return self in (Topic.STOP, Topic.WORK, Topic.BELOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What a text announces: its titles and their topic, and whether it changes an earlier notice."""

    titles: tuple[str, ...]
    topic: Topic
    amends: bool


def announced(article: Article, title: int | None) -> Announced:
    """What a text announces. `title`: where that begins which was taken for its own."""
    titles = _titles(article, title)
    return Announced(titles=tuple(titles), topic=_topic_of(article, titles), amends=changes_a_notice(article.text))


def _titles(article: Article, title: int | None) -> list[str]:
    """The titles and headings with which a text begins."""
    heads = [place for place in range(min(_HEAD, len(article.blocks))) if is_title(article, place, title)]
    found = [article.text_of(article.blocks[place]) for place in heads if not _signs(article, place)]
    first = article.text_of(article.blocks[0]) if article.blocks else ""
    return found if first in found or len(first) > _LINE or first[-1:] in ("", *"。;:!") else [first, *found]


def _signs(article: Article, place: int) -> bool:
    """Whether a block near the beginning of a short text is the name that signs it, behind its body."""
    before = (article.text_of(block).rstrip()[-1:] for block in article.blocks[:place])
    return "。" in before and ORGAN.fullmatch(article.text_of(article.blocks[place])) is not None


def is_title(article: Article, place: int, title: int | None) -> bool:
    """Whether a block is a title or a heading near the beginning."""
    block = article.blocks[place]
    return block.start == title or (place < _HEAD and block.kind in ("heading", "title") and not block.number)


def _topic_of(article: Article, titles: list[str]) -> Topic:
    """What a text announces, by its titles."""
    heads = [head.lower() for head in titles]
    ours = any(map(_OURS.search, heads))
    if any(map(_NOT_SO.search, heads)) or (not ours and any(map(_OF_OTHERS.search, heads))):
        return Topic.NO_STOP
    if any(map(say.is_of_other_insurance, heads)) and say.OURS_GOES_ON.search(article.text):
        return Topic.NO_STOP
    if any(map(say.HARD_STOP.search, heads)):
        return Topic.STOP
    if any(map(_ELSE.search, heads)):
        return Topic.ELSE
    if any(_SEASON.search(head) and not say.WORK.search(head) for head in heads):
        return Topic.NO_STOP
    if any(say.SUBJECT.search(head) and say.WORK.search(head) for head in heads):
        return Topic.WORK
    if _DENIED.search(article.text):
        return Topic.NO_STOP
    lines = [article.text_of(block).lower() for block in article.blocks[:_HEAD]]
    if any(len(line) <= _LINE and (say.HARD_STOP.search(line) or say.WORK.search(line)) for line in lines):
        return Topic.BELOW
    return Topic.UNSAID
