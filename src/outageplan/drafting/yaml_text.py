"""The draft as the YAML that people edit: sections with headings, comments where something is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from outageplan.drafting.drafted import Comments, Path, Tree, Value

_SECTIONS = {
    "windows": "When 停机时段",
    "effects": "What happens to which services 受影响的业务",
    "guidance": "Who does what instead 业务指引",
    "contacts": "Whom to ask 咨询",
    "notes": "What a reader must know besides 其他",
}
_WIDTH = 118
_PLAIN = re.compile(r"[A-Za-z0-9\u3400-\u9fff（《“](?:[^:#\n\t\"'\\{}\[\],&*!|>%@`]|:(?=[^ \s]))*")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_INLINE = ("title", "issuer", "name", "say", "note")


def yaml_text(head: Sequence[str], tree: Tree, comments: Comments) -> str:
    """The file, with `head` as comments at its beginning and `comments` above the keys that they are about."""
    lines = [*(f"# {line}".rstrip() for line in head), ""]
    for key, value in tree.items():
        if key in _SECTIONS:
            lines += ["", f"# ---- {_SECTIONS[key]} ".ljust(100, "-")]
        lines += _entry(key, value, (key,), 0, comments)
        if key == "sources":
            lines.append("")
    lines += [f"# {comment}" for comment in comments.get((), ())]
    return "\n".join(_squeezed(lines)) + "\n"


def _squeezed(lines: Iterable[str]) -> Iterator[str]:
    """Never two blank lines in a row, none at the end."""
    blank = False
    for line in lines:
        if line or not blank:
            yield line
        blank = not line


def _entry(key: str, value: Value, path: Path, indent: int, comments: Comments) -> list[str]:
    margin = " " * indent
    lines = [f"{margin}# {_comment(comment)}" for comment in comments.get(path, ())]
    if isinstance(value, str):
        return [*lines, f"{margin}{key}: {scalar(value)}"]
    if not isinstance(value, Mapping):
        return [*lines, f"{margin}{key}: [{', '.join(map(scalar, value))}]"]
    if key in _INLINE or (len(path) == 3 and key == "when"):
        inline = f"{margin}{key}: {{{', '.join(f'{one}: {_inline(other)}' for one, other in value.items())}}}"
        if _columns(inline) <= _WIDTH:
            return [*lines, inline]
    lines.append(f"{margin}{key}:")
    for place, (below, other) in enumerate(value.items()):
        if place and indent == 0 and key in ("effects", "guidance", "notes", "windows"):
            lines.append("")
        lines += _entry(below, other, (*path, below), indent + 2, comments)
    return lines


def _inline(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    return f"[{', '.join(map(scalar, value))}]"


def scalar(value: str) -> str:
    """A text as YAML: plain where it can be, else between double quotes."""
    if _PLAIN.fullmatch(value) and value == value.strip() and value[-1:] != ":":
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + _UNSAFE.sub(
            lambda found: (
                f"\\u{ord(found[0]):04x}" if ord(found[0]) > 0x1F and not 0xD800 <= ord(found[0]) < 0xE000 else " "
            ),
            escaped,
        )
        + '"'
    )


def _comment(text: str) -> str:
    return _UNSAFE.sub(" ", text)


def _columns(text: str) -> int:
    return sum(2 if char >= "\u1100" else 1 for char in text)
