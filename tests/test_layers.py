"""The house rules: imports run one way, and only `cli` prints, reads the clock, asks about the terminal, or exits."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import outageplan

PACKAGE = Path(outageplan.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# What each room may import besides itself. The modules of the package's root are rooms of their own.
BASE = {"errors", "wording"}
DATA = {"catalog", *BASE}
NOTICES = {"notice", *DATA}
ENGINE = {"engine", *NOTICES}
MAY_IMPORT = {
    "wording": set[str](),
    "errors": {"wording"},
    "catalog": BASE,
    "notice": DATA,
    "engine": NOTICES,
    "validation": ENGINE,
    "drafting": ENGINE,
    "render": ENGINE,
    "cli": {"render", "validation", "drafting", *ENGINE, "__init__"},
    "__init__": ENGINE,
    "__main__": {"cli"},
}
RIM = ("cli", "__main__")
PURE = ("wording", "errors", "engine", "render")  # from values to values: these open no files either

FORBIDDEN_NAMES = {"print", "input", "exit", "quit", "breakpoint", "SystemExit", "KeyboardInterrupt"}
FORBIDDEN = {
    *("sys.stdin", "sys.stdout", "sys.stderr", "sys.__stdin__", "sys.__stdout__", "sys.__stderr__", "sys.argv"),
    *("sys.exit", "os._exit", "os.abort", "os.kill", "os.write", "os.isatty", "os.ttyname"),
    *("os.environ", "os.environb", "os.getenv", "os.putenv", "os.get_terminal_size", "shutil.get_terminal_size"),
    *("rich.print", "rich.console", "rich.inspect", "logging", "typer", "click", "argparse", "curses", "getpass"),
    *("locale", "time", "signal", "atexit", "warnings.warn", "pprint.pprint", "traceback.print_exc"),
}
# on whatever they are called: `datetime.now`, `date.today`, `stream.isatty`
FORBIDDEN_METHODS = {"now", "utcnow", "today", "isatty"}
FORBIDDEN_FILES = {"open", "io", "os", "pathlib", "shutil", "tempfile", "glob", "subprocess", "socket"}


def room(path: Path) -> str:
    """The room that a module lies in: a folder of the package, or a module of its root."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Every module or name that is imported, in full, with its line; `package` is what dots refer to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            for name in node.names:
                yield node.lineno, f"{base}.{name.name}"
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = ast.unparse(node.func)
            if called in ("importlib.import_module", "import_module", "__import__"):
                yield node.lineno, str(node.args[0].value)


def room_of(module: str) -> str | None:
    """The room of our package that a module in full lies in, or None for one of others."""
    first, *rest = module.split(".")
    if first != "outageplan":
        return None
    return rest[0] if rest and (rest[0] in MAY_IMPORT or (PACKAGE / rest[0]).exists()) else "__init__"


def running_back(source: str, own: str, package: str) -> list[str]:
    """Imports that a module of the room `own` must not have."""
    found = []
    for line, module in imported(ast.parse(source), package):
        target = room_of(module)
        if target not in (None, own) and target not in MAY_IMPORT[own]:
            found.append(f"{line}: {own} imports {module}")
    return found


def effects(source: str, forbidden: set[str], names: set[str], methods: set[str]) -> list[str]:
    """What a module prints, asks or reads that it must not, under whatever name it came in."""
    tree = ast.parse(source)
    aliases: dict[str, str] = {}
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            aliases |= {name.asname or name.name.split(".")[0]: _imported_as(name) for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            aliases |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
    for line, module in imported(tree, "outageplan"):
        if _is_forbidden(module, forbidden):
            found[f"{line}: {module}"] = None
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load):
            found[f"{node.lineno}: {node.id}"] = None
        if isinstance(node, ast.Attribute):
            head, dot, rest = ast.unparse(node).partition(".")
            full = f"{aliases.get(head, head)}{dot}{rest}"
            if node.attr in methods or (head in aliases and _is_forbidden(full, forbidden)):
                found[f"{node.lineno}: {full}"] = None
    return sorted(found, key=lambda one: int(one.split(":")[0]))


def _imported_as(name: ast.alias) -> str:
    return name.name if name.asname else name.name.split(".")[0]


def _is_forbidden(full: str, forbidden: set[str]) -> bool:
    parts = full.split(".")
    return any(".".join(parts[:size]) in forbidden for size in range(1, len(parts) + 1))


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_one_way(path: Path) -> None:
    package = ".".join(["outageplan", *path.relative_to(PACKAGE).parent.parts])
    assert running_back(path.read_text(encoding="utf-8"), room(path), package) == []


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) not in RIM], ids=_name)
def test_only_the_rim_has_effects(path: Path) -> None:
    assert effects(path.read_text(encoding="utf-8"), FORBIDDEN, FORBIDDEN_NAMES, FORBIDDEN_METHODS) == []


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) in PURE], ids=_name)
def test_the_engine_and_the_printers_open_no_files(path: Path) -> None:
    assert effects(path.read_text(encoding="utf-8"), FORBIDDEN_FILES, {"open"}, set()) == []


def test_every_room_has_its_place() -> None:
    assert {room(path) for path in MODULES} <= MAY_IMPORT.keys()


def test_render_validation_and_drafting_never_meet() -> None:
    middle = {"render", "validation", "drafting"}
    assert all(MAY_IMPORT[own].isdisjoint(middle) for own in middle)


@pytest.mark.parametrize(
    ("own", "source", "told"),
    [
        ("errors", "from outageplan.catalog.pools import pools", "1: errors imports outageplan.catalog.pools.pools"),
        ("catalog", "import outageplan.notice.model", "1: catalog imports outageplan.notice.model"),
        ("notice", "from outageplan.engine import plan", "1: notice imports outageplan.engine.plan"),
        ("notice", "from ..engine import plan", "1: notice imports outageplan.engine.plan"),
        ("notice", "from .. import engine", "1: notice imports outageplan.engine"),
        ("engine", "def f():\n    from outageplan.render import words", "2: engine imports outageplan.render.words"),
        ("render", "from outageplan import validation", "1: render imports outageplan.validation"),
        ("render", "from outageplan.drafting.x import y", "1: render imports outageplan.drafting.x.y"),
        ("validation", "import outageplan.render as r", "1: validation imports outageplan.render"),
        ("drafting", "from outageplan.validation import x", "1: drafting imports outageplan.validation.x"),
        ("render", "from outageplan.cli.output import x", "1: render imports outageplan.cli.output.x"),
        ("engine", "import outageplan", "1: engine imports outageplan"),
        ("engine", "from outageplan import load", "1: engine imports outageplan.load"),
        ("engine", "__import__('outageplan.cli')", "1: engine imports outageplan.cli"),
        (
            "engine",
            "import importlib\nimportlib.import_module('outageplan.cli')",
            "2: engine imports outageplan.cli",
        ),
        ("wording", "from outageplan.errors import x", "1: wording imports outageplan.errors.x"),
    ],
    ids=lambda given: given.splitlines()[-1].strip(),
)
def test_an_import_that_runs_back_is_noticed(own: str, source: str, told: str) -> None:
    assert running_back(source, own, f"outageplan.{own}") == [told]


@pytest.mark.parametrize(
    ("own", "source"),
    [
        ("cli", "from outageplan import __version__\nfrom outageplan.render.words import word"),
        ("render", "from .words import word\nfrom . import plain"),
        ("engine", "from outageplan.notice.model import Notice\nimport re, datetime"),
    ],
)
def test_other_imports_are_fine(own: str, source: str) -> None:
    assert running_back(source, own, f"outageplan.{own}") == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("print('x')", "1: print"),
        ("import sys\nsys.stdout.write('x')", "2: sys.stdout"),
        ("from sys import stderr as e\ne.write('x')", "1: sys.stderr"),
        ("import sys as s\ns.exit(1)", "2: sys.exit"),
        ("raise SystemExit(1)", "1: SystemExit"),
        ("import os\nos.environ['X']", "2: os.environ"),
        ("from os import getenv", "1: os.getenv"),
        ("import shutil\nshutil.get_terminal_size()", "2: shutil.get_terminal_size"),
        ("def f(stream):\n    return stream.isatty()", "2: stream.isatty"),
        ("from datetime import datetime\ndatetime.now()", "2: datetime.datetime.now"),
        ("import datetime as dt\ndt.date.today()", "2: datetime.date.today"),
        ("import time\ntime.time()", "1: time"),
        ("from time import monotonic", "1: time.monotonic"),
        ("from rich import print as say", "1: rich.print"),
        ("from rich.console import Console", "1: rich.console.Console"),
        ("import typer", "1: typer"),
        ("import logging.handlers", "1: logging.handlers"),
        ("tell = print", "1: print"),
    ],
    ids=lambda given: given.splitlines()[-1].strip(),
)
def test_an_effect_is_noticed(source: str, told: str) -> None:
    assert told in effects(source, FORBIDDEN, FORBIDDEN_NAMES, FORBIDDEN_METHODS)


@pytest.mark.parametrize(
    "source",
    [
        "def f(print_it):\n    return print_it",
        "import os\nos.walk('.')",
        "from datetime import datetime\ndatetime.fromisoformat('2021-11-21')",
        "from rich.cells import cell_len",
        "'print(sys.stdout, datetime.now())'",
        "class Plan:\n    time = 1\n\nPlan.time",
    ],
    ids=lambda given: given.splitlines()[-1].strip(),
)
def test_what_only_looks_like_an_effect_is_fine(source: str) -> None:
    assert effects(source, FORBIDDEN, FORBIDDEN_NAMES, FORBIDDEN_METHODS) == []
