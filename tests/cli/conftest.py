"""A bare environment for every test of the commands: no locale, no defaults, no terminal but what the test sets."""

from __future__ import annotations

import os

import pytest

_PREFIXES = ("OUTAGEPLAN_", "LC_", "PYTHON")
_NAMES = ("LANG", "LANGUAGE", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TERM", "COLORTERM")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away what a machine may say of languages, colours and widths."""
    for name in list(os.environ):
        if name in _NAMES or name.startswith(_PREFIXES):
            monkeypatch.delenv(name)
