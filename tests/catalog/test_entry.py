"""Finding an entry: by id, former id or any of its names, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.entry import Catalog, Entry, catalog_entries, catalog_file, folded, named
from outageplan.catalog.vocabulary import catalogs
from outageplan.errors import UnknownNameError
from outageplan.wording import Text

FRUIT = Catalog(
    Text("水果", "fruit"),
    [
        Entry(id="apple", name=Text("苹果", "Apple"), synonyms=("红果", "pome")),
        Entry(id="crab-apple", name=Text("海棠", "Crab apple"), synonyms=("pome",), aliases=("wild-apple",)),
        Entry(id="durian", name=Text("榴莲", "Durián"), synonyms=("King's fruit",)),
        Entry(id="pear", name=Text("梨", "pome")),
    ],
)


@pytest.mark.parametrize(
    ("word", "id"),
    [
        pytest.param("apple", "apple", id="id"),
        pytest.param("wild-apple", "crab-apple", id="former-id"),
        pytest.param("苹果", "apple", id="chinese"),
        pytest.param(" 苹 果 ", "apple", id="blanks"),
        pytest.param("APPLE", "apple", id="capitals"),
        pytest.param("ａｐｐｌｅ", "apple", id="full-width"),
        pytest.param("crab_apple", "crab-apple", id="underscore"),
        pytest.param("CrabApple", "crab-apple", id="run-together"),
        pytest.param("durian", "durian", id="no-accent"),
        pytest.param("dUriA\u0301n", "durian", id="accent-apart"),
        pytest.param("kings fruit", "durian", id="no-apostrophe"),
        pytest.param("king’s fruit", "durian", id="curly-apostrophe"),
        pytest.param("红果", "apple", id="synonym"),
        pytest.param("pome", "pear", id="a-name-goes-before-synonyms"),
    ],
)
def test_found(word: str, id: str) -> None:
    assert FRUIT.find(word) is FRUIT[id]


AMONG_TWO = Catalog(
    Text("水果", "fruit"),
    [
        Entry(id="a", name=Text("甲", "First"), synonyms=("fruit",)),
        Entry(id="b", name=Text("乙", "Second"), synonyms=("Fruit",)),
    ],
)


@pytest.mark.parametrize(
    ("catalog", "word", "zh", "en"),
    [
        pytest.param(
            AMONG_TWO,
            "FRUIT",
            "“FRUIT”可以指多个水果：a（甲）、b（乙）；请写代码",
            "`FRUIT` can mean several: `a` (First), `b` (Second); give the id",
            id="several",
        ),
        pytest.param(FRUIT, "玉米", "没有名为“玉米”的水果", "there is no fruit called `玉米`", id="like-none"),
        pytest.param(FRUIT, "", "没有名为“”的水果", "there is no fruit called ``", id="empty"),
        pytest.param(FRUIT, "-", "没有名为“-”的水果", "there is no fruit called `-`", id="nothing-but-a-hyphen"),
        pytest.param(
            FRUIT,
            "durin",
            "没有名为“durin”的水果；您要找的是不是 durian（榴莲）？",
            "there is no fruit called `durin`; did you mean `durian` (Durián)?",
            id="like-one",
        ),
        pytest.param(
            FRUIT,
            "apples",
            "没有名为“apples”的水果；您要找的是不是 apple（苹果）、crab-apple（海棠）？",
            "there is no fruit called `apples`; did you mean `apple` (Apple) or `crab-apple` (Crab apple)?",
            id="like-two",
        ),
    ],
)
def test_not_found(catalog: Catalog[Entry], word: str, zh: str, en: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        catalog.find(word)
    assert (caught.value.message, caught.value.kind, caught.value.exit_code) == (Text(zh, en), "fruit", 2)


def test_an_id_is_exact() -> None:
    assert [FRUIT.by_id(id).id for id in ("apple", "wild-apple")] == ["apple", "crab-apple"]
    for word in ("Apple", "苹果", " apple", ""):
        with pytest.raises(UnknownNameError):
            FRUIT.by_id(word)


def test_a_former_id_goes_before_a_synonym_of_another() -> None:
    new = Entry(id="b", name=Text("乙", "Second"), aliases=("old",))
    other = Entry(id="a", name=Text("甲", "First"), synonyms=("old",))
    assert Catalog(FRUIT.kind, [other, new]).find("old") is new


def test_a_catalog_is_a_mapping_in_the_order_of_its_file() -> None:
    assert list(FRUIT) == ["apple", "crab-apple", "durian", "pear"]
    assert (len(FRUIT), "apple" in FRUIT, "wild-apple" in FRUIT) == (4, True, False)
    with pytest.raises(KeyError):
        FRUIT["wild-apple"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["apple"], ["apple", "crab-apple"]),
        (["APPLE", "wild"], ["crab-apple"]),
        (["pome"], ["apple", "crab-apple", "pear"]),
        (["fruit", "king"], ["durian"]),
        (["果"], ["apple"]),
        (["nothing"], []),
        ([], ["apple", "crab-apple", "durian", "pear"]),
    ],
)
def test_search(words: list[str], ids: list[str]) -> None:
    """Every word must occur, in any of the names."""
    assert [entry.id for entry in FRUIT.search(words)] == ids


def test_nearest_gives_no_more_than_asked() -> None:
    assert [len(FRUIT.nearest("apple", most=most)) for most in (1, 2, 3)] == [1, 2, 2]


@pytest.mark.parametrize("family", catalogs())
def test_every_name_of_a_catalog_finds_its_entry(family: str) -> None:
    """Ids, former ids and names each mean one entry; a synonym may be shared."""
    catalog: Catalog[Entry] = catalogs()[family]
    for entry in catalog.values():
        for word in (entry.id, *entry.aliases, entry.name["zh"], entry.name["en"]):
            assert catalog.find(word) is entry, word


@pytest.mark.parametrize("family", catalogs())
def test_every_entry_has_both_languages_and_no_word_twice(family: str) -> None:
    catalog: Catalog[Entry] = catalogs()[family]
    former = [alias for entry in catalog.values() for alias in entry.aliases]
    assert len(former) == len(set(former))
    assert not set(former) & set(catalog)
    for entry in catalog.values():
        assert (entry.name.zh or "").strip() == entry.name.zh != ""
        assert (entry.name.en or "").strip() == entry.name.en != ""
        assert len({*entry.synonyms, *entry.aliases}) == len(entry.synonyms) + len(entry.aliases), entry.id
        assert all(word == word.strip() != "" for word in entry.words()), entry.id


@given(st.text(max_size=30), st.sampled_from(sorted(catalogs())))
def test_finding_raises_nothing_but_an_unknown_name(word: str, family: str) -> None:
    catalog: Catalog[Entry] = catalogs()[family]
    try:
        found = catalog.find(word)
    except UnknownNameError:
        return
    assert folded(word) in {folded(name) for name in found.words()}


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert folded(folded(word)) == folded(word)


def test_reference_data_is_read_as_text() -> None:
    """A catalog is YAML as well: `no` must not become false, nor an id a number."""
    for file in ("services.yaml", "roles.yaml", "actions.yaml", "terms.yaml"):
        rows = catalog_entries(file)
        assert all(isinstance(id, str) for id in rows)
        words = [word for fields in rows.values() for word in (fields["zh"], fields["en"], *fields.get("synonyms", ()))]
        assert all(isinstance(word, str) for word in words)
    assert catalog_file("pools.csv").startswith("code,kind,zh,en,aliases\n")


def test_fields_of_an_entry() -> None:
    fields = {"zh": "甲", "en": "First", "synonyms": ["one", "two"], "aliases": ["old"], "more": "x"}
    assert Entry(**named("a", fields)) == Entry(
        id="a", name=Text("甲", "First"), synonyms=("one", "two"), aliases=("old",)
    )
    assert Entry(**named("b", {"zh": "乙", "en": "Second"})) == Entry(id="b", name=Text("乙", "Second"))
