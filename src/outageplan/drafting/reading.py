"""From the bytes of a file to its text: which encoding, and whether it is text, Markdown or HTML."""

from __future__ import annotations

import re

from outageplan.drafting.article import Markup
from outageplan.errors import UnreadableError
from outageplan.wording import Text

MAX_BYTES = 1024 * 1024
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CHINESE = ("gbk", "gb2312", "gb18030", "gb_2312-80", "x-gbk")
_HTML = re.compile(r"<(?:!doctype html|html|body|head|div|p|table|br|h[1-6])[\s>/]", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} |[-*] |\|.{1,300}\|\s*$|> )|\*\*[^*\n]{1,200}\*\*", re.MULTILINE)


def decoded(content: bytes, file: str) -> str:
    """The text of an announcement. Raises `UnreadableError` where it is too large, empty, or no text that we know.

    UTF-8, or what a byte-order mark or an HTML page says of itself: UTF-16, or GB18030 and its forerunners.
    """
    if len(content) > MAX_BYTES:
        raise _unreadable(file, "超过 1 MiB，不像一份公告", "it is larger than 1 MiB, which no announcement is")
    text = _decode(content, file)
    if "\x00" in text or sum(char < " " and char not in "\t\n\r\x0b\x0c" for char in text) > len(text) // 50:
        raise _unreadable(file, "不是文本文件", "it is not text")
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise _unreadable(file, "文件是空的", "it is empty")
    return text


def _decode(content: bytes, file: str) -> str:
    declared = _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        if content.startswith(b"\x84\x31\x95\x33"):
            return content[4:].decode("gb18030")
        if name in _CHINESE and not _is_utf8(content):
            return content.decode("gb18030")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _unreadable(
            file,
            f"第 {line} 行不是 UTF-8；若是 GBK/GB18030 文本，请先转换：iconv -f GB18030 -t UTF-8",
            f"line {line} is not UTF-8; convert GBK or GB18030 text first: iconv -f GB18030 -t UTF-8",
        ) from None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unreadable(file: str, zh: str, en: str) -> UnreadableError:
    return UnreadableError(Text(f"无法读取 {file}：{zh}", f"cannot read {file}: {en}"))


def markup_of(text: str, file: str) -> Markup:
    """How a text is marked up: by its file's name, else by what it looks like."""
    name = file.lower()
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html"
    if name.endswith((".md", ".markdown")):
        return "markdown"
    if name.endswith(".txt"):
        return (
            "html" if text.lstrip("\ufeff \r\n\t")[:1] == "<" and _HTML.match(text.lstrip("\ufeff \r\n\t")) else "text"
        )
    if _HTML.search(text[:20_000]):
        return "html"
    return "markdown" if _MARKDOWN.search(text[:20_000]) else "text"
