"""Whose system stops: the pool, from the title, the issuer and the words around the stop; never a guess.

The provincial-direct pool (省直, 省本级) is told apart from the province, and a city from the province that it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from outageplan.catalog.pools import NATION, pools, province_of
from outageplan.drafting.article import Article, Block
from outageplan.drafting.heading import Taken
from outageplan.drafting.pool_names import Place, all_named, most_specific, named_before, named_pools
from outageplan.wording import Text

_DIRECT = re.compile(
    r"(?<![非及和与含、])(?:省直(?![辖管接])|省本级|省属|省级(?=统筹区|参保|医保(?:参保|经办|档案|\()|职工)|自治区本级|"
    r"自治区直|区本级|区直|市直属省)"
    r"|provincial[- ]direct|provincial (?:insured|designated|participants|health insurance (?:agencies|"
    r"business|unit)|organs)"
)
_BESIDE_A_CITY = re.compile(r"(?:省本级|省直)(?=[和与及、])|(?<=[和与及、])(?:省本级|省直(?!接))")
_PLATFORM = re.compile(r"(?:医疗保障|医保)(?:信息)?(?:系统|平台)")
_NO_BUREAU = re.compile(r"医院|卫生院|大学|学院|学校|药店|药房")
_WIDER = re.compile(r"全省|全区|各市|各地市|各州")
_BODY = re.compile(
    r"医疗保障|医保|医疗保险|人力资源|社会医疗|医药|药事|社会保|社保|劳动|全市|市直|本级|参保|税务局|行政服务|政务服务|人民政府"
)
_OWN = re.compile(r"我[市省区州盟县]|[全本][市省区州盟县]")
_OWN_CITY = re.compile(r"我市|全市|本市|市医疗?保")
_OWN_PROVINCE = re.compile(r"我[省区]|全省|省直|本级|省医疗?保")
_OF_A_LEVEL = re.compile(r"[省市区州盟县](?:直(?!接)|本级|医保|医疗保|社保)|省直(?!接)|本级")
_MEDIA = re.compile(
    r"(?:市|省|自治区)?(?:日报|晚报|晨报|商报|时报|早报|快报|都市报|讯(?=[(:,。 ])|"
    r"电视台|广播|新闻网|新闻|本地宝|财经|发布|网(?![上络办厅站])|市?人民政府|市政府)"
)
_BY_MEDIA = Text("只从媒体或网站的名称看出", "only the names of newspapers or sites tell it")
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_MOST_MEDIA = 60
_SITE = re.compile(
    r"(?:智慧)?(?:医保|医疗保障)(?:公共)?(?:服务平台|服务网|网厅|云|A[Pp][Pp]|微信|公众号)"
)  # a name, no office
_BEYOND = ("710000", "810000", "820000")  # named for those who come from there, unless a title or an issuer names them
_HOSPITAL_NAME = 16  # characters of a hospital's name
_A_LIST = 3  # pools that make a list of them, whoever issued it
_HOSPITAL = re.compile(r"医院|卫生院|农(?:村)?商(?:业)?银行|农商行|信用(?:联)?社")
_WHITHER = ("到", "去", "赴", "往")  # 到乌鲁木齐等地看病: not whose system it is
_OF_BOTH = ("朝阳", "吉林", "海南", "中山")  # of a city, and of a district, a province or a man too
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LINES, _LINE = 4, 40  # blocks at the head and the foot, and characters of one that names who writes
_BY_NAME = Text("全文只写到这一个城市", "it is the only city that the text names")
_BY_LINE = Text("只从抬头或落款的名称看出", "only the name in a line at the head or the foot tells it")
_BY_HOSPITAL = Text("只从医院或银行的名称看出", "only the name of a hospital or a bank tells it")
_WITH_DISTRICT = re.compile(
    r"[市州盟]?(?:\([^()\n]{1,8}\)|[\u4e00-\u9fff]{2,6}?[区县旗市](?=税务局|医保|医疗保障)|的(?=医保|医疗保)"
    r"|20\d\d年度?(?=医保|医疗保)|(?=(?:城乡|城镇)?(?:居民|职工)(?:基本)?医))(?:城乡|城镇)?(?:居民|职工)?(?:基本)?"
)
_WITH_ZONE = re.compile(r"[市省]?(?:[、和及与][\u4e00-\u9fff]{2,4}(?:新区|开发区|高新区|示范区))*")
_DIRECT_THERE = re.compile(r"省直(?:医疗保|医保|单位|职工)")
_MARKS = re.compile(r"[^\w\u4e00-\u9fff]*")
_NATIONAL = re.compile(
    r"国家(?:医保|医疗保障)(?:局|信息平台|服务平台)|[Nn]ational (?:[Hh]ealth(?:care)?|"
    r"[Mm]edical) (?:[Ii]nsurance|[Ss]ecurity)"
)


def find_places(
    article: Article, title: Taken | None, issuer: Taken | None, stops: Iterable[tuple[int, int]]
) -> list[Place]:
    """The pools whose system stops, none where the text does not tell. `stops` are the sentences about the stop."""
    text = article.text
    listed = _in_lists(article)
    if len({place.code for place in listed}) >= _A_LIST and not _names_a_city(article, title):
        return [*_listed_direct(article, listed), *listed]
    for part in _heads(article, title, issuer):
        if found := named_pools(text, part.start, part.end):
            if part is title and _contradicted(article, title, found):
                return []
            if part is title and _of_a_platform(article, issuer, found) and (here := _in_body(article, stops)):
                found = here if len(here) == 1 else found
            found = [*_direct_beside(article, part, found), *found]
            return _direct(article, found, title, issuer, stops)
    if len({place.code for place in listed}) > 1:
        return listed
    body = _in_body(article, stops)
    if not body or not _reach(article, body):
        body = _by_media(article)
    if not body and issuer:
        body = named_pools(text, issuer.start, issuer.end)  # a hospital's own city, where nothing else tells
    if not body:
        body = list(_by_hospital(article, title, issuer))
    if not body:
        body = _by_lines(article) or _by_english_name(article)
    if len(body) == 1:
        return _direct(article, body, title, issuer, stops)
    if not body and not _OF_A_LEVEL.search(text) and (national := _national(article, title, issuer, stops)):
        return [national]
    return []


def _heads(article: Article, title: Taken | None, issuer: Taken | None) -> list[Taken]:
    """The title and the issuer; a bureau first that is of a city in the province whose platform the title names."""
    if issuer and _NO_BUREAU.search(article.text, issuer.start, issuer.end):
        issuer = None
    parts = [part for part in (title, issuer) if part]
    if len(parts) == 2:
        one, other = (named_pools(article.text, part.start, part.end) for part in parts)
        provinces = {place.code for place in one if not _is_city(place.code)}
        cities = [place for place in other if _is_city(place.code)]
        if one and len(provinces) == len(one) and cities and {province_of(place.code) for place in cities} <= provinces:
            parts.reverse()
    return parts


def _of_a_platform(article: Article, issuer: Taken | None, found: list[Place]) -> bool:
    """Whether a title only names the platform of a province that another, a county, announces."""
    if issuer is None or named_pools(article.text, issuer.start, issuer.end):
        return False
    return all(not _is_city(place.code) and _PLATFORM.match(article.text, place.end) for place in found)


def _direct_beside(article: Article, part: Taken, found: list[Place]) -> Iterator[Place]:
    """The provincial-direct pool that a title names beside a city: 关于省本级和长沙市医保系统停机的公告."""
    direct = f"{found[0].code[:2]}9900"
    words = _BESIDE_A_CITY.search(article.text, part.start, part.end)
    if words and direct in pools() and all(place.code not in (direct, province_of(place.code)) for place in found):
        yield Place(code=direct, start=words.start(), end=words.end())


def _listed_direct(article: Article, listed: list[Place]) -> Iterator[Place]:
    """The provincial-direct pool, where it stands as 省本级 in a list of cities of one province."""
    provinces = {province_of(place.code) for place in listed}
    direct = f"{listed[0].code[:2]}9900"
    rows = (block for block in article.blocks if _DIRECT.match(article.text, block.start + block.number, block.end))
    if len(provinces) == 1 and direct in pools() and (row := next(rows, None)):
        yield Place(code=direct, start=row.start, end=min(row.end, row.start + 3))


def _names_a_city(article: Article, title: Taken | None) -> bool:
    named = named_pools(article.text, title.start, title.end) if title else []
    return any(place.code != province_of(place.code) for place in named)


def _reach(article: Article, found: list[Place]) -> bool:
    """Whether a text names what it speaks of: one that says 我市 means a city, though it names its province alone."""
    return not _OWN_CITY.search(article.text) or any(_is_city(place.code) for place in found)


def _is_city(code: str) -> bool:
    return code != province_of(code) or code in _MUNICIPALITIES


def _by_media(article: Article) -> list[Place]:
    """The one city, or province, after which the newspapers and sites are called that a text names."""
    of_a_city = _OWN_CITY.search(article.text) is not None
    found: dict[str, Place] = {}
    if not of_a_city and not _OWN_PROVINCE.search(article.text):
        return []
    for words in islice(_MEDIA.finditer(article.text), _MOST_MEDIA):
        code = named_before(article.text, words.start())
        if code and _is_city(code) == of_a_city:
            found.setdefault(code, Place(code=code, start=words.start() - 2, end=words.end(), doubt=_BY_MEDIA))
    return list(found.values()) if len(found) == 1 else []


def _by_hospital(article: Article, title: Taken | None, issuer: Taken | None) -> Iterator[Place]:
    """The city with which the name of a hospital or a local bank begins that issues the text: 武汉某某医院."""
    for start, end in [(part.start, part.end) for part in (issuer, title) if part] + [
        (block.start, block.end) for block in article.blocks[:1]
    ]:
        if not _HOSPITAL.search(article.text, start, min(end, start + _HOSPITAL_NAME)):
            continue
        first = next(all_named(article.text, start, end, strict=False, short=True), None)
        if first and first.start == start and article.text[first.start : first.end] not in _OF_BOTH:
            yield replace(first, doubt=_BY_HOSPITAL)
            return


def _by_lines(article: Article) -> list[Place]:
    """The one place with whose whole name lines at the head or the foot begin: 某某市行政审批服务局."""
    found: dict[str, Place] = {}
    for block in dict.fromkeys((*article.blocks[:_LINES], *article.blocks[-_LINES:])):
        first = next(all_named(article.text, block.start, min(block.end, block.start + _HOSPITAL_NAME)), None)
        short = block.end - block.start <= _LINE and not block.cells
        if short and first and first.start == block.start and article.text[first.end - 1] in "市州盟县旗区":
            found.setdefault(first.code, replace(first, doubt=_BY_LINE))
    return list(found.values()) if len(found) == 1 else []


def _by_english_name(article: Article) -> list[Place]:
    """The one city that an English text names: XIAMEN, Oct 14."""
    if _CHINESE.search(article.text):
        return []
    found = [one for one in all_named(article.text, 0, len(article.text), strict=False) if not one.doubt]
    cities = {one.code: one for one in reversed(found) if _is_city(one.code)}
    return [replace(one, doubt=_BY_NAME) for one in cities.values()] if len(cities) == 1 else []


def _contradicted(article: Article, title: Taken, found: list[Place]) -> bool:
    """Whether the text is about another province than its title: two texts run together, and neither says 我市."""
    if _OWN.search(article.text):
        return False
    words = article.text[title.start : title.end]
    blocks = [block for block in article.blocks if words not in article.text_of(block)]
    named = {province_of(place.code) for block in blocks for place in _of_offices(article, block)}
    return bool(named) and named.isdisjoint(province_of(place.code) for place in found)


def _direct(
    article: Article, found: list[Place], title: Taken | None, issuer: Taken | None, stops: Iterable[tuple[int, int]]
) -> list[Place]:
    """A province becomes its provincial-direct pool where the title or the words of the stop say so."""
    direct = f"{found[0].code[:2]}9900"
    if len(found) != 1 or direct not in pools():
        return found
    if found[0].code != province_of(found[0].code):
        there = _DIRECT_THERE.match(article.text, found[0].end)
        doubt = Text("市名之后写明省直，按省直统筹区", "the city's name is followed by the provincial-direct pool")
        return [Place(code=direct, start=there.start(), end=there.end(), doubt=doubt)] if there else found
    heads = [(part.start, part.end) for part in (title, issuer) if part]
    salutation = [(block.start, block.end) for block in article.blocks[:4]]
    for start, end in (*heads, *salutation, *stops):
        if (words := _DIRECT.search(article.text, start, end)) and not _WIDER.search(article.text, start, end):
            return [Place(code=direct, start=words.start(), end=words.end())]
    return found


def _in_lists(article: Article) -> list[Place]:
    """Pools that begin list items or rows of a table: one notice for several pools."""
    found: dict[str, Place] = {}
    for block in article.blocks:
        parts = (
            block.cells[:2]
            if block.cells
            else [(block.start + block.number, min(block.end, block.start + block.number + 14))]
        )
        for start, end in parts:
            marks = _MARKS.match(article.text, start, end)
            for place in named_pools(article.text, start, end, strict=False):
                if place.start <= (marks.end() if marks else start) + 1 or block.cells:
                    found.setdefault(place.code, place)
    kept = [place for place in most_specific(list(found.values())) if place.code not in _BEYOND]
    return kept if len(kept) > 1 else []


def _in_body(article: Article, stops: Iterable[tuple[int, int]]) -> list[Place]:
    """Pools in the sentences about the stop and where an office of theirs is named."""
    named = [place for start, end in stops for place in named_pools(article.text, start, end)]
    named = [place for place in named if article.text[max(0, place.start - 1) : place.start] not in _WHITHER]
    for sites in (False, True):
        offices = [place for block in article.blocks for place in _of_offices(article, block, sites=sites)]
        if found := [place for place in most_specific([*named, *offices]) if place.code not in _BEYOND]:
            return [place for place in found if not place.doubt] or found
    return []


def _of_offices(article: Article, block: Block, *, sites: bool = False) -> Iterator[Place]:
    """The pools whose offices, systems or insured a block names; with `sites` also those of an app."""
    for place in all_named(article.text, block.start, block.end):
        zone = _WITH_ZONE.match(article.text, place.end)
        behind = article.text[zone.end() if zone else place.end :][:8]
        if not sites and _SITE.match(behind):
            continue
        district = _WITH_DISTRICT.match(article.text, place.end)
        if _BODY.match(behind) or behind.isascii() or (district and _BODY.match(article.text, district.end())):
            yield place


def _national(
    article: Article, title: Taken | None, issuer: Taken | None, stops: Iterable[tuple[int, int]]
) -> Place | None:
    if _OWN.search(article.text):
        return None
    stretches = [(part.start, part.end) for part in (issuer, title) if part] + [*stops]
    for start, end in stretches:
        if found := _NATIONAL.search(article.text, start, end):
            return Place(code=NATION, start=found.start(), end=found.end())
    return None
