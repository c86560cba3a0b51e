"""The fixed words of what `impact` prints, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from outageplan.notice.hours import ALL_DAY, CLOSED, DAILY, HOLIDAY, MAKEUP, Spans, hours_text
from outageplan.wording import Lang, Text

_WORDS = MappingProxyType(
    {
        "title": Text("停机影响测算　{at}", "Impact of announced outages at {at}"),
        "site": Text("本机构：{what}", "site: {what}"),
        "hours": Text("营业时间：{what}", "open: {what}"),
        "volumes": Text("每个营业日：{what}", "per open day: {what}"),
        "services": Text("业务：{what}", "services: {what}"),
        "known_at": Text("按 {at} 时已发布的公告", "by what was published at {at}"),
        "from_to": Text("{start}起；恢复：{end}", "from {start}; return: {end}"),
        "window": Text("{name}（{stage}）", "{name} ({stage})"),
        "when": Text("时段", "when"),
        "stops": Text("所停业务", "stops"),
        "and_more": Text("等 {count} 类", " and {count} more"),
        "deferred": Text("积压", "deferred"),
        "transactions": Text("{count} 笔", "{count} transactions"),
        "one": Text("{count} 笔", "{count} transaction"),
        "provisional": Text("（暂计）", " (provisional)"),
        "any_spread": Text("无论一天内如何分布：{count} 笔", "however a day is spread: {count}"),
        "no_bound": Text("恢复时间未定，没有上限", "no end is announced, so there is no upper bound"),
        "none": Text("没有：{why}", "none: {why}"),
        "closed": Text("都在营业时间之外", "it lies outside the opening hours"),
        "not_counted": Text("未计算", "no number"),
        "a_day": Text("每日", "a day"),
        "an_hour": Text("每小时", "an hour"),
        "ledger": Text("应急台账", "ledger"),
        "catch_up": Text("补办", "catch-up"),
        "work": Text("按每小时 {rate} 笔，需 {hours}", "{hours} of work at {rate} an hour"),
        "beside": Text("扣除当日业务后，需营业时间 {hours}", "beside the day's own, {hours} of opening hours"),
        "machine": Text(
            "其中住院结算，系统响应至少 {hours}（平均每笔 0.8 秒，逐笔办理）",
            "for the inpatient bills the system alone takes at least {hours} (0.8 s each on average, one by one)",
        ),
        "no_rate": Text(
            "未给出速度；请用 --rate 写每小时总共能办的笔数，或写在机构文件的 rate",
            "no rate is given; --rate, or `rate` in the site file, tells how many can be done in an hour",
        ),
        "done": Text("补办完毕", "cleared"),
        "on": Text("{day}", "on {day}"),
        "between": Text("{first} 至 {last}", "{first} to {last}"),
        "at_latest": Text("最迟 {day}；可能没有积压", "{day} at the latest; there may be nothing to clear"),
        "or_later": Text("，或更晚", ", or later"),
        "not_dated": Text("推算不出日期：{why}", "no date: {why}"),
        "never": Text("补不完：{why}", "never: {why}"),
        "at_most": Text("按积压的上限，{what}", "at the upper end of the range {what}"),
        "earliest": Text("最早 {day}；{rest}", "{day} at the earliest; {rest}"),
        "total": Text("合计", "Total"),
        "total_text": Text(
            "{count} 笔（重叠时段不重复计；不含没有上限的时段）",
            "{count} transactions (overlapping hours once; windows without a bound left out)",
        ),
        "assumptions": Text("假设", "Assumptions"),
        "figures": Text("公布的数字", "Published figures"),
        "over": Text("超过", "over"),
        "about": Text("约", "about"),
        "source": Text("来源：{title}", "source: {title}"),
        "unused": Text(
            "不用于计算：停机时段内会有多少人使用，没有公布",
            "not in the count: how many would have used it in the window is not published",
        ),
        "unused_time": Text(
            "不用于计算：平台同时办理多笔，响应时间说明不了总共要多久",
            "not in the count: the platform settles many at a time, so this tells nothing of the whole",
        ),
        "notice": Text("公告", "Notices"),
        "nothing": Text(
            "库中没有与此有关的、正在进行或将要进行的停机公告。",
            "No notice on file that concerns this is under way or ahead.",
        ),
        "nearest": Text("最近的公告", "nearest"),
        "legend": Text(
            "≈ 表示未确认；假设和来源列在文末。",
            "≈ marks what is not confirmed; assumptions and sources stand at the end.",
        ),
    }
)


_DAYS = MappingProxyType(
    {
        "mon": Text("周一", "mon"),
        "tue": Text("周二", "tue"),
        "wed": Text("周三", "wed"),
        "thu": Text("周四", "thu"),
        "fri": Text("周五", "fri"),
        "sat": Text("周六", "sat"),
        "sun": Text("周日", "sun"),
        DAILY: Text("每天", "daily"),
        HOLIDAY: Text("节假日", "holiday"),
        MAKEUP: Text("调休上班日", "makeup"),
    }
)


def opening_words(hours: Mapping[str, Spans], lang: Lang) -> str:
    """Opening hours in a line: `mon-fri 08:00-12:00; sat closed`."""
    found = []
    for key, spans in hours.items():
        days = ("至" if lang == "zh" else "-").join(_DAYS[day][lang] for day in key.split("-"))
        told = hours_text(spans)
        if lang == "zh":
            told = {ALL_DAY: "全天", CLOSED: "不营业"}.get(told, told)
        found.append(f"{days} {told}")
    return ("；" if lang == "zh" else "; ").join(found)


def word(key: str, lang: Lang, **filled: object) -> str:
    """One fixed word or sentence, its places filled."""
    return _WORDS[key][lang].format(**filled)
