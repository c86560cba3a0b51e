"""What timelines say in words, on a terminal and on a page."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.catalog.pools import pools
from outageplan.catalog.vocabulary import term
from outageplan.engine.instances import OccurrenceWindow, repetition
from outageplan.engine.phrases import boundary_text
from outageplan.engine.repeat_words import how_often, repeat_text
from outageplan.engine.stages import is_sure
from outageplan.engine.timeline import Row, SegmentKind
from outageplan.notice.model import Effect, Notice, Window
from outageplan.render.check_common import boundary_words, hedged
from outageplan.wording import Lang, Text, joined

_WORDS = MappingProxyType(
    {
        "title": Text("医保停机时间线", "Timeline of medical-insurance outages"),
        "now": Text("此刻 {at}", "now {at}"),
        "sure": Text("确定停机", "down for sure"),
        "expected": Text("按预计停机（未确认）", "down by what is expected, not confirmed"),
        "open": Text("恢复时间未定或未确认", "no return announced or confirmed"),
        "from": Text("{when}起", "from {when}"),
        "begins": Text("开始：{when}", "start: {when}"),
        "until": Text("恢复：{when}", "return: {when}"),
        "ends": Text("时段结束：{when}（终止的业务不再恢复）", "the window ends: {when} (what is terminated stays so)"),
        "told": Text(
            "恢复：{when} 公告已恢复，实际恢复时间未写明",
            "return: told to be over at {when}, its own moment not stated",
        ),
        "repeats": Text("重复：{how}", "repeats: {how}"),
        "repeats_from": Text("这是首次，其后重复：{how}", "this is the first; it repeats: {how}"),
        "undated": Text("日期未定，无法画出", "Without a date, so not drawn"),
        "cancelled": Text("已取消或未发生", "Cancelled, or not needed"),
        "nothing": Text("没有可画出的停机时段。", "There is no window to draw."),
        "no_place": Text("地区未写明", "place not stated"),
        "tentative": Text("（{status}）", " ({status})"),
        "legend": Text("图例", "legend"),
    }
)
KINDS: tuple[SegmentKind, ...] = ("sure", "expected", "open")


def word(key: str, lang: Lang, **places: str) -> str:
    """One fixed word or sentence, its places filled."""
    return _WORDS[key][lang].format(**places)


def place_text(notice: Notice) -> Text:
    """Whose system stops."""
    if not notice.pools:
        return _WORDS["no_place"]
    return joined([pools()[code].name for code in notice.pools])


def row_name(row: Row) -> Text:
    """What people call a window, with its worst effect."""
    name, effect = row.window.name or row.notice.title, term("effect", row.effect)
    return Text(f"{name['zh']}（{effect['zh']}）", f"{name['en']} ({effect['en']})")


def repeats(window: Window, lang: Lang) -> str:
    """How a window repeats that is shown by its first occurrence, or by another one; empty where it does not."""
    if isinstance(window, OccurrenceWindow):
        return word("repeats", lang, how=how_often(window)[lang])
    rule = repetition(window)
    return word("repeats_from", lang, how=repeat_text(*rule)[lang]) if rule else ""


def row_times(row: Row, lang: Lang) -> tuple[str, ...]:
    """When a window begins and when service returns, with how sure that is; then how it repeats, if it does."""
    often = repeats(row.window, lang)
    return (*_row_times(row, lang), *([often] if often else []))


def _row_times(row: Row, lang: Lang) -> tuple[str, str]:
    key = "begins" if row.window.start.moment is None else "from"
    begins = word(key, lang, when=boundary_words(row.notice, row.window.start, lang))
    if row.told:
        return begins, word("told", lang, when=boundary_text(row.until, end=True)[lang])
    ends = boundary_words(row.notice, row.until, lang, end=True)
    key = "ends" if row.effect is Effect.TERMINATED else "until"
    return begins, hedged(word(key, lang, when=ends), is_sure(row.notice, row.until))
