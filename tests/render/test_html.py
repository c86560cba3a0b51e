"""What every page rests on: escaping, names that must be there, and links that can do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from outageplan.render import html
from outageplan.render.html import dated, safe_url, spoken
from outageplan.wording import Text


def filled(template: str, **values: object) -> str:
    """A template given as text, in the environment of all pages."""
    return html._environment().from_string(template).render(**values)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('\' onload="x"', "&#39; onload=&#34;x&#34;"),
        ("a\u202eb\u200bc\x00d", r"a\u202eb\u200bc\x00d"),
        ("one\r\n\ntwo", "one two"),
        (" kept ", " kept "),
        ("&amp;", "&amp;amp;"),
        (3, "3"),
    ],
)
def test_a_value_is_escaped(value: object, shown: str) -> None:
    assert filled("{{ value }}", value=value) == shown


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    shown = (
        filled("{{ value }}{{ value | dated }}", value=text).replace('<span class="date">', "").replace("</span>", "")
    )
    assert not set(shown) & set("<>\"'\x00\n\u202e")


def test_a_name_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="'gone' is undefined"):
        filled("{{ gone }}")
    with pytest.raises(UndefinedError):
        filled("{% if gone %}x{% endif %}")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://example.invalid/a?b=c#d",
            "HTTP://example.invalid/",
            "tel:0371-65742316",
            "mailto:a@example.invalid",
        ),
        *("notices/henan-2021-11.html", "../zh/index.html#top", "#top", "?x=1", "/feed.xml", "a/b:c"),
    ],
)
def test_a_harmless_link_stays(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "\x01javascript:x",
        ),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//example.invalid/x", "", "x y", "a\\b"),
        *('https://e.invalid/"onx', "https://e.invalid/\u202e", "1:2", "javascript\u200b:x", "\ufeffjavascript:x"),
    ],
)
def test_any_other_is_none(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        (Text("停", "stop"), "zh", [("zh-CN", "停")]),
        (Text("停", "stop"), "en", [("en", "stop")]),
        (Text("停", None), "en", [("zh-CN", "停")]),
        (Text(None, "stop"), "zh", [("en", "stop")]),
        (Text("停", "stop"), "both", [("zh-CN", "停"), ("en", "stop")]),
        (Text("0371", "0371"), "both", [("zh-CN", "0371")]),
        (Text(None, "stop"), "both", [("en", "stop")]),
    ],
)
def test_the_language_of_a_text(text: Text, lang: str, parts: list[tuple[str, str]]) -> None:
    assert spoken(text, lang) == parts


def test_no_line_ends_inside_a_date() -> None:
    assert dated("<b> 2021-11-21 18:00（周日）") == '&lt;b&gt; <span class="date">2021-11-21 18:00</span>（周日）'
