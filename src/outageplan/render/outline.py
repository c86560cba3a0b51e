"""The shape that a printed answer has in every format: sections, groups, and items with marks, labels and details."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["plain", "bad", "unsure", "good", "dim"]


class Node(NamedTuple):
    """One step of a derivation, and those that it rests on."""

    text: str
    source: str = ""
    below: tuple[Node, ...] = ()


class Item(NamedTuple):
    """One line: an optional mark and label, the text, further lines below it, where it comes from, and why it stands.

    `tone` is for colour alone: nothing is told by it that the words do not tell.
    """

    text: str
    mark: str = ""
    label: str = ""
    details: tuple[str, ...] = ()
    source: str = ""
    tone: Tone = "plain"
    why: tuple[Node, ...] = ()


class Group(NamedTuple):
    """Items under a common heading, which may be empty."""

    items: tuple[Item, ...]
    title: str = ""
    mark: str = ""
    tone: Tone = "plain"


class Section(NamedTuple):
    """A titled part of the answer."""

    title: str
    groups: tuple[Group, ...]


class Outline(NamedTuple):
    """A whole answer in one language."""

    title: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...] = ()
