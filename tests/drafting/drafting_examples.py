"""An invented announcement for the tests of drafting, which no bureau published, and short ways to ask for a draft."""

from __future__ import annotations

from typing import Any

from outageplan.drafting import Draft, draft_notice
from outageplan.drafting.article import Article, Markup, read_article
from outageplan.notice.model import Notice
from outageplan.notice.reading import read_notice

STAGED = """\
潍坊市医疗保障局关于医保系统停机的公告

各参保单位、各定点医药机构：
因系统升级，现将停机安排公告如下：
一、停机时间
（一）2023年12月1日18时起，暂停办理参保登记、零星报销。
（二）2023年12月2日20:00起，暂停门诊、住院结算。预计12月5日8时30分起逐步恢复。
二、异地就医备案不受影响。
三、请于12月1日17时前办理出院结算；停机期间先行垫付，恢复后7个工作日内补办备案。
咨询电话：0000-8000001
潍坊市医疗保障局
2023年11月24日
"""


def article(text: str, markup: Markup = "text") -> Article:
    """A text as drafting reads it."""
    return read_article(text, markup)


def drafted(text: str, file: str = "announcement.txt", **options: Any) -> Draft:
    """The draft of a text."""
    return draft_notice(text.encode(), file=file, **options)


def notice(text: str, file: str = "announcement.txt", **options: Any) -> Notice:
    """The draft of a text, read as a notice file is."""
    reading = read_notice(drafted(text, file, **options).yaml.encode(), "draft.yaml")
    assert reading.notice is not None, [finding.message["en"] for finding in reading.findings]
    return reading.notice


def windows(text: str, **options: Any) -> list[tuple[str, str]]:
    """Start and end of each window of a draft, as the format writes them."""
    return [(str(window.start), str(window.end)) for window in notice(text, **options).windows.values()]


def effects(text: str, **options: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Each effect of a draft with its services."""
    return [(part.effect.value, part.services) for part in notice(text, **options).effects.values()]
