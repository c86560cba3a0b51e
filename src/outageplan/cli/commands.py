"""The commands of the program. Each is imported when it is asked for, so that none pays for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, cast

import typer
from typer.core import TyperGroup

from outageplan.cli.language import locale_language
from outageplan.wording import Text

# In the order of the help; the command `check` is the function `check` of the module `check`, a group is its `app`.
COMMANDS: Mapping[str, Text] = MappingProxyType(
    {
        "check": Text("查询停机、办理指引和截止时间", "What is down, what to do, by when"),
        "checklist": Text("可打印的办理清单", "A sheet to print: before, during, after"),
        "history": Text("公告的变更经过", "What changed of a notice, and when"),
        "calendar": Text("停机和期限的日历文件", "Outages and deadlines for your calendar"),
        "timeline": Text("停机时间线", "Windows drawn to scale"),
        "board": Text("静态网站", "A static site of notices"),
        "impact": Text("测算积压多少笔、补办多久", "What a stop defers, and what it takes to clear"),
        "validate": Text("校验公告文件", "Check notice files"),
        "draft": Text("由公告原文起草公告文件", "Draft a notice file from an announcement"),
        "explain": Text("说明一条规则", "Explain a rule"),
        "schema": Text("打印公告或机构文件的 JSON Schema", "Print the JSON Schema of notice or site files"),
        "catalog": Text("查找业务、统筹区、角色、办理方式", "Search services, pools, roles, actions"),
        "site": Text("机构文件", "Site files: who and where you are"),
    }
)


class Commands(TyperGroup):
    """The group of all commands, of which only those are imported that somebody looks at."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = cast("dict[str, Any]", _Imported())


class _Imported(Mapping[str, Any]):
    """The commands by name: their names are known, a command is imported when it is taken out."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        return _command(name)

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@cache
def _command(name: str) -> Any:
    """A command as Typer builds it of the functions in its module."""
    module, short = import_module(f"outageplan.cli.{name}"), COMMANDS[name][locale_language()]
    shelf = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    if hasattr(module, "app"):
        shelf.add_typer(module.app, name=name, short_help=short)
    else:
        shelf.command(name, short_help=short)(getattr(module, name))
    return typer.main.get_group(shelf).commands[name]
