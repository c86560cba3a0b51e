"""The project's own wording of what people are told to do: the action, the services, and by when."""

from __future__ import annotations

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.notice.moments import Deadline, Moment
from outageplan.wording import Text

_EVENT = {
    "visit": Text("就医", "the visit"),
    "admission": Text("入院", "admission"),
    "discharge": Text("出院", "discharge"),
    "receipt": Text("票据开具", "the date of the receipt"),
}
_SIDE = {"start": Text("停机", "the stop"), "end": Text("恢复", "the return")}
_UNIT = {"minute": "分钟", "hour": "小时", "day": "日", "working day": "个工作日", "month": "个月"}


def guidance_text(action: str, ids: tuple[str, ...], deadline: Deadline | None, not_before: Deadline | None) -> Text:
    """What to tell people: `2021年10月13日18:00前，停机前缴费（医保费征缴）。`"""
    name = actions()[action].name
    listed = [services()[id].name for id in ids]
    zh = f"{name['zh']}（{'、'.join(one['zh'] for one in listed)}）"
    en = f"{name['en'][:1].upper()}{name['en'][1:]} ({'; '.join(one['en'] for one in listed)})"
    if not_before:
        when = deadline_text(not_before)
        zh, en = f"自{when['zh']}起，{zh}", f"{en}, not before {when['en']}"
    if deadline:
        when = deadline_text(deadline)
        zh, en = (
            f"{when['zh']}{'前' if not deadline.unit else ''}，{zh}",
            f"{en}, {'by ' if not deadline.unit else ''}{when['en']}",
        )
    return Text(f"{zh}。", f"{en}.")


def deadline_text(deadline: Deadline) -> Text:
    """A deadline in words, without 前 and `by`."""
    if deadline.moment:
        return moment_text(deadline.moment)
    anchor = deadline.anchor
    if anchor is None:
        return Text("", "")
    base = _EVENT[anchor.event] if anchor.event else _SIDE[anchor.side or "end"]
    zh, en = base["zh"], base["en"]
    if anchor.month_end:
        zh, en = f"{zh}当月月底", f"the end of the month of {en}"
    if not deadline.unit:
        return Text(zh, en)
    plural = "s" * (deadline.count != 1)
    behind = deadline.direction != "before"
    return Text(
        f"{zh}{'后' if behind else '前'}{deadline.count}{_UNIT[deadline.unit]}内",
        f"within {deadline.count} {deadline.unit}{plural} {'after' if behind else 'before'} {en}",
    )


def moment_text(moment: Moment) -> Text:
    """A moment in words."""
    day = moment.day
    zh, en = f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%B} {day.year}"
    if moment.minute is None:
        return Text(zh, en)
    clock = f"{moment.minute // 60:02}:{moment.minute % 60:02}"
    return Text(f"{zh}{clock}", f"{clock} on {en}")
