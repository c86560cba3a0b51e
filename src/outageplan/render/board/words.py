"""The fixed words of the board, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Lang, Text

_WORDS = MappingProxyType(
    {
        "title": Text("医保信息系统停机公告一览", "Announced outages of medical-insurance systems"),
        "intro": Text(
            "本页按公告列出停机时段，不显示此刻是否停机。时间均为北京时间。",
            "This page lists windows as they were announced; it does not tell what is down right now. "
            "All times are China time (UTC+8).",
        ),
        "count": Text("收录公告 {count} 份，最近一次发布：{when}。", "{count} notices; last publication: {when}."),
        "count_one": Text("收录公告 1 份，最近一次发布：{when}。", "1 notice; last publication: {when}."),
        "no_notices": Text("没有收录任何公告。", "There is no notice on this board."),
        "known_at": Text("只含 {at} 时已发布的内容。", "Only what was published by {at}."),
        "skip": Text("跳到正文", "Skip to the content"),
        "site_nav": Text("本站导航", "Site"),
        "page_nav": Text("本页内容", "On this page"),
        "home": Text("全部公告", "All notices"),
        "timeline": Text("时间线", "Timeline"),
        "by_pool": Text("按统筹区", "By pool of insurance"),
        "by_month": Text("按月份", "By month"),
        "subscribe": Text("订阅与下载", "Subscribe and download"),
        "undated": Text("日期未定", "Without a date"),
        "cancelled": Text("已取消或未发生", "Cancelled, or not needed"),
        "no_place": Text("地区未写明", "Place not stated"),
        "feed": Text("更新订阅（Atom）", "Updates (Atom feed)"),
        "calendar_all": Text("日历：全部停机和期限", "Calendar: all outages and deadlines"),
        "calendar_for": Text("日历：{who}", "Calendar: {who}"),
        "calendar": Text("停机和期限日历（.ics）", "Calendar of outages and deadlines (.ics)"),
        "json": Text("机器可读的办理方案（JSON）", "The plan as data (JSON)"),
        "facts": Text("公告信息", "The notice"),
        "issuer": Text("发布单位", "issued by"),
        "status": Text("状态", "status"),
        "published": Text("发布时间", "published"),
        "not_stated": Text("未写明", "not stated"),
        "pools": Text("停机的统筹区", "whose system stops"),
        "amended": Text("变更", "amended"),
        "amended_by": Text("{when}（{id}）", "{when} ({id})"),
        "id": Text("编号", "id"),
        "windows": Text("停机时段", "Windows"),
        "services": Text("受影响的业务", "Services"),
        "guidance": Text("办理指引", "What to do"),
        "deadlines": Text("截止时间", "Deadlines"),
        "contacts": Text("咨询电话", "Contacts"),
        "notes": Text("说明", "Notes"),
        "amendments": Text("变更经过", "Amendments"),
        "sources": Text("来源", "Sources"),
        "only_in": Text("仅限时段：{names}", "only in: {names}"),
        "only_pools": Text("仅限：{names}", "only for: {names}"),
        "by": Text("截止：{when}", "by: {when}"),
        "not_before": Text("不早于：{when}", "not before: {when}"),
        "no_phone": Text("来源未印电话号码", "no number printed in the source"),
        "source_text": Text("来源语言：{language}", "in {language}"),
        "found_elsewhere": Text("另行查得", "found elsewhere"),
        "zh": Text("中文", "Chinese"),
        "en": Text("英文", "English"),
        "from_notice": Text(
            "本页由公告整理而成，措辞为整理者所写；办理时以发布单位的公告原文为准。",
            "Put together from the notices, in words of its own; what the issuer's announcement says holds.",
        ),
        "cancelled_notice": Text("本公告已取消，以下内容不再有效。", "This notice is cancelled: nothing below holds."),
        "tentative_notice": Text(
            "本公告尚未确定，以下时间均未确认。", "This notice is not final: nothing below is confirmed."
        ),
        "over_told": Text("已有公告称恢复服务。", "Service has been announced to be back."),
        "segment": Text("{kind}：{start} 至 {end}", "{kind}: {start} to {end}"),
        "segment_open": Text("{kind}：{start} 起", "{kind}: from {start}"),
        "span": Text("{start} 至 {end}", "{start} to {end}"),
        "repetition": Text("{name}：{how}", "{name}: {how}"),
        "goes_on": Text("其后照此规则。", "And so on by this rule."),
        "first_of_many": Text(
            "首次停机为 {when}；每次停机另计，见日历",
            "for the first stop {when}; each stop has its own, see the calendar",
        ),
        "axis": Text("日期刻度", "dates"),
        "feed_title": Text("医保停机公告更新", "Announced medical-insurance outages"),
        "entry_amendment": Text("变更：{title}", "Amended: {title}"),
    }
)


def word(key: str, lang: Lang, **places: object) -> str:
    """One fixed word or sentence, its places filled."""
    return _WORDS[key][lang].format(**places)
