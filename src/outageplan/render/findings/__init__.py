"""The output formats of `validate`: a module `as_<name>.py` with `render(report)` is a format, found by discovery."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType

from outageplan.render.findings.report import Findings, RuleCard

__all__ = ["FORMATS", "Findings", "RuleCard"]

_PREFIX = "as_"


def _render(module: str, report: Findings) -> str:
    """Writes the report in one format; only that format is imported."""
    text: str = importlib.import_module(f"{__name__}.{module}").render(report)
    return text


FORMATS: Mapping[str, Callable[[Findings], str]] = MappingProxyType(
    {
        info.name.removeprefix(_PREFIX): functools.partial(_render, info.name)
        for info in pkgutil.iter_modules(__path__)
        if info.name.startswith(_PREFIX)
    }
)
