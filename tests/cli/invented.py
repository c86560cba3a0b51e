"""Invented notices for the tests of the commands. No bureau announced any of them."""

from __future__ import annotations

from pathlib import Path

NOTICES = Path(__file__).parents[2] / "notices"
EXAMPLES = Path(__file__).parents[1] / "render" / "examples"

BEFORE, DURING, LATER = "2021-11-20 10:00", "2021-11-22 09:00", "2021-12-01 09:00"

# What is down, from when to when: all that `check` needs.
SMALL = """\
format: outageplan/1
id: {id}
status: confirmed
title: {{zh: 虚构的停机, en: An invented stop}}
published: 2021-11-17
pools: [419900]
windows:
  stop: {{start: 2021-11-21 18:00, end: 2021-11-28 08:00, clause: "1"}}
effects:
  inquiries: {{services: [inquiry], effect: suspended, clause: "2"}}
"""


def small(folder: Path, id: str = "small", *, replace: tuple[str, str] = ("", "")) -> Path:
    """Writes the small notice into a folder, with one piece of it replaced, and gives its path."""
    text = SMALL.format(id=id)
    assert replace[0] in text
    return written(folder / f"{id}.yaml", text.replace(*replace, 1) if replace[0] else text)


def written(path: Path, text: str) -> Path:
    """Writes a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
