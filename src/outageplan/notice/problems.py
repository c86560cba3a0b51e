"""What the model refuses, told to people: which key, what was expected, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from outageplan.errors import GrammarError, UnknownNameError
from outageplan.notice.document import Document, dotted
from outageplan.notice.model import FORMAT, Notice
from outageplan.wording import Text

Path = tuple[str | int, ...]
SUGGESTIONS = 20  # looking for the nearest name takes milliseconds; a file full of wrong names gets no more of them
_GRAMMAR = {"moment": "OP104", "boundary": "OP105", "deadline": "OP106", "anchor": "OP106", "repeat": "OP111"}
_NAMES = {"service": "OP201", "pool": "OP202", "role": "OP203", "action": "OP204"}
_PATTERNS = {
    "phones": Text("电话号码只写数字和连字符，如 `0371-65742316`", "write digits and hyphens, as in `0371-65742316`"),
    "telephone": Text(
        "电话号码只写数字和连字符，如 `0371-65742316`", "write digits and hyphens, as in `0371-65742316`"
    ),
    "url": Text("应写 http:// 或 https:// 开头的网址", "write an address that begins with http:// or https://"),
}
_ID = Text(
    "编号只用小写字母、数字和连字符，如 `cut-over`", "ids are lower-case letters, digits and hyphens, as in `cut-over`"
)


def report_problems(
    document: Document, error: ValidationError, model: type[BaseModel] = Notice, format: str = FORMAT
) -> None:
    """Adds a finding for every problem that a model (of that version of its format) has with a document."""
    for problem in error.errors(include_url=False):
        kind = problem["type"]
        # pydantic marks a key that does not fit its mapping with a last step `[key]`
        marked = kind.startswith(("string_", "value_error")) and problem["loc"][-1:] == ("[key]",)
        path: Path = problem["loc"][:-1] if marked else problem["loc"]
        if kind == "too_short" and problem["input"]:
            continue  # the entries that were refused are told one by one
        suggest = len(document.findings) < SUGGESTIONS
        if kind in ("extra_forbidden", "unexpected_keyword_argument"):
            code, rule, message = "OP101", "unknown-key", _unknown_key(path, model)
        elif kind == "literal_error" and path == ("format",) and isinstance(problem["input"], str):
            code, rule, message = "OP107", "unknown-format", _unknown_format(problem["input"], format)
        else:
            code, rule, message = _told(kind, path, problem, suggest=suggest)
        at_key = marked or kind in ("extra_forbidden", "unexpected_keyword_argument")
        document.report(code, rule, message, document.span_of(path, key=at_key), path)


def _told(kind: str, path: Path, problem: Mapping[str, Any], *, suggest: bool) -> tuple[str, str, Text]:
    """Code, rule and message of one problem of the model."""
    match kind:
        case "missing":
            return "OP102", "missing-key", _missing_key(path)
        case "literal_error" | "enum" if not isinstance(problem["input"], str):
            return "OP103", "wrong-type", _shape("string_type", path, problem["input"])
        case "literal_error" | "enum":
            return "OP108", "wrong-value", _choice(problem)
        case "value_error":
            return _raised(path, problem, suggest=suggest)
        case "string_too_long":
            most, shown = problem["ctx"]["max_length"], str(problem["input"])[:20]
            return (
                "OP108",
                "wrong-value",
                Text(f"“{shown}…”太长，最多 {most} 个字符", f"`{shown}…` is too long: {most} characters at the most"),
            )
        case "string_pattern_mismatch":
            hint = next((text for key, text in _PATTERNS.items() if key in path), _ID)
            shown = str(problem["input"])[:60]
            return (
                "OP108",
                "wrong-value",
                Text(f"“{shown}”写法不对：{hint['zh']}", f"`{shown}` does not fit: {hint['en']}"),
            )
        case "too_short":
            return "OP109", "empty", Text("这里不能为空", "this must not be empty")
        case _:
            return "OP103", "wrong-type", _shape(kind, path, problem["input"])


def _raised(path: Path, problem: Mapping[str, Any], *, suggest: bool) -> tuple[str, str, Text]:
    error = problem["ctx"]["error"]
    if isinstance(error, GrammarError):
        code = _GRAMMAR.get(error.kind, "OP108")
        if code == "OP108":  # hours and numbers of a site
            return code, "wrong-value", error.message
        return code, f"unreadable-{'deadline' if code == 'OP106' else error.kind}", error.message
    if isinstance(error, UnknownNameError):
        return _NAMES[error.kind], f"unknown-{error.kind}", error.message if suggest else error.bare
    if isinstance(problem["input"], Mapping):
        return "OP109", "empty", Text("请写出 zh 或 en 的文字", "write the text in zh, en or both")
    return "OP109", "empty", Text(f"`{path[-1]}` 不能为空", f"`{path[-1]}` must not be blank")


def _unknown_format(given: str, format: str) -> Text:
    zh, en = f"不认识格式版本“{given}”", f"`{given}` is not a format version known here"
    return Text(f"{zh}；请写 `{format}`", f"{en}; write `{format}`")


def _unknown_key(path: Path, model: type[BaseModel]) -> Text:
    key = str(path[-1])
    known = _keys_at(path[:-1], model)
    near = _meant(key, [*known, "amends"] if model is Notice and not path[:-1] else known)
    if near:
        return Text(
            f"没有 `{key}` 这个键；您要写的是不是 `{near[0]}`？", f"there is no key `{key}`; did you mean `{near[0]}`?"
        )
    listed = ", ".join(f"`{name}`" for name in known)
    return Text(f"没有 `{key}` 这个键；这里可写：{listed}", f"there is no key `{key}`; here you can write {listed}")


def _meant(word: str, known: list[str]) -> list[str]:
    """The known word that was meant, if any; the country code `cn` is what people write for Chinese."""
    if word == "cn" and "zh" in known:
        return ["zh"]
    return difflib.get_close_matches(word, known, n=1, cutoff=0.5)


def _missing_key(path: Path) -> Text:
    where = dotted(path[:-1])
    inside = Text(f"“{where}”里", f" in `{where}`") if where else Text("", "")
    return Text(f"{inside['zh']}缺少 `{path[-1]}`", f"`{path[-1]}` is missing{inside['en']}")


def _choice(problem: Mapping[str, Any]) -> Text:
    shown = str(problem["input"])[:60]
    choices = [word.strip().strip("'") for word in problem["ctx"]["expected"].replace(" or ", ", ").split(",")]
    near = _meant(shown, choices)
    listed = ", ".join(f"`{choice}`" for choice in choices)
    zh, en = f"“{shown}”不可用；请写 {listed} 之一", f"`{shown}` is not known here; write one of {listed}"
    if near:
        zh, en = f"{zh}；您要写的是不是 `{near[0]}`？", f"{en}; did you mean `{near[0]}`?"
    return Text(zh, en)


_SHAPES = {
    "tuple_type": ("列表，如 [a, b]", "a list, as in [a, b]"),
    "string_type": ("一段文字", "one text"),
    "dataclass_type": ("两种语言的文字 {zh: …, en: …}", "a text in both languages, {zh: …, en: …}"),
}


def _shape(kind: str, path: Path, given: object) -> Text:
    zh, en = _SHAPES.get(kind, ("由“键: 值”组成的映射", "a mapping of `key: value` lines"))
    what = "a list" if isinstance(given, list) else "a mapping" if isinstance(given, dict) else "one text"
    is_zh = {"a list": "列表", "a mapping": "映射", "one text": "一段文字"}[what]
    name = Text(f"`{dotted(path)}` ", f"`{dotted(path)}`") if path else Text("整个文件", "the file")
    return Text(f"{name['zh']}应是{zh}，这里却是{is_zh}", f"{name['en']} must be {en}, and is {what}")


def _keys_at(path: Path, model: type[BaseModel]) -> list[str]:
    """The keys that a model knows at a place; an amendment has those of a notice, and `amends`."""
    kind: Any = model
    for step in path:
        kind = _below(kind, step)
    return sorted(_fields(kind))


def _below(annotation: Any, step: str | int) -> Any:
    """What the model has at one step below an annotation such as `Mapping[str, Window]` or `Text | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return next((f.annotation for name, f in annotation.model_fields.items() if (f.alias or name) == step), None)
    if get_origin(annotation) in (Mapping, tuple):
        return get_args(annotation)[-1 if get_origin(annotation) is Mapping else 0]
    return next((found for part in get_args(annotation) if (found := _below(part, step))), None)


def _fields(annotation: Any) -> list[str]:
    if annotation is Text:
        return ["zh", "en"]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [field.alias or name for name, field in annotation.model_fields.items()]
    return [name for part in get_args(annotation) for name in _fields(part)]
