"""When an announcement was published: its signature, what a line of its page says, or its own words; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from outageplan.drafting.article import Article, Block
from outageplan.drafting.copies import Copies
from outageplan.drafting.organs import CLOSING, ENGLISH_ORGAN, ORGAN
from outageplan.drafting.written_days import CLOCK, DATE, Dated, day_of
from outageplan.wording import Text

_SIGNATURE = 60  # characters of a line that signs
_STAMPED = 400  # characters of a block that may have the date in one of its lines
_BELOW_TITLE = 8  # blocks in which a line about the page is looked for
_LINK = 12  # characters behind the date in a line far below that is not about this page
_HEADLESS = 40  # the same, of a line that says so, below the menus of a page
_HEAD = 4  # blocks in which the date below a title stands
EDGE = 14  # blocks at either end in which a title or a signature is looked for
_STAMP = re.compile(
    r"(?:原载(?:于)?|发布(?:时间|日期|于)?|(?:公告|通告|通知)(?:时间|日期)|发文(?:日期|时间)|成文日期|印发日期|公布日期|回复(?:时间|日期)|发表时间|答复(?:时间|日期)|"
    r"(?<![\u4e00-\u9fff])(?:日期|时间)|published|Published|issued|Issued|Date|Posted|posted|"
    r"Updated?)(?: on|,)?[::\]】]? ?$|"
    r"(?:Published|Issued|published|issued) (?:on )?$"
)
_STAMP_WORDS = re.compile(_STAMP.pattern.replace("$", ""))
_META = re.compile(r"字体|编辑|来源|浏览|阅读|作者|收录|点击|次数")
_PAPER = re.compile(r"[\u4e00-\u9fff]{1,10}(?:报|网|日报|晚报|新闻|电视台|发布)")
# a line of a newspaper: 《某某日报》 2021年11月9日 A04版, □某某早报记者 某某 2023年6月12日, (2024年7月17日 第6版)
_PRINTED = re.compile(
    r"[□■▢●◎【(\[]?(?:《?[\u4e00-\u9fff]{1,10}(?:报|网|新闻|电视台|客户端)》?)?"
    r"(?: *(?:首席|见习|全媒体|实习|通讯)?(?:记者|通讯员) ?[\u4e00-\u9fff·、 ]{2,16})?"
    r"[ ]*(?:第?[A-Z]?\d{1,2}版?|见报日期:?)?[)】\]]?"
)
_NAME = re.compile(
    r"(?:星期|周)[一二三四五六日天] ?第?[A-Z]?\d{1,2}版(?::[\u4e00-\u9fff]{1,6})?"
    r"|(?:星期|周)[一二三四五六日](?: ?[\u4e00-\u9fff→]{1,8})?|[\u4e00-\u9fff·“”]{2,12}"
    r"|(?:[\u4e00-\u9fff]{2,12} ?)?第[〇零一二三四五六七八九十百\d]{1,6}[期号]"
)
_EN_NAME = re.compile(r"[A-Z][\w '&.#-]{2,40}(?: ?\(English [Ee]dition\))?(?:[,|] ?[\w '&.#-]{0,40}){1,3}")
_OFFICES = re.compile(r"(?:[\u4e00-\u9fff]{1,8}(?:科|处|办公室|办)、?){1,3}")
_EDITED = re.compile(r"(?:整理|供稿|编|提供)$")
_EN_PLACE = re.compile(r"[A-Z][a-z']{2,16}(?: [A-Z][a-z']{2,16})?")  # Pujiang, 9 December 2024
_BYLINE = 3  # blocks in which a line names who writes, and the day
_OF_PAPER = re.compile(r"《[\u4e00-\u9fff]{2,8}》")
_PAPER_AND_PAGE = re.compile(r"《[\u4e00-\u9fff]{2,8}》 *第?[A-Z]?\d{1,2}版?(?: *[\u4e00-\u9fff]{2,6})?")
_TODAY = re.compile(r"今(?:天|日|晚|早)?\((?=20\d\d年)")
_ACCOUNT = re.compile(r"[\u4e00-\u9fff“”]{2,20} *\d{1,2}:\d\d(?: *[\u4e00-\u9fff]{2,8})?")
_PAGE = re.compile(
    r"(?:(?:星期|周)[一二三四五六日天] ?)?第?[A-Z]?\d{1,2}版?"
    r"(?: *(?:统筹|编辑|责编|版式):?[\u4e00-\u9fff]{2,4})?|见报日期"
)
_DATELINE = re.compile(  # 《某某日报》2024年9月20日讯; CITY (Paper, November 6, 2023) --
    r"[ ]?(?:\d{1,2}:\d{2})?[ ]?(?:讯|电(?![话子脑])|消息|报道)"
)
_EN_DATELINE = re.compile(r"[A-Z]{3,20},? ?\(?[^()\n]{0,40}\Z")
_OF_A_PAGE = re.compile(rf"{_META.pattern}|^\d{{4}}([-/.])\d{{1,2}}\1\d{{1,2}} \d{{1,2}}:\d\d")
_MINUTE = re.compile(r"\d{1,2}:\d\d")
_ON = re.compile(r" ?(?:\d{1,2}[:时点]\d{0,2}分?)?(?:起|止|前|后|开始|至|到)")  # it says from when or by when
_OF_ANOTHER = re.compile(r"[《》]|依照|根据|按照|的:?$")  # it cites another document
_ISSUED = re.compile(r"^(?:印发|发布|公告|通告|刊|刊发)$")
_NO_STAMP = re.compile(r"停|恢复|办理|截|有效")
_ABOUT_STOP = re.compile(r"停|恢复|起|前|后|至|暂|须|应|[Ff]rom|[Uu]ntil")
_REPOSTED = re.compile(r"转载|更新时间|采集|录入|编辑于|抓取")


# the second half of a range: on the same line or on the next
_TO = re.compile(r"[ ()\d:时点分上下中午晚早凌晨周星期一二三四五六日]{0,12}\n? ?(?:[至到~]|-+ ?\d)")
_FROM = re.compile(r"(?:自|从|由|至|到|~|\d[日时]?-)\n? ?$")
_HOUR = re.compile(r"[ ]?(?:[01]?\d|2[0-3]):[0-5]\d$")  # 2024年7月8日11:20 below a text
_HOUR_OF_DAY = re.compile(r"\d{1,2}[时点](?:\d{1,2}分)?$")
_LONG_BEFORE = timedelta(days=92)  # that an announcement may be before what it announces
_NEWS = re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?=讯|电(?![话子])|消息)")
_ANNOUNCED = re.compile(
    r"(?:^|\n)(?P<m>\d{1,2})月(?P<d>\d{1,2})日,?[^,。;《\n]{0,24}(?:局|中心|部门|委员会|医保办)[^,。;:《\n]{0,40}?"
    r"(?:发布|发出|发了|公布|公告|通告|通知|通报|告知|宣布)[^,。;\n《]{0,6}[:,]"
)


def find_published(article: Article) -> Dated | None:
    """The date of publication: a date that signs the text, else one that a line calls so, else its own words."""
    copies = Copies(article)
    if today := _today(article):
        return today
    signed = _signed(article)
    if signed and not (_is_figures(article, signed) and copies.is_one(signed)):
        return signed
    kept = [one for one in _stamps(article) if not copies.is_one(one)]
    if dateline := _dateline(article):
        return dateline
    called = [one for one in kept if _STAMP.search(article.text[max(0, one.start - 14) : one.start])]
    return next(iter([*called, *_told(article), *kept]), None)


def _today(article: Article) -> Dated | None:
    """The day that the text itself calls today: 今天（2024年8月6日，星期二）."""
    found = _TODAY.search(article.text)
    date_ = DATE.match(article.text, found.end()) if found else None
    day = day_of(date_) if date_ else None
    return Dated(day=day, start=date_.start(), end=date_.end()) if date_ and day else None


def _dateline(article: Article) -> Dated | None:
    """The date with which a report of a newspaper begins, or that its page has below."""
    for place, block in enumerate(article.blocks[:_HEAD]):
        for found in DATE.finditer(article.text, block.start, min(block.end, block.start + _SIGNATURE)):
            ahead = article.text[block.start : found.start()]
            told = _DATELINE.match(article.text, found.end()) or (
                place
                and _EN_DATELINE.match(ahead)
                and re.match(r"\)? ?[-—–]", article.text[found.end() : found.end() + 4])
            )
            if told and (day := day_of(found)):
                return Dated(day=day, start=found.start(), end=found.end())
    return None


def find_copied(article: Article) -> Dated | None:
    """The date of a page that put the announcement up again, where it is not taken for that of publication."""
    copies = Copies(article)
    signed = _signed(article)
    return next((one for one in [*([signed] if signed else ()), *_stamps(article)] if copies.is_one(one)), None)


def _signed(article: Article) -> Dated | None:
    return next((one for block in reversed(article.blocks[-EDGE:]) for one in _signature(article, block)), None)


def _is_figures(article: Article, dated: Dated) -> bool:
    """2021-09-01: as pages are dated, not as people sign."""
    return article.text[dated.start : dated.end].replace("-", "").replace("/", "").replace(".", "").isdigit()


def _told(article: Article) -> Iterator[Dated]:
    """9月29日,市医保局通告: its own words, with the year of what they announce, where all that follows agrees on it."""
    head = article.blocks[min(EDGE, len(article.blocks)) - 1].end if article.blocks else 0
    for found in (_NEWS.search(article.text, 0, head), _ANNOUNCED.search(article.text, 0, head)):
        if not found:
            continue
        written = (one for one in DATE.finditer(article.text, found.end()) if "-" not in one[0] and "/" not in one[0])
        announced = [day for one in written if (day := day_of(one))]
        days = {day for other in announced for day in _shortly_before(other, int(found["m"]), int(found["d"]))}
        if len(days) == 1:
            because = Text("年份据公告的停机时间推定", "its year follows from the times that the text gives in full")
            yield Dated(day=days.pop(), start=found.start("m"), end=found.end("d") + 1, because=because)


def _shortly_before(announced: date, month: int, day: int) -> Iterator[date]:
    """That day of that month, in the year in which it lies a little before what is announced."""
    for year in (announced.year, announced.year - 1):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if timedelta() <= announced - one <= _LONG_BEFORE:
            yield one


def _in_range(article: Article, start: int, end: int) -> bool:
    """Whether a date is one half of a range, which may be broken over two lines."""
    return bool(_TO.match(article.text, end) or _FROM.search(article.text[max(0, start - 6) : start]))


def _signature(article: Article, block: Block) -> Iterator[Dated]:
    """A date that stands alone in its block, or behind the name of who signs."""
    start = block.start
    if (
        block.end - block.start > _SIGNATURE and not article.text_of(block).isascii()
    ):  # it may still be signed in its last sentence
        start += max(article.text_of(block).rstrip("。.)").rfind(mark) for mark in "。!;") + 1
    text = article.text[start : block.end]
    if len(text) > _SIGNATURE * (2 if text.isascii() else 1) or block.cells or _REPOSTED.search(text):
        return
    for found in DATE.finditer(text):
        rest = (text[: found.start()] + text[found.end() :]).strip(" ()。.,;")
        if block in article.blocks[-2:]:
            rest = _HOUR_OF_DAY.sub("", _HOUR.sub("", rest))
        rest = _ISSUED.sub("", _STAMP_WORDS.sub("", rest)).strip(" ()。.:")
        rest = _OF_PAPER.sub("", rest).strip() if _PAGE.search(rest) else rest
        rest = "" if _PAGE.fullmatch(rest) or (_OF_PAPER.fullmatch(rest) and block is article.blocks[-1]) else rest
        day = day_of(found)
        place = block in article.blocks[-2:] and _EN_PLACE.fullmatch(rest)
        alone = not rest or place or ORGAN.fullmatch(rest) or ENGLISH_ORGAN.fullmatch(rest)
        if _in_range(article, start + found.start(), start + found.end()):
            continue
        if day and (alone or _is_signature(rest)) and not re.search(r"[起止前后时至到]|停|恢复", rest):
            yield Dated(day=day, start=start + found.start(), end=start + found.end())


def _is_signature(rest: str) -> bool:
    return (
        len(rest) <= 30
        and not _OF_ANOTHER.search(rest)
        and bool(ORGAN.search(rest) or CLOSING.search(rest) or re.search(r"医保办|融媒体中心|(?:宣|讯|医保)$", rest))
    )


def _stamps(article: Article) -> Iterator[Dated]:
    """The dates that a line below the title has, or that their label calls so."""
    for place, block in enumerate(article.blocks):
        text = article.text_of(block)
        if len(text) > _STAMPED or block.head:
            continue
        near = place < _BELOW_TITLE or (place < _HEADLESS and len(text) < _SIGNATURE and _OF_A_PAGE.search(text))
        below = DATE.search(text) if near and len(text) < 100 else None
        if below and _is_below_title(text, below, place):
            yield from _dated(article, block, below)
        for found in DATE.finditer(text):
            before = text[max(0, found.start() - 14) : found.start()]
            if place >= _BELOW_TITLE and "月" not in found[0] and len(text) - found.end() > _LINK:
                continue  # a list of other articles with their dates
            if _STAMP.search(before) and not _REPOSTED.search(before) and not _NO_STAMP.search(before):
                yield from _dated(article, block, found)


def _is_below_title(text: str, found: re.Match[str], place: int) -> bool:
    """Whether a line near the head tells of the page: its source, its readers, or nothing but the date in brackets."""
    if _ABOUT_STOP.search(text) or _REPOSTED.search(text):
        return False
    alone = place < _HEAD and text.strip() == f"({found[0]})"
    rest = (text[: found.start()] + text[found.end() :]).strip()
    if place < _BYLINE and (_NAME.fullmatch(rest) or _EN_NAME.fullmatch(rest)):
        return True  # 某某法院 2023年6月19日; Some Weekly, 5 June 2024. By Somebody
    if place < _HEAD and (CLOCK.fullmatch(f" {rest}") or _ACCOUNT.fullmatch(rest)):
        return True  # 2006年12月03日 10:02:43; 某某医院 2025年11月26日 18:20 广东
    paper = _PAPER_AND_PAGE.fullmatch(rest) or _PAPER.fullmatch(rest) or _PRINTED.fullmatch(rest)
    houses = _EDITED.sub("", rest.strip("()")).split()
    if place < _HEAD and houses and all(ORGAN.fullmatch(one) or _OFFICES.fullmatch(one) for one in houses):
        return True  # 某某市医疗保障局 某某市税务局 2024年9月18日; (2025年12月26日 医务科、医保科)
    return (
        alone
        or bool(paper)
        or bool(_META.search(text) or (found["y"] and "月" not in found[0] and _MINUTE.search(text)))
    )


def _dated(article: Article, block: Block, found: re.Match[str]) -> Iterator[Dated]:
    start, end = block.start + found.start(), block.start + found.end()
    day = None if _ON.match(article.text, end) else day_of(found)
    if day and not _in_range(article, start, end):
        yield Dated(day=day, start=start, end=end)
