"""What `impact` takes for granted, by id: every number that no notice, site or publication gives is named here."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Text

ROWS_A_PAGE = 20
_TEXTS = MappingProxyType(
    {
        "all-made-up": Text(
            "停机期间办不了的，恢复后都会补办；无人放弃，也无人改到别处",
            "whatever cannot be done during the stop is made up afterwards: nobody gives up or goes elsewhere",
        ),
        "same-each-day": Text("每个营业日的笔数相同", "every open day has the same number of transactions"),
        "even": Text(
            "一天的笔数在营业时间内平均分布；换用 --profile 可给出逐时分布",
            "a day's transactions are spread evenly over its opening hours; --profile gives them by the hour",
        ),
        "even-24": Text(
            "日均数按 24 小时平均分布；夜间业务少，夜间停机会被高估，可用 --profile 给出逐时分布",
            "the published day is spread evenly over 24 hours, which overstates a stop at night; "
            "--profile gives it by the hour",
        ),
        "profile": Text("一天的笔数按 --profile 所给的逐时分布", "a day's transactions are spread as --profile says"),
        "profile-idle": Text(
            "--profile 对有些营业时间没有给出任何权重，该日按平均分布",
            "--profile gives the opening hours of a day no weight at all: that day is spread evenly",
        ),
        "hours-missing": Text(
            "机构文件没有营业时间，按每天 24 小时营业计",
            "the site file gives no opening hours: taken as open around the clock",
        ),
        "days-off": Text(
            "机构文件没有写 holiday 或 makeup，法定节假日和调休日按平常的周几计",
            "the site file gives no hours for `holiday` or `makeup`: such days are taken as their weekday",
        ),
        "no-schedule": Text(
            "所涉年份的放假调休安排尚未公布或未收录，笔数按平常的周几计",
            "the schedule of days off of a year concerned is not published or not on file: counted by weekdays",
        ),
        "some-services": Text(
            "只停所写业务中的一部分，这部分占多少没有给出，按从无到全部计",
            "only some of the services that a volume stands for stop, and their share is not given: from none to all",
        ),
        "some-pools": Text(
            "只停本机构所属统筹区中的一部分，其占比没有给出，按从无到全部计",
            "it stops only some of the site's pools, and their share is not given: from none to all",
        ),
        "some-schemes": Text(
            "公告只就部分险种写明，其占比没有给出，按从无到全部计",
            "the notice says it of some schemes only, and their share is not given: from none to all",
        ),
        "degraded": Text(
            "“受限”期间能办多少没有写明，按从无到全部计",
            "how much still works while a service is degraded is not stated: from none to all",
        ),
        "no-place": Text(
            "公告没有写明地区，是否涉及本机构不能确定，按从无到全部计",
            "the notice names no place, so it may not concern the site at all: from none to all",
        ),
        "terminated": Text("终止的业务不再恢复，不计入", "what is terminated does not come back and is not counted"),
        "share-unknown": Text(
            "公布的是全国各类业务的总量，本次所停业务占多少没有公布，按从无到全部计；可用 --share 给出占比",
            "the published figure counts transactions of every kind; the share of what stops here is not published: "
            "from none to all, and --share narrows it",
        ),
        "share-given": Text("所停业务的占比由 --share 给出", "the share of what stops is that of --share"),
        "figure-is-settlement": Text(
            "公布的日均数视为结算业务的总量",
            "the published figure is taken to count settlements",
        ),
        "over": Text(
            "公布的数字为“超过”，实际更高；由其推算的上限也会更高",
            "the figure was published as “over”: the real one, and every bound that rests on it, is higher",
        ),
        "figure-day": Text(
            "公布的数字是某一时点的，用于停机当日未作调整",
            "the figure is of its own date and is used for the day of the stop as it is",
        ),
        "kept": Text(
            "只是预计或暂定的时间按能兑现计；一变则全变",
            "times that are only expected or tentative are taken as kept; if they move, so does everything here",
        ),
        "gradual": Text(
            "公告称逐步或分批恢复，这里按一次恢复计，实际会更晚",
            "the return is gradual or in batches and is taken as complete at once: the truth is later",
        ),
        "page-rows": Text(
            f"应急台账每页按 {ROWS_A_PAGE} 行计；可用 --page-rows 改",
            f"a page of the ledger has {ROWS_A_PAGE} rows; --page-rows changes that",
        ),
        "rate-in-all": Text(
            "所给速度为每小时总共能办的笔数，当日业务先占用，余下的用于补办",
            "the rate is all that can be done in an hour: the day's own come first, and what is left makes up",
        ),
        "one-backlog": Text(
            "各时段的积压分别推算，从恢复之时起补办；其他已知时段内不补办",
            "each window's backlog is worked off by itself, from its return on, and not while another window stops it",
        ),
        "office": Text(
            "补办按工作日 09:00-17:00 计（国务院放假调休安排）",
            "it is made up from 09:00 to 17:00 on working days (by the State Council's schedule)",
        ),
    }
)


def assumption_text(id: str) -> Text:
    """What is assumed. Raises `KeyError` for an id that there is not."""
    return _TEXTS[id]


def assumption_ids() -> tuple[str, ...]:
    """All ids, in the order in which they are told."""
    return tuple(_TEXTS)
