"""The folder of a board: files are written where they differ, and what an earlier board left is taken away.

A list in the folder, `.outageplan-board.json`, tells which files are the board's own; no other is changed or deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from outageplan.cli.output import make_folder, write_whole
from outageplan.errors import UsageError
from outageplan.wording import Text

LIST = ".outageplan-board.json"
_FORMAT = "outageplan-board/1"
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9.-]*/)*[a-z0-9][a-z0-9.-]*")
_MOST = 64 * 1024 * 1024  # bytes of a list, which no board comes near


def write_board(folder: Path, files: Mapping[str, bytes]) -> int:
    """Makes the folder hold these files by their paths, and tells how many were written or deleted.

    Before anything is written, it looks whether a file that is not the board's own stands in the way, or a link leads
    out of the folder. Raises `UsageError`.
    """
    make_folder(folder)
    own = _listed(folder)
    for path in files:
        _look(folder, path, files[path], own)
    stale = sorted(own - files.keys())
    for path in stale:
        _refuse_link(folder, path)
    fresh = [path for path in files if _content(folder / path) != files[path]]
    _write_list(folder, own | files.keys())  # what is being written must be known for the board's if this is cut short
    for path in fresh:
        make_folder((folder / path).parent)
        write_whole(folder / path, files[path])
    gone = [path for path in stale if _delete(folder, path)]
    _write_list(folder, files)
    return len(fresh) + len(gone)


def _listed(folder: Path) -> set[str]:
    """The files that are the board's own by the list in the folder; none where there is no list."""
    place = folder / LIST
    _refuse_link(folder, LIST)
    if not place.exists():
        return set()
    try:
        return _paths(json.loads(_read(place)))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(
            Text(
                f"{place} 不是本程序写的清单；请换一个文件夹，或删除该文件",
                f"{place} is not a list that this program wrote; take another folder, or delete it",
            )
        ) from None


def _paths(data: Any) -> set[str]:
    """The paths of a list, all of which lie below its folder. Raises `ValueError`, `KeyError` and `TypeError`."""
    paths = set(data["files"])
    if data["format"] != _FORMAT or not all(isinstance(path, str) and _PATH.fullmatch(path) for path in paths):
        raise ValueError("not a list of ours")
    return paths


def _look(folder: Path, path: str, content: bytes, own: set[str]) -> None:
    """Refuses to write over what is not the board's own."""
    _refuse_link(folder, path)
    place = folder / path
    for above in place.relative_to(folder).parents:
        if (folder / above).exists() and not (folder / above).is_dir():
            raise _in_the_way(folder / above)
    if place.exists() and (not place.is_file() or (path not in own and _content(place) != content)):
        raise _in_the_way(place)


def _in_the_way(place: Path) -> UsageError:
    return UsageError(
        Text(
            f"{place} 已存在且不是本程序写的，未作任何改动",
            f"{place} is there and was not written by this program; nothing was changed",
        )
    )


def _refuse_link(folder: Path, path: str) -> None:
    """Refuses a link below the folder, through which files elsewhere would be changed."""
    place = folder
    for part in Path(path).parts:
        place /= part
        if place.is_symlink():
            raise UsageError(
                Text(f"{place} 是链接，未作任何改动", f"{place} is a link, and nothing outside the folder is touched")
            )


def _read(place: Path) -> bytes:
    try:
        with place.open("rb") as stream:
            return stream.read(_MOST)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(Text(f"无法读取 {place}：{reason}", f"cannot read {place}: {reason}")) from None


def _content(place: Path) -> bytes | None:
    return _read(place) if place.is_file() else None


def _write_list(folder: Path, files: Iterable[str]) -> None:
    content = json.dumps({"format": _FORMAT, "files": sorted(files)}, indent=1).encode("utf-8") + b"\n"
    if _content(folder / LIST) != content:
        write_whole(folder / LIST, content)


def _delete(folder: Path, path: str) -> bool:
    """Deletes a file, and the folders above it that are empty then; tells whether it was there."""
    place = folder / path
    if not place.is_file():
        return False
    try:
        place.unlink()
        for above in list(place.relative_to(folder).parents)[:-1]:
            if any((folder / above).iterdir()):
                break
            (folder / above).rmdir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(Text(f"无法删除 {place}：{reason}", f"cannot delete {place}: {reason}")) from None
    return True
