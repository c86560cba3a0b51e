"""Documents as PDF, through the typst compiler of the extra `pdf`: never with a box where a character should be."""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Mapping
from typing import Any

from outageplan.errors import UsageError
from outageplan.wording import Text

# what prints Chinese, the best first: Linux, Windows, macOS
FONTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Source Han Sans"),
    *("Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "SimHei", "SimSun", "NSimSun", "DengXian"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Serif CJK SC", "Source Han Serif SC", "STSong"),
)
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_QUOTED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 40  # rare characters that are replaced before the document is refused


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """A template of `render/typst` filled with `data`, as PDF (PDF/UA-1, without the time at which it was made).

    The same input and fonts give the same bytes. A character that no font has is shown as `\\u1f600`.
    Raises `UsageError` where typst or a Chinese font is missing.
    """
    try:
        import typst
    except ImportError:
        raise UsageError(
            Text(
                "输出 PDF 需要另装组件：pip install 'outageplan[pdf]'",
                "PDF needs an extra part: pip install 'outageplan[pdf]'",
            )
        ) from None
    source = (importlib.resources.files("outageplan.render") / "typst" / template).read_bytes()
    told = json.dumps({**data, "fonts": _fonts(data)}, ensure_ascii=False)
    for _ in range(_TRIES):
        try:
            # the standard for accessible documents forbids the box that stands for a missing character
            return typst.compile(source, sys_inputs={"data": told}, pdf_standards=["ua-1"])
        except typst.TypstError as error:
            lacking = _LACKING.search(str(error))
            if lacking is None:
                raise
            told = _without(lacking[1], told)
    raise UsageError(
        Text(
            f"已装的字体缺少太多所需的字符；请安装 {_package()}",
            f"the fonts on this machine lack too many characters; install {_package()}",
        )
    )


def _fonts(data: Mapping[str, Any]) -> list[str]:
    """The Chinese fonts of this machine, the best first. Raises `UsageError` where Chinese would be printed without."""
    there = set(_families())
    fonts = [name for name in FONTS if name in there]
    if not fonts and _CHINESE.search(json.dumps(data, ensure_ascii=False)):
        raise UsageError(
            Text(
                f"这台机器没有可用的中文字体，PDF 会印成方框，因此不生成；请安装 {_package()}，再试一次",
                f"no Chinese font is installed, and a PDF would show boxes: none is written; install {_package()}, "
                "then try again",
            )
        )
    return fonts


def _package() -> str:
    return "fonts-noto-cjk (Debian, Ubuntu) / google-noto-sans-cjk-fonts (Fedora) / Microsoft YaHei, SimSun (Windows)"


def _families() -> list[str]:
    """The names of all fonts on this machine."""
    import typst

    return list(typst.Fonts(include_embedded_fonts=False).families())


def _without(lacking: str, told: str) -> str:
    """JSON in which the characters of a piece that cannot be shown are written as their numbers.

    The piece is as typst quotes it: with `\\u{200d}` for what is not seen.
    """
    for char in dict.fromkeys(_QUOTED.sub(lambda found: chr(int(found[1], 16)), lacking)):
        if not char.isascii():
            told = told.replace(char, f"\\\\u{ord(char):04x}")
    return told
