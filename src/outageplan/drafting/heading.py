"""What stands at the head and the foot of an announcement: its title, who issued it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outageplan.drafting.article import Article, Block
from outageplan.drafting.characters import is_chinese

_SIGNATURE = 60  # characters of a line that signs
_EDGE = 14  # blocks at either end in which a title or a signature is looked for
_TITLE_WORDS = re.compile(
    r"关于|公告|通告|通知|提示|提醒|告知|停机|暂停|停办|系统|平台|医保|社保|切换|指南|Announcement|Notice|"
    r"Suspension|Upgrade|Outage|Maintenance|Insurance|System"
)
_NO_TITLE = re.compile(
    r"^(?:首页|当前位置|您的位置|来源|发布|时间|日期|作者|编辑|浏览|点击|字号|分享|打印|返回|上一篇|下一篇|"
    r"相关|索引号|主题分类|发文|信息来源|Updated|Source|Home|各|全市各|全省各|致|广大|尊敬|医院概况|网站|"
    r"咨询)|Updated on|版权|备案号|:$"
)
_YEARLY = "〇零○一二三四五六七八九"
_DATE = re.compile(
    rf"(?:(?P<y>20\d\d|19\d\d)(?:年|[-/.])(?P<m>\d{{1,2}})(?:月|[-/.])(?P<d>\d{{1,2}})日?"
    rf"|"
    rf"(?P<cy>[二一][{_YEARLY}]{{3}})年(?P<cm>[一二三四五六七八九十]{{1,2}})月(?P<cd>[一二三四五六七八九十廿]{{1,3}})日?"
    r"|(?P<en>(?P<em>January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (?P<ed>\d{1,2})(?:st|nd|rd|th)?,? (?P<ey>20\d\d))"
    r"|(?P<fd>\d{1,2})(?:st|nd|rd|th)? (?P<fm>January|February|March|April|May|June|July|August|September|"
    r"October|November|December),? (?P<fy>20\d\d))"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_STAMP = re.compile(
    r"(?:发布(?:时间|日期|于)?|发文(?:日期|时间)|成文日期|印发日期|公布日期|回复(?:时间|日期)|发表时间|日期|"
    r"时间|published|Published|issued|Issued|Date|Posted|posted)(?: on)?[:：\]]? ?|(?:Published|Issued|"
    r"published|issued) (?:on )?"
)
_META = re.compile(r"字体|编辑|来源|浏览|阅读|作者|收录|点击|次数|\d\d:\d\d")
_ABOUT_STOP = re.compile(r"停|恢复|起|前|至|暂|[Ff]rom|[Uu]ntil")
_REPOSTED = re.compile(r"转载|更新时间|Updated|采集|录入|编辑于|抓取")
_ORGAN = re.compile(
    r"[\u4e00-\u9fff()]{2,30}(?:医疗保障局|医保局|保障局|医保中心|服务中心|保险中心|管理中心|事务中心|"
    r"保障中心|保险事业管理局|基金管理中心|税务局|社会保障局|管理局|管理处|分局|管委会|政府|办公室|医保办|"
    r"委员会|医院|大学|学院|人事处|工作组|指挥部|采购平台|交易中心)"
)
_ENGLISH_ORGAN = re.compile(
    r"(?:(?:[A-Z][\w'-]{1,24} ){1,8}(?:Bureau|Administration|Center|Centre|Office|"
    r"Commission)(?: of(?: [A-Z][\w'-]{1,24}){1,5})?)"
)
_CLOSING = re.compile(r"特此(?:公告|通告|通知|告知|说明)|hereby")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Something that was taken from the announcement, with its place in the article's text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The date of publication; `sure` where it stands as one, not only at the end of the text."""

    day: date
    start: int
    end: int
    sure: bool = True


def find_title(article: Article) -> Taken | None:
    """The title: the block near the beginning that most looks like one."""
    best: tuple[float, Block] | None = None
    for place, block in enumerate(article.blocks[:_EDGE]):
        text = article.text_of(block)
        if block.cells or _NO_TITLE.search(text[:60]) or not 4 <= len(text) <= 140:
            continue
        score = _title_score(text, block) - place * 0.3
        if best is None or score > best[0]:
            best = (score, block)
    if best is None or best[0] < 1.5:
        return None
    block = best[1]
    end = block.end
    if found := re.search(r"[_|]|-{1,3}(?=[\u4e00-\u9fff]{4,})", article.text[block.start : block.end]):
        end = block.start + found.start()
    return Taken(value=article.words(block.start, end).strip(), start=block.start, end=end)


def _title_score(text: str, block: Block) -> float:
    words = len(set(_TITLE_WORDS.findall(text)))
    score = min(words, 4) + (3 if block.kind in ("heading", "title") else 0)
    score += 3 if re.search(r"关于.{2,60}的(?:公告|通告|通知|提示|说明|函)|Announcement|Notice", text) else 0
    score -= 4 if text[-1] in "。;" else 0
    score -= 4 if _ORGAN.fullmatch(text) or _ENGLISH_ORGAN.fullmatch(text) else 0
    score -= 3 if block.number else 0
    limit = 60 if any(map(is_chinese, text)) else 110
    return score - (3 if len(text) > limit else 0) - (2 if _DATE.search(text) and len(text) < 20 else 0)


def find_published(article: Article) -> Dated | None:
    """The date of publication: a date that signs the text, else one that a line calls so, else the first line's."""
    signed = [one for block in reversed(article.blocks[-_EDGE:]) for one in _signature(article, block)]
    if signed:
        return signed[0]
    stamped = list(_stamps(article))
    return stamped[0] if stamped else None


def _signature(article: Article, block: Block) -> Iterator[Dated]:
    """A date that stands alone in its block, or behind the name of who signs."""
    start = block.start
    if block.end - block.start > _SIGNATURE:  # it may still be signed in its last sentence
        start += max(article.text_of(block).rstrip("。.)").rfind(mark) for mark in "。!;") + 1
    text = article.text[start : block.end]
    if len(text) > _SIGNATURE or block.cells or _REPOSTED.search(text):
        return
    for found in _DATE.finditer(text):
        rest = (text[: found.start()] + text[found.end() :]).strip(" ()。.,;")
        rest = _STAMP.sub("", rest).strip(" ()。.:")
        day = _day(found)
        alone = not rest or _ORGAN.fullmatch(rest) or _ENGLISH_ORGAN.fullmatch(rest)
        if day and (alone or _is_signature(rest)) and not re.search(r"[起止前后时至到]|停|恢复", rest):
            yield Dated(day=day, start=start + found.start(), end=start + found.end())


def _is_signature(rest: str) -> bool:
    return len(rest) <= 30 and bool(_ORGAN.search(rest) or _CLOSING.search(rest) or re.search(r"医保办|宣$|讯$", rest))


def _stamps(article: Article) -> Iterator[Dated]:
    for place, block in enumerate(article.blocks):
        text = article.text_of(block)
        if len(text) > 400:
            continue
        found = _DATE.search(text) if place < 8 and len(text) < 100 else None
        if (
            found
            and _META.search(text, found.end())
            and not (_ABOUT_STOP.search(text) or _REPOSTED.search(text))
            and (day := _day(found))
        ):
            yield Dated(day=day, start=block.start + found.start(), end=block.start + found.end())
        for found in _DATE.finditer(text):
            before = text[max(0, found.start() - 14) : found.start()]
            day = _day(found)
            if (
                day
                and _STAMP.search(before)
                and not _REPOSTED.search(before)
                and not re.search(r"停|恢复|办理|截|有效", before)
            ):
                yield Dated(day=day, start=block.start + found.start(), end=block.start + found.end())


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["y"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found["cy"]:
            digits = ("〇一二三四五六七八九".find(char) for char in re.sub("[零○]", "〇", found["cy"]))
            year = int("".join(map(str, digits)))
            return date(year, _chinese_number(found["cm"]), _chinese_number(found["cd"]))
        names = ("em", "ed", "ey") if found["en"] else ("fm", "fd", "fy")
        month, day, named_year = (found[name] for name in names)
        return date(int(named_year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _chinese_number(text: str) -> int:
    text = text.replace("廿", "二十")
    tens, ten, ones = text.partition("十")
    digit = "〇一二三四五六七八九".find
    if not ten:
        return digit(text)
    return 10 * (digit(tens) if tens else 1) + (digit(ones) if ones else 0)


def find_issuer(article: Article, title: Taken | None) -> Taken | None:
    """Who issued it: the name that signs at the foot, else the one that the title begins with."""
    for block in reversed(article.blocks[-_EDGE:]):
        text = _DATE.sub("", article.text_of(block)).strip(" ()。.:")
        bare = _CLOSING.sub("", text).strip(" ()。.!,")
        name = bare if _ORGAN.fullmatch(bare) or _ENGLISH_ORGAN.fullmatch(bare) else ""
        if not name and _CLOSING.search(text):
            name = next(reversed([found[0] for found in _ENGLISH_ORGAN.finditer(text)]), "")
        start = article.text.find(name, block.start, block.end)
        if name and start >= 0 and len(name) < 90 and not block.cells:
            return Taken(value=article.words(start, start + len(name)), start=start, end=start + len(name))
    if title:
        text = article.text[title.start : title.end]
        found_organ = _ORGAN.match(text.split("关于")[0])
        if found_organ and len(found_organ[0]) >= 5:
            end = title.start + found_organ.end()
            return Taken(value=article.words(title.start, end), start=title.start, end=end)
    return None
