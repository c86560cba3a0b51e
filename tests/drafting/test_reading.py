"""From bytes to text: which encoding, which markup, and what is refused."""

from __future__ import annotations

import pytest

from outageplan.drafting.reading import MAX_BYTES, decoded, markup_of
from outageplan.errors import UnreadableError

TEXT = "医保系统停机公告"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b'<meta charset="gbk">' + TEXT.encode("gbk"),
        b"<META http-equiv='Content-Type' content='text/html; charset=gb2312'>" + TEXT.encode("gbk"),
        b'<meta charset="gb2312">' + TEXT.encode(),  # says so, and is not
    ],
)
def test_encodings_that_say_themselves(content: bytes) -> None:
    assert decoded(content, "a.html").endswith(TEXT)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        ("\ufeff \n\u3000".encode(), "it is empty"),
        (b"\x00\x01\x02PK", "it is not text"),
        (
            b"\n\n" + TEXT.encode("gbk"),
            "line 3 is not UTF-8; convert GBK or GB18030 text first: iconv -f GB18030 -t UTF-8",
        ),
        (b"a" * (MAX_BYTES + 1), "it is larger than 1 MiB, which no announcement is"),
    ],
)
def test_what_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decoded(content, "a.txt")
    assert error.value.message["en"] == f"cannot read a.txt: {message}"


@pytest.mark.parametrize(
    ("file", "text", "markup"),
    [
        ("a.html", TEXT, "html"),
        ("a.HTM", TEXT, "html"),
        ("a.md", TEXT, "markdown"),
        ("a.txt", f"# {TEXT}", "text"),
        ("a.txt", f"<!DOCTYPE html><p>{TEXT}", "html"),
        ("-", f"<div>{TEXT}</div>", "html"),
        ("-", f"# {TEXT}\n", "markdown"),
        ("-", TEXT, "text"),
    ],
)
def test_the_markup(file: str, text: str, markup: str) -> None:
    assert markup_of(text, file) == markup
