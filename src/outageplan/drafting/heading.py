"""What stands at the head and the foot of an announcement: its title, who issued it, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outageplan.drafting.article import Article, Block
from outageplan.drafting.characters import is_chinese
from outageplan.drafting.organs import CLOSING, ENGLISH_ORGAN, ORGAN
from outageplan.drafting.publication import EDGE
from outageplan.drafting.written_days import DATE

_TITLE_WORDS = re.compile(
    r"关于|公告|通告|通知|通报|提示|提醒|告知|停机|暂停|停办|系统|平台|医保|社保|切换|指南|Announcement|Notice|"
    r"Suspension|Upgrade|Outage|Maintenance|Insurance|System"
)
_NO_TITLE = re.compile(
    r"^(?:首页|当前位置|您的位置|来源|发布|时间|日期|作者|编辑|浏览|点击|字号|分享|打印|返回|上一篇|下一篇|"
    r"相关|索引号|主题分类|发文|信息来源|Updated|Source|Home|各|全市各|全省各|致|广大|尊敬|医院概况|网站|"
    r"咨询|网友|问:|答:)|Updated on|版权|备案号|:$"
)
_NO_ORGAN = re.compile(r"系统|停机|暂停|升级|约定|^定点|就诊|[\u4e00-\u9fff] ")
_SECTION = re.compile(r"(?:时间|范围|安排|指南|指引|须知|事项|方式|内容|办法|原因|渠道)[:]?$")
_NOTICE = re.compile(r"公告|通告|通知|通报|提示|告知|提醒|说明|关于|[Aa]nnouncement|[Nn]otice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Something that was taken from the announcement, with its place in the article's text."""

    value: str
    start: int
    end: int


def find_title(article: Article) -> Taken | None:
    """The title: the block near the beginning that most looks like one."""
    best: tuple[float, Block] | None = None
    for place, block in enumerate(article.blocks[:EDGE]):
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
    score += 3 if re.search(r"关于.{2,60}的(?:公告|通告|通知|通报|提示|说明|函)|Announcement|Notice", text) else 0
    score -= 4 if text[-1] in "。;" else 0
    score -= 4 if ORGAN.fullmatch(text) or ENGLISH_ORGAN.fullmatch(text) else 0
    score -= 3 if block.number else 0
    if block.start == 0:
        score += min(words, 1)
    elif block.kind != "title" and any(map(is_chinese, text)):
        score -= 3 if not words or (_SECTION.search(text) and not _NOTICE.search(text)) else 0
    limit = 60 if any(map(is_chinese, text)) else 110
    return score - (3 if len(text) > limit else 0) - (2 if DATE.search(text) and len(text) < 20 else 0)


def find_issuer(article: Article, title: Taken | None) -> Taken | None:
    """Who issued it: the name that signs at the foot, else the one that the title begins with."""
    for block in reversed(article.blocks[-EDGE:]):
        text = DATE.sub("", article.text_of(block)).strip(" ()。.:")
        bare = CLOSING.sub("", text).strip(" ()。.!,")
        name = bare if ORGAN.fullmatch(bare) or ENGLISH_ORGAN.fullmatch(bare) else ""
        if not name and CLOSING.search(text):
            name = next(reversed([found[0] for found in ENGLISH_ORGAN.finditer(text)]), "")
        start = article.text.find(name, block.start, block.end)
        if name and not _NO_ORGAN.search(name) and start >= 0 and len(name) < 90 and not block.cells:
            return Taken(value=article.words(start, start + len(name)), start=start, end=start + len(name))
    if title:
        text = article.text[title.start : title.end]
        found_organ = ORGAN.match(text.split("关于")[0])
        if found_organ and len(found_organ[0]) >= 5 and not _NO_ORGAN.search(found_organ[0]):
            end = title.start + found_organ.end()
            return Taken(value=article.words(title.start, end), start=title.start, end=end)
    return None
