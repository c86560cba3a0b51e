"""Changing a draft by hand: what is unsure, and the draft after an item was edited or dropped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.drafting.drafted import Draft, Item, Path, Tree, Value
from outageplan.drafting.times import Sure
from outageplan.drafting.yaml_text import yaml_text
from outageplan.errors import UsageError
from outageplan.notice.moments import parse_boundary, parse_deadline, parse_moment
from outageplan.notice.reading import read_notice
from outageplan.wording import Text

_BY_HAND = Text("审核时改定", "set in the review")
_LISTED = ("service", "unaffected", "pool")  # what is one entry of a list


def unsure_items(draft: Draft) -> tuple[Item, ...]:
    """What was inferred or could not be told, in the order of the draft."""
    return tuple(item for item in draft.items if item.sure is not Sure.STATED)


def edited(draft: Draft, item: Item, value: str) -> Draft:
    """The draft with another value for an item. Raises an `OutageplanError` where the format does not know it."""
    value = _checked(item, value.strip())
    tree = _set(draft.tree, item.path, value, listed=item.kind in _LISTED)
    return _written(draft, tree, item, replace(item, value=value, sure=Sure.STATED, because=_BY_HAND))


def dropped(draft: Draft, item: Item) -> Draft:
    """The draft without an item. A window keeps its boundaries: one that is dropped is to be announced."""
    if item.kind == "boundary":
        return _written(draft, _set(draft.tree, item.path, "to be announced", listed=False), item, None)
    tree = _set(draft.tree, item.path, None, listed=item.kind in _LISTED)
    return _written(draft, _without_empty(tree), item, None)


def _checked(item: Item, value: str) -> str:
    """The value as the format writes it."""
    match item.kind:
        case "boundary":
            return str(parse_boundary(value))
        case "deadline":
            return str(parse_deadline(value))
        case "published":
            return str(parse_moment(value))
        case "service" | "unaffected":
            return services().find(value.split(" ")[0]).id
        case "pool":
            return pools().find(value).id
        case "guidance":
            return actions().find(value).id
        case _:
            return value


def _written(draft: Draft, tree: Tree, item: Item, now: Item | None) -> Draft:
    """The draft with another tree, if it can still be read. Comments on what was decided go."""
    comments = {path: lines for path, lines in draft.comments.items() if path != item.path and _lookup(tree, path)}
    yaml = yaml_text(draft.head, tree, comments)
    findings = read_notice(yaml.encode(), "draft").findings
    if findings:
        raise UsageError(Text(findings[0].message["zh"], findings[0].message["en"]))
    items = tuple(now if one is item else one for one in draft.items)
    kept = tuple(one for one in items if one is not None and (one is now or _lookup(tree, _entry(one))))
    return replace(draft, tree=tree, comments=comments, yaml=yaml, items=kept)


def _entry(item: Item) -> Path:
    return item.path[:-1] if item.kind in _LISTED else item.path


def _lookup(tree: Tree, path: Path) -> bool:
    """Whether the tree has something at a path."""
    value: Value = tree
    for key in path:
        if not isinstance(value, Mapping) or key not in value:
            return False
        value = value[key]
    return True


def _set(tree: Tree, path: Path, value: str | None, *, listed: bool) -> Tree:
    """A copy of the tree with another value at a path, or without it where the value is None."""
    key, *rest = path
    below = tree[key]
    if listed and len(path) == 2:
        entries = [value if one == path[-1] else one for one in cast(Sequence[str], below)]
        return {**tree, key: list(dict.fromkeys(one for one in entries if one is not None))}
    if not rest:
        if value is None:
            return {one: other for one, other in tree.items() if one != key}
        if isinstance(below, Mapping):  # the whole entry stands for its main word
            main = "action" if "action" in below else "phones"
            new: Value = value if main == "action" else [one for one in re.split(r"[,，、\s]+", value) if one]
            return {**tree, key: {**below, main: new}}
        return {**tree, key: value}
    return {**tree, key: _set(cast(Tree, below), tuple(rest), value, listed=listed)}


def _without_empty(tree: Tree) -> Tree:
    """Without effects that name no service any more, and without sections and lists that are empty."""
    kept: Tree = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            below = _without_empty(cast(Tree, value))
            if "effect" in value and not below.get("services"):
                continue
            if below:
                kept[key] = below
        elif isinstance(value, str) or value:
            kept[key] = value
    return kept
