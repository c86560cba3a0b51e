"""The pages of all rules, made from the rules themselves."""

from __future__ import annotations

from outageplan.render.rule_page import RulePage
from outageplan.validation.rule import Example, Rule, checks


def page_of(rule: Rule) -> RulePage:
    """What a rule tells of itself."""
    return RulePage(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        title=rule.title,
        why=rule.why,
        bad=_shown(rule.bad),
        good=_shown(rule.good),
    )


def pages() -> list[RulePage]:
    """Every rule's page, in the order of the codes."""
    return [page_of(check.rule) for check in checks()]


def _shown(example: Example) -> str:
    """An example as text: its snippet, what it leaves out, and the other files beside it."""
    if example.raw is not None:
        text = example.raw.decode("utf-8", "backslashreplace")
        lines = text.splitlines()
        cut = [line if len(line) <= 100 else f"{line[:100]}…" for line in lines[:20]]
        return "\n".join(cut + ["…"] * (len(lines) > 20))
    parts = [example.snippet.rstrip()] if example.snippet else []
    parts += [f"# ({key}: -)" for key in example.without]
    parts += [f"# --- {name}\n{text.rstrip()}" for name, text in example.others.items()]
    return "\n".join(parts)
