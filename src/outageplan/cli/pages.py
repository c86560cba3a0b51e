"""The pages of all rules, made from the rules themselves; what a page cannot print is shown in its place or told."""

from __future__ import annotations

import re

from outageplan.render.rule_page import RulePage, Shown
from outageplan.validation.examples import MOMENT, example_files, laid_over
from outageplan.validation.rule import Context, Example, Rule, checks
from outageplan.validation.runner import Source, examine
from outageplan.wording import Text

_HEAD, _LONGEST = 10, 100  # lines of a whole file that a page shows, and characters of a line
_FEW = 3  # keys left out that a page still lists; where there are more it shows the whole file
_BACKGROUND = ("format", "status", "title", "issuer", "published", "sources", "guidance", "contacts")
_NO_TEXT = {
    "OP015": Text(
        "没有文字可以示例：例如一个链接，所指的文件已经不在",
        "No text can show it: a link, for example, whose target is gone",
    )
}
_OF_COMMENTS = ("OP016", "OP017")  # about silencing comments themselves
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def page_of(rule: Rule) -> RulePage:
    """What a rule tells of itself."""
    named = any(example.stem or example.others for example in (rule.bad, rule.good))
    untold = _NO_TEXT.get(rule.code)
    return RulePage(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        title=rule.title,
        why=rule.why,
        bad=(Shown(note=untold),) if untold else _shown(rule.bad, named=named),
        good=_shown(rule.good, named=named),
        silenceable=_silenceable(rule),
    )


def pages() -> list[RulePage]:
    """Every rule's page, in the order of the codes."""
    return [page_of(check.rule) for check in checks()]


def _silenceable(rule: Rule) -> bool:
    """Whether the wrong example can be used all the same: nothing may hide that a file cannot."""
    if rule.code in (*_NO_TEXT, *_OF_COMMENTS):
        return False
    name, content = next(iter(example_files(rule.bad).items()))
    return examine(Source(file=name, content=content), Context(at=MOMENT)).summary is not None


def _shown(example: Example, *, named: bool) -> tuple[Shown, ...]:
    """An example, file by file; with `named` each is told by its name."""
    if example.raw is not None:
        return (_raw(example.raw),)
    main = next(iter(example_files(example)))
    files = [_laid_over(main if named else None, example.snippet, example.without)]
    files += [_laid_over(name, snippet) for name, snippet in example.others.items()]
    return tuple(files)


def _laid_over(name: str | None, snippet: str, without: tuple[str, ...] = ()) -> Shown:
    """One file by what it changes of the notice of the examples."""
    file = Text(f"文件 `{name}`", f"The file `{name}`") if name else None
    replaced = [key for key in without if not re.search(rf"^{key}\b.*：", snippet, re.MULTILINE)]
    if len(replaced) > _FEW:
        return _visible(file, laid_over(snippet, without))
    if name and not snippet:
        return _visible(file, laid_over("", (*_BACKGROUND, *without)))
    if replaced:
        keys = Text("、".join(f"`{key}`" for key in replaced), ", ".join(f"`{key}`" for key in replaced))
        lacking = Text(f"公告没有 {keys['zh']}", f"A notice without {keys['en']}")
        return _visible(lacking if file is None else _joined(file, lacking), snippet)
    return _visible(file, snippet)


def _raw(content: bytes) -> Shown:
    """A whole file, as far as a page can hold it."""
    text = content.decode("utf-8", "replace")
    garbled = None
    if "\ufffd" in text:
        garbled = Text("按 UTF-8 打开时看到的样子（“\ufffd”处无法辨认）", "As it looks when it is opened as UTF-8")
    lines = text.splitlines()
    if len(lines) <= 2 * _HEAD and all(len(line) <= _LONGEST for line in lines):
        return _visible(garbled, text, yaml=garbled is None)
    size = Text(
        f"文件共 {len(lines)} 行、{len(content)} 字节，这里是开头",
        f"{len(lines)} lines, {len(content)} bytes; it begins",
    )
    head = [line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines[:_HEAD]]
    note = size if garbled is None else _joined(garbled, size)
    return _visible(note, "\n".join([*head, "# …", lines[-1][:_LONGEST]]), yaml=garbled is None)


def _visible(note: Text | None, text: str, *, yaml: bool = True) -> Shown:
    """A text whose hidden characters are shown by signs, with a note on each."""
    for char in sorted(set(_CONTROL.findall(text))):
        sign = "␡" if char == "\x7f" else chr(0x2400 + ord(char))
        text = text.replace(char, sign)
        hidden = Text(
            f"“{sign}”代表看不见的字符 U+{ord(char):04X}", f"`{sign}` stands for the hidden U+{ord(char):04X}"
        )
        note, yaml = hidden if note is None else _joined(note, hidden), False
    if "\t" in text:
        text = text.replace("\t", "→   ")
        tab = Text("“→”代表制表符", "`→` stands for a tab")
        note, yaml = tab if note is None else _joined(note, tab), False
    return Shown(note=note, text=text, yaml=yaml)


def _joined(one: Text, other: Text) -> Text:
    en = str(other["en"])
    return Text(f"{one['zh']}，{other['zh']}", f"{one['en']}; {en[:1].lower()}{en[1:]}")
