"""The head of a draft: id, title, issuer, date, pools, and where it was taken from."""

from __future__ import annotations

import re
from datetime import date

from outageplan.catalog.pools import pools as pool_catalog
from outageplan.drafting.publication import find_copied
from outageplan.drafting.times import Sure
from outageplan.drafting.writing import Writer, worded
from outageplan.notice.moments import BoundaryKind, Moment

_ID = re.compile(r"[^a-z0-9]+")


def write_head(writer: Writer) -> None:
    parts, tree = writer.parts, writer.tree
    tree["format"] = "outageplan/1"
    tree["id"] = parts.id or _id(writer)
    if parts.id is None:
        writer.todo(("id",), "check the id: it must equal the file's name / 核对编号，须与文件名一致")
    tree["status"] = "draft"
    if parts.amends:
        writer.todo(
            ("status",),
            "amends: this changes an earlier notice; name it, and keep just what changes / 本文变更此前的公告",
        )
    _title(writer)
    if parts.issuer:
        tree["issuer"] = worded(parts.issuer.value)
        writer.item("issuer", ("issuer",), parts.issuer.value, (parts.issuer.start, parts.issuer.end))
    else:
        writer.todo(("title",), "issuer: the text does not say who announces it / 未写明发布单位")
    _published(writer)
    _pools(writer)
    note = "drafted by outageplan from the text of the announcement"
    tree["sources"] = {"announcement": {"language": parts.language, "note": note}}


def _title(writer: Writer) -> None:
    title = writer.parts.title
    if title and title.value.strip():
        writer.tree["title"] = worded(title.value)
        writer.item("title", ("title",), title.value, (title.start, title.end))
        missing = "en" if "zh" in writer.tree["title"] else "zh"
        writer.todo(("title",), f"title: add {missing} / 补写另一种语言的标题")
    else:
        writer.tree["title"] = {"zh": "（标题待补）", "en": "(title to be written)"}
        writer.todo(("title",), "title: none was found / 未找到标题")


def _published(writer: Writer) -> None:
    parts = writer.parts
    if parts.published:
        writer.tree["published"] = parts.published.isoformat()
        _allow_late(writer, parts.published)
    if parts.dated and parts.dated.day == parts.published:
        dated = parts.dated
        sure = Sure.INFERRED if dated.because else Sure.STATED
        writer.item("published", ("published",), dated.day.isoformat(), (dated.start, dated.end), sure, dated.because)
    if not parts.published and (copied := find_copied(parts.article)):
        writer.remark(
            "date-of-a-copy",
            f"{copied.day.isoformat()} 像是转载的日期，未用作发布日期",
            f"{copied.day.isoformat()} looks like the date of a copy; it is not taken for that of publication",
            copied.start,
        )
    if not parts.published:
        writer.todo(("title",), "published: the day of publication is not stated / 未写明发布日期")
        writer.remark(
            "no-publication-date",
            "没有发布日期；没写年份的时间据此无法确定，可用 --published 指定",
            "no date of publication: years that are not written cannot be told from it; give it with --published",
        )


def _allow_late(writer: Writer, published: date) -> None:
    """Lets a date stand that is after the start of a stop: such announcements are relays, or tell of what has begun."""
    starts = [
        span.start for span in writer.parts.spans if span.start and span.start.kind is not BoundaryKind.NOT_BEFORE
    ]
    moments = [start.moment.as_end() for start in starts if start.moment]
    if moments and Moment(published).as_start() > min(moments):
        reason = "the announcement itself is dated after the stop began; check both dates"
        writer.comments.setdefault(("published",), []).append(f"outageplan: allow OP312: {reason}")
        writer.remark(
            "published-after-start",
            "发布日期晚于停机开始，请核对",
            "the date of publication is after the start of the stop",
        )


def _pools(writer: Writer) -> None:
    parts = writer.parts
    if parts.pool:
        writer.tree["pools"] = [parts.pool]
    elif parts.places:
        writer.tree["pools"] = list(dict.fromkeys(place.code for place in parts.places))
        for place in parts.places:
            sure = Sure.INFERRED if place.doubt else Sure.STATED
            writer.item("pool", ("pools", place.code), place.code, (place.start, place.end), sure, place.doubt)
    else:
        writer.todo(("title",), "pools: the text does not tell whose system stops / 未能确定统筹区")
        writer.remark(
            "no-pool",
            "未能从标题、落款和正文确定统筹区；请填写 pools，或用 --pool 指定",
            "the pool cannot be told from title, issuer or text; fill in `pools`, or give --pool",
        )


def _id(writer: Writer) -> str:
    """A name from the pool and the month: `weifang-2023-12`."""
    codes = [writer.parts.pool] if writer.parts.pool else [place.code for place in writer.parts.places[:1]]
    name = _ID.sub("-", pool_catalog()[codes[0]].name["en"].lower()).strip("-") if codes and codes[0] else "draft"
    days = [
        boundary.moment.day
        for span in writer.parts.spans
        for boundary in (span.start, span.end)
        if boundary and boundary.moment
    ]
    day = min(days, default=writer.parts.published)
    return f"{name}-{day:%Y-%m}" if day else name
