"""Which rules apply and what fails a run: from the command line, else from a settings file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outageplan.errors import UsageError
from outageplan.notice.finding import Severity
from outageplan.wording import Text

KEYS = ("select", "ignore", "fail-on")
_LEVELS = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`select` and `ignore` hold codes or prefixes of codes; without `select` every rule applies."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR

    def applies(self, code: str) -> bool:
        """Whether a rule applies; where both fit, the longer prefix decides, and between equals `ignore`."""
        chosen = max((len(one) for one in self.select if code.startswith(one)), default=-1 if self.select else 0)
        return chosen > max((len(one) for one in self.ignore if code.startswith(one)), default=-1)

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of that severity fails the run."""
        return _LEVELS.index(severity) >= _LEVELS.index(self.fail_on)


def settings_of(
    file: Mapping[str, Any],
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    fail_on: str | None = None,
) -> Settings:
    """Settings from a file's table, overruled by what the command line gives. Raises `UsageError`."""
    return Settings(
        select=_codes(select if select is not None else file.get("select", ())),
        ignore=_codes(ignore if ignore is not None else file.get("ignore", ())),
        fail_on=_severity(fail_on if fail_on is not None else file.get("fail-on", "error")),
    )


def settings_table(folder: Path) -> dict[str, Any]:
    """The settings in force in a folder: of the nearest `outageplan.toml`, or `[tool.outageplan]` in pyproject.toml.

    Raises `UsageError` where the file cannot be read or holds unknown keys or values.
    """
    for place in (folder, *folder.parents):
        for name, table in (("outageplan.toml", ()), ("pyproject.toml", ("tool", "outageplan"))):
            file = place / name
            if file.is_file() and (found := _table(file, table)) is not None:
                return found
    return {}


def _table(file: Path, keys: tuple[str, ...]) -> dict[str, Any] | None:
    try:
        found: Any = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(
            Text(f"无法读取设置 {file}：{error}", f"cannot read the settings in {file}: {error}")
        ) from None
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None:
        return None
    if not isinstance(found, dict) or (unknown := sorted(set(found) - set(KEYS))):
        what = ", ".join(unknown) if isinstance(found, dict) else str(found)
        known = ", ".join(KEYS)
        raise UsageError(
            Text(
                f"{file} 里的设置“{what}”不认识；可用：{known}", f"`{what}` in {file} is no setting; there are {known}"
            )
        )
    try:
        settings_of(found)
    except UsageError as error:
        raise UsageError(Text(f"{file}：{error.message['zh']}", f"{file}: {error.message['en']}")) from None
    return found


def _codes(words: object) -> tuple[str, ...]:
    """Codes and prefixes, each of which fits a rule. Raises `UsageError`."""
    from outageplan.validation.rule import checks

    listed = [words] if isinstance(words, str) else words
    if not isinstance(listed, Iterable):
        raise UsageError(Text(f"“{words}”应是代码列表", f"`{words}` must be a list of codes"))
    codes = [code.strip().upper() for word in listed for code in str(word).split(",") if code.strip()]
    for code in codes:
        if not any(check.rule.code.startswith(code) for check in checks()):
            raise UsageError(Text(f"没有代码以“{code}”开头的规则", f"no rule has a code that begins with `{code}`"))
    return tuple(codes)


def _severity(word: object) -> Severity:
    try:
        return Severity(str(word))
    except ValueError:
        levels = ", ".join(Severity)
        raise UsageError(
            Text(f"--fail-on 只能是 {levels}，不是“{word}”", f"--fail-on is one of {levels}, not `{word}`")
        ) from None
