"""The fixed words of calendars, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Lang, Text

_WORDS = MappingProxyType(
    {
        "name": Text("医保停机与期限", "Medical-insurance outages and deadlines"),
        "name_of": Text("医保停机与期限：{what}", "Medical-insurance outages and deadlines: {what}"),
        "window": Text("停机", "outage"),
        "deadline": Text("期限", "deadline"),
        "unsure": Text("（未确认）{title}", "(not confirmed) {title}"),
        "open": Text("（恢复时间未定）{title}", "(no return announced) {title}"),
        "cancelled": Text("（已取消）{title}", "(cancelled) {title}"),
        "undated": Text("（日期待定）{title}", "(date no longer fixed) {title}"),
        "still_holds": Text(
            "原定日期不再确定，事项本身仍然有效，请以公告为准。",
            "The date given before no longer holds; the matter itself stands. Go by the notice.",
        ),
        "expected_only": Text(
            "时间尚未确认，请在临近时再次核对公告。",
            "Not confirmed: check the notice again when the time comes.",
        ),
        "no_end": Text(
            "恢复时间未公布，此日程只标出停机开始。",
            "No return is announced: this entry marks only the start of the stop.",
        ),
        "without_date": Text("另有无法定日期的事项：{what}", "Also, without a date: {what}"),
        "telephone": Text("咨询：{who} {phones}", "contact: {who} {phones}"),
        "left_out": Text(
            "未列入日历（无日期）：{id} {part}：{text}", "no date, so not in the calendar: {id} {part}: {text}"
        ),
        "later_ones": Text("未全部列入日历：{id} {part}：{text}", "not all in the calendar: {id} {part}: {text}"),
        "start_alone": Text(
            "日历中只有开始时间：{id} {part}，恢复时间：{text}",
            "in the calendar by its start alone: {id} {part}, return: {text}",
        ),
        "nothing": Text("没有可列入日历的停机或期限", "there is no outage or deadline to put into the calendar"),
    }
)


def word(key: str, lang: Lang, **places: str) -> str:
    """One fixed word or sentence, its places filled."""
    return _WORDS[key][lang].format(**places)
