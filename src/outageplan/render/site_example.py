"""A commented site file to begin with, in Chinese or English; with a role and pools it is valid as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from outageplan.catalog.pools import pools
from outageplan.catalog.vocabulary import roles
from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

_VOLUMES = {
    "pharmacy": ("settlement.local.pharmacy", "320"),
    "hospital": ("settlement.local.outpatient", "280-350"),
    "agency": ("reimbursement.manual", "40"),
    "employer": ("enrolment.staff_change", "2"),
    "tax": ("contribution.collection.tax_hall", "120"),
    "insured": ("settlement.local.outpatient", "1"),
}
_NAMES = {
    "pharmacy": Text("示例药店", "Example Pharmacy"),
    "hospital": Text("示例医院", "Example Hospital"),
    "agency": Text("示例医保经办窗口", "Example Agency"),
    "employer": Text("示例单位", "Example Employer"),
    "tax": Text("示例办税服务厅", "Example Tax Office"),
    "insured": Text("示例家庭", "Example Household"),
}
_NOTES = {
    "top": Text(
        "机构文件：本机构是谁、在哪里、何时营业、一天多少笔。\n"
        "改成自己的内容后运行：outageplan validate 本文件\n"
        "“#”后面是说明；不需要的行可以删去。\n"
        "以下名称、时间和笔数均为虚构，请改写。",
        "A site file: who you are, where, when you are open, and how many transactions a day you have.\n"
        "Change it to your own, then run: outageplan validate THIS-FILE\n"
        "What stands behind # is a comment; delete lines that you do not need.\n"
        "The name, the hours and the numbers below are invented: replace them.",
    ),
    "role": Text(
        "角色：pharmacy 药店、hospital 医疗机构、agency 经办机构、employer 单位、tax 税务",
        "pharmacy, hospital, agency (the bureau's counters), employer or tax",
    ),
    "pools": Text(
        "定点或服务的统筹区代码，可写多个：outageplan catalog pools 潍坊",
        "codes of the pools you are designated to, one or more: outageplan catalog pools Weifang",
    ),
    "place": Text(
        "所在地（就医地）；不写即上面第一个", "where you are (pool of treatment); the first above if left out"
    ),
    "telephone": Text("对外电话", "the number that people may call"),
    "hours": Text(
        "营业时间。可写 mon 到 sun、mon-fri、daily；没写到的日子不营业\n"
        "holiday 为法定节假日放假的日子，makeup 为调休上班的周末\n"
        "一天可写几段；全天写 24 hours，不营业写 closed；跨零点的分两天写",
        "Opening hours: mon to sun, mon-fri, daily; a day that is not named is closed.\n"
        "holiday: statutory days off; makeup: weekend days on which offices work instead.\n"
        "Several stretches a day are fine; 24 hours; closed; over midnight, split it between two days.",
    ),
    "volumes": Text(
        "每个营业日的笔数，按业务：outageplan catalog services 结算\n不确定的写范围，如 280-350",
        "Transactions per open day, by service: outageplan catalog services settlement\n"
        "Where you are not sure write a range, as 280-350.",
    ),
    "rate": Text(
        "每小时总共能结算多少笔（含当日业务），用来推算补办需要多久",
        "how many you can settle in an hour, today's own included: for how long catching up takes",
    ),
}


def site_example(lang: Lang, role: str, codes: Sequence[str], name: str | None = None) -> str:
    """The text of a site file for a role and pools (ids of the catalogs)."""
    service, count = _VOLUMES[role]
    listed = ", ".join(codes)
    places = "、".join(pools()[code].name["zh"] for code in codes)
    told = places if lang == "zh" else ", ".join(pools()[code].name["en"] for code in codes)
    return "\n".join(
        [
            *_comment("top", lang),
            "format: outageplan-site/1",
            "name:",
            *_name(role, name),
            *_comment("role", lang),
            f"role: {role}  # {roles()[role].name[lang]}",
            *_comment("pools", lang),
            f"pools: [{listed}]  # {told}",
            *_comment("place", lang),
            f"place: {codes[0]}",
            *_comment("telephone", lang),
            "telephone: 12393",
            "",
            *_comment("hours", lang),
            *_hours(role),
            "",
            *_comment("volumes", lang),
            "volumes:",
            f"  {service}: {count}",
            "",
            *_comment("rate", lang),
            "rate: 60",
            "",
        ]
    )


def _comment(key: str, lang: Lang) -> list[str]:
    return [f"# {line}" for line in _NOTES[key][lang].split("\n")]


def _name(role: str, name: str | None) -> list[str]:
    """The name given, in the language that it is in; else an invented one in both."""
    if name is None:
        return [f"  zh: {_NAMES[role]['zh']}", f"  en: {_NAMES[role]['en']}"]
    chinese = any("\u4e00" <= char <= "\u9fff" for char in name)
    quoted = plain(name).replace("\\", "\\\\").replace('"', '\\"')
    return [f'  {"zh" if chinese else "en"}: "{quoted}"']


def _hours(role: str) -> list[str]:
    if role == "pharmacy":
        return ["hours:", "  mon-fri: 08:00-12:00 13:00-21:00", "  sat-sun: 09:00-18:00", "  holiday: 09:00-18:00"]
    return [
        "hours:",
        "  mon-fri: 08:30-12:00 13:30-17:30",
        "  makeup: 08:30-12:00 13:30-17:30",
        "  holiday: closed",
    ]
