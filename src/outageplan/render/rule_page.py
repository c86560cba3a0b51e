"""The page of a rule, for `explain` and for the documentation: what it finds, why, and how to do it right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outageplan.wording import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A file of an example or the part of it that matters, and a note on what its text cannot show.

    The note is a sentence without its full stop; either may be missing. `yaml` is false for what is no YAML text.
    """

    note: Text | None = None
    text: str = ""
    yaml: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """What a rule tells of itself; `silenceable` says whether a comment in the file can silence it."""

    code: str
    name: str
    severity: str
    title: Text
    why: Text
    bad: tuple[Shown, ...]
    good: tuple[Shown, ...]
    silenceable: bool


_SEVERITY = Text("级别", "Severity")
_WHY = Text("为什么", "Why")
_BAD = Text("错误示例", "Wrong")
_GOOD = Text("正确示例", "Right")
_SILENCE = Text("放行", "Silence")
_HOW = Text(
    "确需保留时，在该行末尾（或上一行）用注释写明代码和理由：",
    "Where it must stay, name the code and the reason in a comment behind the line or above it:",
)
_REASON = Text("理由", "reason")
_NEVER = Text(
    "不能用注释放行：请改正文件。", "A comment in the file cannot silence this finding: the file must be put right."
)
_LEVELS = {
    "error": Text("错误（error）", "error"),
    "warning": Text("警告（warning）", "warning"),
    "info": Text("提示（info）", "info"),
}


def rule_page(page: RulePage, lang: Lang) -> str:
    """The page in one language, as Markdown."""
    return f"# {page.code} {page.name}\n\n{_body(page, lang, '##')}"


def rule_page_in_both(page: RulePage) -> str:
    """The page for the documentation: English, then Chinese."""
    return f"{rule_page(page, 'en')}\n## 中文\n\n{_body(page, 'zh', '###')}"


def rule_rows(pages: list[RulePage], folder: str) -> str:
    """The rules as rows of a Markdown table, each with a link to its page in `folder`."""
    return "".join(
        f"| [{page.code}]({folder}{page.code}.md) | {page.name} | {page.severity} | {_cell(page.title['en'])} "
        f"| {_cell(page.title['zh'])} |\n"
        for page in pages
    )


def _body(page: RulePage, lang: Lang, level: str) -> str:
    """Everything below the title, with headings of one level."""
    colon = "：" if lang == "zh" else ": "
    severity = _LEVELS[page.severity][lang]
    comment = f"# outageplan: allow {page.code}: {_REASON[lang]}"
    silence = f"{_HOW[lang]}\n\n{_fenced(comment)}" if page.silenceable else f"{_NEVER[lang]}\n"
    parts = [
        f"{_sentence(page.title[lang], lang)}\n\n{_SEVERITY[lang]}{colon}{severity}\n",
        f"{level} {_WHY[lang]}\n\n{page.why[lang]}\n",
        f"{level} {_BAD[lang]}\n\n{_files(page.bad, lang)}",
        f"{level} {_GOOD[lang]}\n\n{_files(page.good, lang)}",
        f"{level} {_SILENCE[lang]}\n\n{silence}",
    ]
    return "\n".join(parts)


def _files(files: tuple[Shown, ...], lang: Lang) -> str:
    return "\n".join(_file(file, lang) for file in files)


def _file(file: Shown, lang: Lang) -> str:
    """The note as a sentence, then the text."""
    parts = []
    if file.note:
        end = Text("：", ":") if file.text else Text("。", ".")
        parts.append(f"{file.note[lang]}{end[lang]}\n")
    if file.text:
        parts.append(_fenced(file.text, "yaml" if file.yaml else "text"))
    return "\n".join(parts)


def _sentence(text: str, lang: Lang) -> str:
    return f"{text}。" if lang == "zh" else f"{text[:1].upper()}{text[1:]}."


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _fenced(text: str, kind: str = "yaml") -> str:
    """A block of code, in a fence longer than any that the text holds."""
    longest = max((len(found) for found in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{kind}\n{text.rstrip()}\n{fence}\n"
