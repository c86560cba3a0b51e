"""The fixed words of printed answers, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Lang, Text

_WORDS = MappingProxyType(
    {
        "title": Text("医保停机查询　{at}", "Medical-insurance outages at {at}"),
        "role": Text("角色", "role"),
        "services": Text("业务", "services"),
        "known_at": Text("按 {at} 时已发布的公告", "by what was published at {at}"),
        "headline": Text("现在与接下来", "Now and next"),
        "now": Text("现在", "now"),
        "next": Text("接下来", "next"),
        "unconfirmed": Text("恢复待确认", "return unconfirmed"),
        "resuming": Text("逐步恢复中", "resuming"),
        "unscheduled": Text("时间未定", "unscheduled"),
        "presumed_over": Text("推定已恢复", "presumed over"),
        "over": Text("已结束", "over"),
        "nearest": Text("最近的公告", "nearest"),
        "nothing_now": Text("此刻没有公告所称的停机。", "Nothing is announced to be down at this moment."),
        "nothing": Text(
            "库中没有正在进行或将要进行的停机公告（仅就已收录的公告而言）。",
            "No notice on file is under way or ahead (which speaks only of the notices on file).",
        ),
        "no_place": Text("地区未写明", "place not stated"),
        "from": Text("{when}起", "from {when}"),
        "until": Text("恢复：{when}", "return: {when}"),
        "return": Text("恢复：{when}", "return: {when}"),
        "in": Text("（还有 {span}）", " (in {span})"),
        "since": Text("（已 {span}）", " ({span} ago)"),
        "affected": Text("涉及的业务", "Services"),
        "other_services": Text(
            "另有 {count} 项业务不由{who}使用，未列出", "{count} services that {who} do not use are not listed"
        ),
        "has_passed": Text("{when}；该时间已过，恢复情况待确认", "{when}; that has passed"),
        "gradual": Text("{when}起逐步恢复，尚未说明全部恢复", "gradually since {when}, not said to be complete"),
        "unconfirmed_yet": Text("，未确认", ", not confirmed"),
        "nothing_here": Text("库中没有涉及本次查询的停机公告。", "No notice on file concerns this question."),
        "presumed": Text("推定", "presumed"),
        "guidance": Text("办理指引", "What to do"),
        "applies_now": Text("（现在适用）", " (now)"),
        "colon": Text("：", ": "),
        "comma": Text("，", ", "),
        "dash": Text("——", " - "),
        "national": Text("全国通行做法", "national fallback"),
        "insured_here": Text("本地参保", "insured here"),
        "insured_elsewhere": Text("外地参保", "insured elsewhere"),
        "treated_here": Text("本地就医", "treated here"),
        "treated_elsewhere": Text("异地就医", "treated elsewhere"),
        "admitted_before": Text("停机前入院", "admitted before the stop"),
        "admitted_during": Text("停机期间入院", "admitted during the stop"),
        "admitted_after": Text("恢复后入院", "admitted after the return"),
        "discharged_before": Text("停机前出院", "discharged before the stop"),
        "discharged_during": Text("停机期间出院", "discharged during the stop"),
        "discharged_after": Text("恢复后出院", "discharged after the return"),
        "by": Text("截止：{when}", "by: {when}"),
        "not_before": Text("；不早于{when}", "; not before {when}"),
        "passed": Text("（已过 {span}）", " (passed {span} ago)"),
        "left": Text("（还有 {span}）", " ({span} left)"),
        "unserved": Text("公告没有写明替代办法的业务", "No other way is stated for"),
        "unserved_for": Text("公告没有为{who}写明替代办法的业务", "No other way is stated to {who} for"),
        "deadlines": Text("截止时间", "Deadlines"),
        "running": Text("已结束公告中尚未到期的期限", "Deadlines still running, of notices that are over"),
        "contacts": Text("咨询电话", "Contacts"),
        "no_phone": Text("来源未印电话号码", "no number printed in the source"),
        "notices": Text("公告与说明", "Notices and notes"),
        "published": Text("{when}发布", "published {when}"),
        "amended_once": Text("{when}变更 1 次（{id}）", "amended {when} ({id})"),
        "amended": Text("变更 {count} 次，最近 {when}（{id}）", "{count} amendments, the last {when} ({id})"),
        "undated": Text("发布日期未写明", "date of publication not stated"),
        "brackets": Text("（{text}）", " ({text})"),
        "more_notes": Text("另有 {count} 条说明：outageplan check {id}", "{count} notes: outageplan check {id}"),
        "found_elsewhere": Text("另行查得的来源：{source}", "source found elsewhere: {source}"),
        "next_use": Text("何时可办", "When services can be used"),
        "usable": Text("现在可办，没有公告称将停办", "can be used now; no stop is announced"),
        "usable_presumed": Text("推定现在可办（仅为推定）", "presumed usable now, which is a presumption"),
        "usable_until": Text("现在可办，至 {when}停办", "can be used now, until {when}"),
        "again": Text("{when}起可再办", "again from {when}"),
        "partly_again": Text("{when}起可部分办理", "in part from {when}"),
        "gradually_again": Text("{when}起逐步恢复", "gradually from {when}"),
        "again_unknown": Text("何时可再办尚未公告（{when}）", "nothing tells from when again ({when})"),
        "again_unconfirmed": Text(
            "{when}；该时间已过，尚无公告确认恢复", "{when}; that has passed, and nothing confirms the return"
        ),
        "never_again": Text("已终止，不再恢复", "terminated: it does not come back"),
        "undated_stop": Text("另有时间未定的停办（{notice}）", "a stop without a date is announced too ({notice})"),
        "on_the_way": Text("（其间有时段未确认）", " (a window on the way is not certain)"),
        "calendar_window": Text("停机", "outage"),
        "calendar_deadline": Text("期限", "deadline"),
        "calendar_unsure": Text("（未确认）{title}", "(not confirmed) {title}"),
        "calendar_cancelled": Text("（已取消）{title}", "(cancelled) {title}"),
        "calendar_name": Text("医保停机与期限", "Medical-insurance outages and deadlines"),
        "semicolon": Text("；", "; "),
        "because": Text("依据", "why"),
        "not_because": Text("不适用", "not applied"),
        "left_out": Text("未采用的公告及原因", "Notices left out, and why"),
        "not_listed": Text("未列出的业务及原因", "Not listed, and why"),
        "legend": Text(
            "≈ 表示未确认或不确定；■ ◆ ◇ △ 等符号后均有文字说明。",
            "≈ marks what is not confirmed; every sign stands before a word that says the same.",
        ),
    }
)


def word(key: str, lang: Lang) -> str:
    """One fixed word or sentence; some have `{places}` to fill."""
    return _WORDS[key][lang]
