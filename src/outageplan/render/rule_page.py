"""The page of a rule, for `explain` and for the documentation: what it finds, why, and how to do it right."""

from __future__ import annotations

from dataclasses import dataclass

from outageplan.wording import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """What a rule tells of itself; the examples are text as it stands in a file."""

    code: str
    name: str
    severity: str
    title: Text
    why: Text
    bad: str
    good: str


_WORDS = {
    "zh": ("级别", "为什么", "错误示例", "正确示例", "放行", "确需保留时，在该行末尾写明代码和理由"),
    "en": (
        "Severity",
        "Why",
        "Wrong",
        "Right",
        "Silence",
        "Where it must stay, name the code and the reason behind the line",
    ),
}


def rule_page(page: RulePage, lang: Lang) -> str:
    """The page in one language, as Markdown."""
    severity, why, bad, good, silence, how = _WORDS[lang]
    return (
        f"# {page.code} {page.name}\n\n{_sentence(page.title[lang], lang)} {severity}: {page.severity}\n\n"
        f"## {why}\n\n{page.why[lang]}\n\n"
        f"## {bad}\n\n{_fenced(page.bad)}\n## {good}\n\n{_fenced(page.good)}\n"
        f"## {silence}\n\n{how}:\n\n```yaml\n# outageplan: allow {page.code}: …\n```\n"
    )


def rule_page_in_both(page: RulePage) -> str:
    """The page for the documentation: English, then Chinese."""
    zh = rule_page(page, "zh").split("\n", 2)[2].replace("## ", "### ")
    return f"{rule_page(page, 'en')}\n## 中文\n\n{zh}"


def rule_rows(pages: list[RulePage], folder: str) -> str:
    """The rules as rows of a Markdown table, each with a link to its page in `folder`."""
    return "".join(
        f"| [{page.code}]({folder}{page.code}.md) | {page.name} | {page.severity} | {page.title['en']} "
        f"| {page.title['zh']} |\n"
        for page in pages
    )


def _sentence(text: str, lang: Lang) -> str:
    return f"{text}。" if lang == "zh" else f"{text[:1].upper()}{text[1:]}."


def _fenced(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```\n"
