"""Arguments and options that several commands share. They are taken as text and read by us, so that errors are ours."""

from __future__ import annotations

from typing import Annotated

import typer

from outageplan.cli.language import help_text

NoticeIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NOTICE",
        help=help_text("公告编号；不写则为全部公告", "ids of notices; without any, all that are on file"),
        show_default=False,
    ),
]
CurrentIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NOTICE",
        help=help_text("公告编号；不写则为所有尚未结束的公告", "ids of notices; without any, those that are not over"),
        show_default=False,
    ),
]
NoticesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--notices",
        metavar="PATH",
        help=help_text(
            "公告文件或文件夹，可重复；默认依次取 OUTAGEPLAN_NOTICES、./notices、随软件附带的公告",
            "notice file or folder, repeatable; else OUTAGEPLAN_NOTICES, ./notices, or the notices in the package",
        ),
    ),
]
AtOption = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="MOMENT",
        help=help_text(
            "查询时点，如 2021-11-20 10:00，默认现在", "the moment asked about, as 2021-11-20 10:00; default: now"
        ),
    ),
]
KnownAtOption = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        metavar="MOMENT",
        help=help_text("只用该时点前已发布的公告", "use only what was published by then"),
    ),
]
InsuredAtOption = Annotated[
    str | None,
    typer.Option(
        "--insured-at",
        metavar="POOL",
        envvar="OUTAGEPLAN_INSURED_AT",
        help=help_text("参保地：代码或名称，如 419900、潍坊", "pool of insurance: code or name, as 419900 or Weifang"),
    ),
]
TreatedAtOption = Annotated[
    str | None,
    typer.Option(
        "--treated-at",
        metavar="POOL",
        envvar="OUTAGEPLAN_TREATED_AT",
        help=help_text("就医地：代码或名称", "pool of treatment: code or name"),
    ),
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        envvar="OUTAGEPLAN_ROLE",
        help=help_text(
            "角色：insured pharmacy hospital employer agency tax，或中文名",
            "insured, pharmacy, hospital, employer, agency or tax, or a name",
        ),
    ),
]
SchemeOption = Annotated[
    str | None,
    typer.Option(
        "--scheme",
        metavar="employee|resident",
        envvar="OUTAGEPLAN_SCHEME",
        help=help_text("险种：employee 职工，resident 城乡居民", "employee or resident"),
    ),
]
SiteOption = Annotated[
    str | None,
    typer.Option(
        "--site",
        metavar="FILE",
        envvar="OUTAGEPLAN_SITE",
        help=help_text(
            "机构文件：角色和地区取自其中，每个定点统筹区分别作答",
            "site file: role and places come from it, and each of its pools has its own answer",
        ),
    ),
]
PatientOption = Annotated[
    list[str] | None,
    typer.Option(
        "--patient",
        metavar="FACT",
        help=help_text(
            "患者情况，可重复或用逗号分隔：inpatient chronic special_drug two_diseases maternity long_term_care "
            "referred，或 none",
            "what holds for the patient, repeatable or with commas: inpatient, chronic, special_drug, two_diseases, "
            "maternity, long_term_care, referred, or none",
        ),
    ),
]
AdmittedOption = Annotated[
    str | None,
    typer.Option("--admitted", metavar="MOMENT", help=help_text("入院时间", "when the patient was admitted")),
]
DischargedOption = Annotated[
    str | None,
    typer.Option("--discharged", metavar="MOMENT", help=help_text("出院时间", "when the patient was discharged")),
]
VisitOption = Annotated[
    str | None, typer.Option("--visit", metavar="MOMENT", help=help_text("就诊时间", "when the visit was"))
]
ReceiptOption = Annotated[
    str | None,
    typer.Option("--receipt", metavar="MOMENT", help=help_text("票据开具时间", "when the receipt was issued")),
]
OccurrencesOption = Annotated[
    str | None,
    typer.Option(
        "--occurrences",
        metavar="N",
        help=help_text("列出重复停机的接下来 N 次", "list the next N occurrences of windows that repeat"),
    ),
]
ServiceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--service",
        metavar="SERVICE",
        help=help_text("业务：编号或名称，可重复或用逗号分隔", "service: id or name, repeatable or with commas"),
    ),
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="zh|en", help=help_text("语言，默认随系统", "language; default: from the locale")),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", metavar="FILE", help=help_text("写入文件（整份写成或不写）", "write to a file, whole or not at all")
    ),
]
