"""Which language to speak: asked for, else that of the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping

from outageplan.errors import UsageError
from outageplan.wording import Lang, Text


def locale_language(environment: Mapping[str, str] = os.environ) -> Lang:
    """Chinese in a Chinese locale, else English; the variables in the order of POSIX."""
    names = ("OUTAGEPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def language(asked: str | None) -> Lang:
    """The language asked for with `--lang`, else that of the locale. Raises `UsageError` for another."""
    match asked:
        case None:
            return locale_language()
        case "zh" | "en":
            return "zh" if asked == "zh" else "en"
        case _:
            raise UsageError(Text(f"--lang 只能是 zh 或 en，不是“{asked}”", f"--lang is zh or en, not `{asked}`"))


def help_text(zh: str, en: str) -> str:
    """A help text in the language of the locale: help is printed before options are read."""
    return zh if locale_language() == "zh" else en
