"""Pools: the divisions of GB/T 2260 with the provincial-direct pools, and which pool a window covers."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from outageplan.catalog.entry import folded
from outageplan.catalog.pools import NATION, contains, pools, province_of
from outageplan.errors import UnknownNameError
from outageplan.wording import Text

MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
OTHER_SYSTEMS = {"710000", "810000", "820000"}


def codes(kind: str) -> list[str]:
    return [pool.id for pool in pools().values() if pool.kind == kind]


def test_how_many_there_are() -> None:
    """34 provincial and 333 prefecture divisions; a direct pool wherever a province has cities below it."""
    counted = Counter(pool.kind for pool in pools().values())
    assert counted == {"nation": 1, "province": 34, "direct": 27, "prefecture": 333, "county": 32}
    assert codes("nation") == [NATION] == ["100000"]
    expected = {f"{code[:2]}9900" for code in codes("province") if code not in MUNICIPALITIES | OTHER_SYSTEMS}
    assert set(codes("direct")) == expected


def test_codes_have_the_shape_of_their_kind() -> None:
    assert all(len(code) == 6 and code.isascii() and code.isdigit() for code in pools())
    assert list(pools()) == sorted(pools())
    assert all(code.endswith("0000") for code in codes("province"))
    assert all(code.endswith("00") and code[2:4] not in ("00", "99") for code in codes("prefecture"))
    assert all(code[2:4] == "90" and code[4:] != "00" for code in codes("county"))


def test_every_pool_lies_in_a_province_that_is_there() -> None:
    assert {province_of(code) for code in pools()} == {*codes("province"), NATION}


def test_direct_pools_are_named_after_their_province() -> None:
    for code in codes("direct"):
        pool, province = pools()[code], pools()[province_of(code)]
        assert pool.name == Text(f"{province.name['zh']}本级", f"{province.name['en']} provincial-direct")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_are_unique(lang: str) -> None:
    names = Counter(folded(pool.name["zh" if lang == "zh" else "en"]) for pool in pools().values())
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("100000", "国家医保平台", "National platform"),
        ("110000", "北京市", "Beijing"),
        ("150000", "内蒙古自治区", "Inner Mongolia"),
        ("150100", "呼和浩特市", "Hohhot"),
        ("320500", "苏州市", "Suzhou (Jiangsu)"),
        ("370700", "潍坊市", "Weifang"),
        ("410100", "郑州市", "Zhengzhou"),
        ("419001", "济源市", "Jiyuan"),
        ("419900", "河南省本级", "Henan provincial-direct"),
        ("610000", "陕西省", "Shaanxi"),
        ("140000", "山西省", "Shanxi"),
        ("610100", "西安市", "Xi'an"),
        ("650100", "乌鲁木齐市", "Ürümqi"),
        ("659001", "石河子市", "Shihezi"),
        ("810000", "香港特别行政区", "Hong Kong"),
    ],
)
def test_names(code: str, zh: str, en: str) -> None:
    assert pools()[code].name == Text(zh, en)


TYPED = {
    "150100": ["Hohhot", "hohhot", "呼和浩特", "呼和浩特市", "呼市", "ＨＯＨＨＯＴ"],
    "650100": ["Ürümqi", "ürümqi", "Urumqi", "URUMQI", "U\u0308ru\u0308mqi", "乌鲁木齐", "Urumchi"],
    "610100": ["Xi'an", "Xi’an", "xian", "XI AN", "西安", "西安市"],
    "141100": ["Lüliang", "Luliang", "Lvliang", "吕梁"],
    "513300": ["Garzê", "Garze", "甘孜", "甘孜州"],
    "419900": ["河南省本级", "河南省直", "Henan provincial", "henan provincial direct", "419900"],
    "410000": ["河南", "河南省", "Henan"],
    "220000": ["吉林", "吉林省", "Jilin"],
    "220200": ["吉林市", "Jilin City"],
    "460000": ["海南", "Hainan"],
    "632500": ["海南州", "海南藏族自治州"],
    "100000": ["国家", "全国", "国家平台", "National", "100000"],
    "320500": ["苏州", "Suzhou (Jiangsu)", "suzhou(jiangsu)"],
    "341300": ["宿州", "Suzhou (Anhui)"],
}


@pytest.mark.parametrize(("code", "words"), list(TYPED.items()), ids=TYPED)
def test_found_by_what_people_type(code: str, words: list[str]) -> None:
    """Accents, apostrophes, capitals, blanks and full-width letters make no difference."""
    assert {word: pools().find(word).id for word in words} == dict.fromkeys(words, code)


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        pytest.param(
            "Suzhou",
            "“Suzhou”可以指多个统筹区：320500（苏州市）、341300（宿州市）；请写代码",
            "`Suzhou` can mean several: `320500` (Suzhou (Jiangsu)), `341300` (Suzhou (Anhui)); give the id",
            id="several",
        ),
        pytest.param(
            "zhengzou",
            "没有名为“zhengzou”的统筹区；您要找的是不是 410100（郑州市）、350600（漳州市）、330100（杭州市）？",
            "there is no pool called `zhengzou`; did you mean "
            "`410100` (Zhengzhou) or `350600` (Zhangzhou) or `330100` (Hangzhou)?",
            id="misspelt",
        ),
        pytest.param(
            "郑州市医保",
            "没有名为“郑州市医保”的统筹区；您要找的是不是 410100（郑州市）？",
            "there is no pool called `郑州市医保`; did you mean `410100` (Zhengzhou)?",
            id="more-than-a-name",
        ),
        pytest.param("Qxqxqx", "没有名为“Qxqxqx”的统筹区", "there is no pool called `Qxqxqx`", id="like-none"),
    ],
)
def test_not_found(word: str, zh: str, en: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        pools().find(word)
    assert (caught.value.message, caught.value.kind) == (Text(zh, en), "pool")


@pytest.mark.parametrize("code", ["419000", "410001", "41990"])
def test_the_nearest_to_a_mistyped_code_is_of_the_same_province(code: str) -> None:
    """The first two digits are the province; a suggestion from elsewhere would lead to another system."""
    assert [province_of(pool.id) for pool in pools().nearest(code, most=1)] == ["410000"]


def test_names_that_several_pools_share_are_told_as_that() -> None:
    for word in ("Suzhou", "Taizhou", "Fuzhou", "Yichun", "Yulin"):
        with pytest.raises(UnknownNameError, match=f"`{word}` can mean several: "):
            pools().find(word)


COVERED = {
    "100000": ["100000", "410000", "410100", "419001", "419900", "370700", "110000"],
    "410000": ["410000", "410100", "419001", "419900"],
    "419900": ["419900"],
    "410100": ["410100"],
    "110000": ["110000"],
    "370000": ["370700"],
}


@pytest.mark.parametrize("upper", COVERED)
@pytest.mark.parametrize("lower", COVERED["100000"])
def test_contains(upper: str, lower: str) -> None:
    """The provincial-direct pool lies beside the cities of its province; a province covers both."""
    assert contains(upper, lower) == (lower in COVERED[upper])


def test_containment_is_an_order_on_all_pools() -> None:
    sample = [*codes("nation"), *codes("province"), *codes("direct"), *codes("county"), *codes("prefecture")[::20]]
    for upper, lower in itertools.product(sample, repeat=2):
        assert not (contains(upper, lower) and contains(lower, upper)) or upper == lower
        if contains(upper, lower):
            assert contains(NATION, lower)
            assert contains(province_of(upper), lower)
