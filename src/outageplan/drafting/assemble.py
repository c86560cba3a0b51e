"""The draft as data: every part of the notice, what it was taken from, and what a person still has to do."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from outageplan.catalog.pools import pools as pool_catalog
from outageplan.catalog.services import services
from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.binding import Entry
from outageplan.drafting.contacts import Contact
from outageplan.drafting.drafted import Item, ItemKind, Path, Remark, Tree, Value
from outageplan.drafting.guidance import Told
from outageplan.drafting.heading import Dated, Taken
from outageplan.drafting.phrasing import guidance_text
from outageplan.drafting.place import Place
from outageplan.drafting.times import Found, Sure
from outageplan.drafting.windows import Span, is_recurring
from outageplan.notice.model import Effect
from outageplan.notice.moments import Boundary, BoundaryKind, Deadline
from outageplan.wording import Text

_ID = re.compile(r"[^a-z0-9]+")
_OPEN = "to be announced"


@dataclass(kw_only=True)
class Parts:
    """All that was read of an announcement."""

    article: Article
    file: str
    language: str
    id: str | None
    title: Taken | None
    issuer: Taken | None
    dated: Dated | None
    published: date | None
    pool: str | None
    places: list[Place]
    spans: list[Span]
    entries: list[Entry]
    told: list[Told]
    contacts: list[Contact]
    amends: bool
    stops: bool
    overfull: bool


@dataclass(kw_only=True)
class Assembler:
    """Writes the parts into one tree, with items, comments and remarks on the way."""

    parts: Parts
    tree: Tree = field(default_factory=dict)
    comments: dict[Path, list[str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    names: list[str] = field(default_factory=list)

    def assemble(self) -> None:
        """Fills the tree, section by section."""
        self._head()
        if self.parts.overfull:
            self._remark(
                "too-many-times",
                "文中时间过多，只读取了开头部分",
                "the text has too many times; only the first were read",
            )
        self._windows()
        self._effects()
        self._guidance()
        self._contacts()
        self._notes()

    # -- small things that every section needs

    def _todo(self, path: Path, comment: str) -> None:
        self.comments.setdefault(path, []).append(f"TODO {comment}")

    def _remark(self, code: str, zh: str, en: str, offset: int | None = None) -> None:
        line, column = self.parts.article.where(offset) if offset is not None else (None, None)
        self.remarks.append(Remark(code=code, message=Text(zh, en), line=line, column=column))

    def _item(
        self,
        kind: ItemKind,
        path: Path,
        value: str,
        place: tuple[int, int],
        sure: Sure = Sure.STATED,
        because: Text | None = None,
    ) -> None:
        start, end = place
        line, column = self.parts.article.where(start)
        words = self.parts.article.words(start, end)
        self.items.append(
            Item(kind=kind, path=path, value=value, words=words, line=line, column=column, sure=sure, because=because)
        )
        self.used.add(start)

    def _words(self, text: str) -> Value:
        """A text of the announcement as a wording, in the announcement's language."""
        return {"zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en": text}

    def _clause(self, offset: int) -> str:
        """The number of the paragraph; where the document has none, which paragraph it is."""
        article = self.parts.article
        number = max((place for place, block in enumerate(article.blocks) if block.start <= offset), default=0)
        clause = article.blocks[number].clause
        return clause or (f"第{number + 1}段" if self.parts.language == "zh" else f"paragraph {number + 1}")

    # -- sections

    def _head(self) -> None:
        parts, tree = self.parts, self.tree
        tree["format"] = "outageplan/1"
        tree["id"] = parts.id or self._id()
        if parts.id is None:
            self._todo(("id",), "check the id: it must equal the file's name / 核对编号，须与文件名一致")
        tree["status"] = "draft"
        if parts.amends:
            self._todo(
                ("status",),
                "amends: the text changes an earlier notice. Write `amends: ID` and keep just what changes / 本文变更此前的公告",
            )
        self._title()
        if parts.issuer:
            tree["issuer"] = self._words(parts.issuer.value)
            self._item("issuer", ("issuer",), parts.issuer.value, (parts.issuer.start, parts.issuer.end))
        else:
            self._todo(("title",), "issuer: the text does not say who announces it / 未写明发布单位")
        self._published()
        self._pools()
        note = "drafted by outageplan from the text of the announcement"
        tree["sources"] = {"announcement": {"language": parts.language, "note": note}}

    def _title(self) -> None:
        title = self.parts.title
        if title and title.value.strip():
            self.tree["title"] = self._words(title.value)
            self._item("title", ("title",), title.value, (title.start, title.end))
            missing = "en" if "zh" in self.tree["title"] else "zh"
            self._todo(("title",), f"title: add {missing} / 补写另一种语言的标题")
        else:
            self.tree["title"] = {"zh": "（标题待补）", "en": "(title to be written)"}
            self._todo(("title",), "title: none was found / 未找到标题")

    def _published(self) -> None:
        parts = self.parts
        if parts.published:
            self.tree["published"] = parts.published.isoformat()
        if parts.dated and parts.dated.day == parts.published:
            self._item("published", ("published",), parts.dated.day.isoformat(), (parts.dated.start, parts.dated.end))
        if not parts.published:
            self._todo(("title",), "published: the day of publication is not stated / 未写明发布日期")
            self._remark(
                "no-publication-date",
                "没有发布日期；没写年份的时间据此无法确定，可用 --published 指定",
                "no date of publication: years that are not written cannot be told from it; give it with --published",
            )

    def _pools(self) -> None:
        parts = self.parts
        if parts.pool:
            self.tree["pools"] = [parts.pool]
        elif parts.places:
            self.tree["pools"] = list(dict.fromkeys(place.code for place in parts.places))
            for place in parts.places:
                sure = Sure.INFERRED if place.doubt else Sure.STATED
                self._item("pool", ("pools", place.code), place.code, (place.start, place.end), sure, place.doubt)
        else:
            self._todo(("title",), "pools: the text does not tell whose system stops / 未能确定统筹区")
            self._remark(
                "no-pool",
                "未能从标题、落款和正文确定统筹区；请填写 pools，或用 --pool 指定",
                "the pool cannot be told from title, issuer or text; fill in `pools`, or give --pool",
            )

    def _id(self) -> str:
        """A name from the pool and the month: `weifang-2023-12`."""
        codes = [self.parts.pool] if self.parts.pool else [place.code for place in self.parts.places[:1]]
        name = _ID.sub("-", pool_catalog()[codes[0]].name["en"].lower()).strip("-") if codes and codes[0] else "draft"
        days = [
            boundary.moment.day
            for span in self.parts.spans
            for boundary in (span.start, span.end)
            if boundary and boundary.moment
        ]
        day = min(days, default=self.parts.published)
        return f"{name}-{day:%Y-%m}" if day else name

    def _windows(self) -> None:
        spans = self.parts.spans
        windows: dict[str, Value] = {}
        self.tree["windows"] = windows
        for number, span in enumerate(spans):
            id = self._window_id(number)
            self.names.append(id)
            window: dict[str, Value] = {}
            windows[id] = window
            window["start"] = self._boundary(("windows", id, "start"), span.start, span.opened and span.opened.found)
            weak = span.closed is not None and span.closed.weak
            window["end"] = self._boundary(
                ("windows", id, "end"), span.end, span.closed and span.closed.found, weak=weak
            )
            source = span.opened or span.closed
            if source:
                window["clause"] = self._clause(source.found.start)
            for event in span.also:
                self.used.add(event.found.start)
            self._contradictions(span, id)
        if not spans:
            self._no_window(windows)

    def _no_window(self, windows: dict[str, Value]) -> None:
        windows["stop"] = {"start": _OPEN, "end": _OPEN}
        self.names.append("stop")
        self._todo(("windows", "stop"), "the text gives no time of a stop / 文中没有停机时间")
        if self.parts.stops:
            self._remark("no-window", "文中没有可确定的停机时段", "the text gives no window that can be told")
        else:
            self._remark(
                "not-a-stop", "这段文字不像停机公告", "this text does not read like the announcement of a stop"
            )

    def _window_id(self, number: int) -> str:
        """A name by what stops: `stop` where there is one window, else its first service's branch."""
        if len(self.parts.spans) == 1:
            return "stop"
        own = [entry for entry in self.parts.entries if number in entry.spans and entry.effect is not Effect.UNAFFECTED]
        first = next((id for entry in own for id in entry.ids), "stop")
        name = {"all": "everything"}.get(first, _ID.sub("-", first.split(".")[0]))
        return self._free(name, self.names)

    def _free(self, name: str, taken: Container[str]) -> str:
        """The name, with a number where it is taken already."""
        if name not in taken:
            return name
        return next(f"{name}-{number}" for number in count(2) if f"{name}-{number}" not in taken)

    def _boundary(self, path: Path, boundary: Boundary | None, found: Found | None, *, weak: bool = False) -> str:
        side = Text("开始", "start") if path[-1] == "start" else Text("结束", "end")
        if boundary is None or found is None:
            self._todo(path, f"the text does not give the {side['en']} / 文中未写明{side['zh']}时间")
            self._remark(
                "no-boundary", f"{path[1]}：未写明{side['zh']}时间", f"{path[1]}: the {side['en']} is not stated"
            )
            return _OPEN
        sure, because = found.sure, found.because
        if weak and sure is Sure.STATED:
            sure = Sure.INFERRED
            because = Text("只从上下文看出是恢复时间", "only the words around it make it the return")
        if boundary.kind is BoundaryKind.UNRESOLVED:
            sure = Sure.UNRESOLVED
            self._todo(path, "these words fix no date / 这些文字不能确定日期")
            self._remark("unresolved", f"“{found.words}”不能确定日期", f"`{found.words}` fixes no date", found.start)
        elif sure is not Sure.STATED and because:
            self._todo(path, f"{because['en']} / {because['zh']}")
        for problem in found.problems:
            self._todo(path, f"{problem['en']} / {problem['zh']}")
            self._remark("contradiction", problem["zh"], problem["en"], found.start)
        value = str(boundary)
        self._item("boundary", path, value, (found.start, found.end), sure, because)
        return value

    def _contradictions(self, span: Span, id: str) -> None:
        start = span.start.as_start() if span.start else None
        end = span.end.as_end() if span.end else None
        if start and end and end <= start and span.closed:
            self._todo(
                ("windows", id), "the end is not after the start: check the year and the day / 结束不晚于开始，请核对"
            )
            self._remark(
                "end-before-start",
                f"{id}：结束不晚于开始",
                f"{id}: the end is not after the start",
                span.closed.found.start,
            )
        if is_recurring(span) and span.opened:
            repeat = span.opened.found.repeat
            self._todo(
                ("windows", id),
                f"a closing that comes again ({repeat}): the format has no word for it yet / 周期性停机",
            )
            self._remark(
                "recurring",
                f"{id}：周期性停机（{repeat}），请按每次停机分别填写",
                f"{id}: comes again ({repeat}); write each stop as a window",
                span.opened.found.start,
            )

    def _effects(self) -> None:
        effects: dict[str, Value] = {}
        for entry in self.parts.entries:
            name = self._effect_name(entry, effects)
            part: dict[str, Value] = {}
            if entry.spans and len(entry.spans) < len(self.parts.spans):
                part["in"] = [self.names[number] for number in entry.spans]
            part["services"] = list(entry.ids)
            part["effect"] = entry.effect.value
            resume = self._resume(entry)
            if resume != "full" and entry.effect is not Effect.UNAFFECTED:
                part["resume"] = resume
            if entry.pools:
                part["pools"] = list(entry.pools)
            if entry.schemes:
                part["schemes"] = list(entry.schemes)
            part["clause"] = self._clause(entry.claims[0].start)
            effects[name] = part
            self._effect_items(entry, ("effects", name, "services"))
            if entry.assumed:
                self._todo(
                    ("effects", name),
                    "no service is named: the whole system is meant? / 未逐项列明业务，按系统整体停机起草",
                )
        if effects:
            self.tree["effects"] = effects
        elif self.parts.spans:
            self._remark("no-service", "没有读出受影响的业务", "no service that stops could be told")

    def _effect_name(self, entry: Entry, taken: Iterable[str]) -> str:
        verb = {
            Effect.SUSPENDED: "stopped",
            Effect.UNAFFECTED: "unaffected",
            Effect.PAPER_ONLY: "papers-only",
            Effect.TERMINATED: "ended",
            Effect.DEGRADED: "degraded",
        }[entry.effect]
        return self._free(
            f"{self.names[entry.spans[0]]}-{verb}" if len(entry.spans) == 1 and len(self.names) > 1 else verb, taken
        )

    def _resume(self, entry: Entry) -> str:
        spans = [self.parts.spans[number] for number in (entry.spans or range(len(self.parts.spans)))]
        found = {span.closed.gradual if span.closed else "full" for span in spans}
        return next(iter(found)) if len(found) == 1 else "full"

    def _effect_items(self, entry: Entry, path: Path) -> None:
        kind: ItemKind = "unaffected" if entry.effect is Effect.UNAFFECTED else "service"
        told: set[str] = set()
        for claim in entry.claims:
            for id in claim.ids:
                if id in entry.ids and id not in told:
                    told.add(id)
                    unsure = entry.assumed or claim.listed
                    because = Text("按上下文判断", "told by what stands around it") if unsure else None
                    sure = Sure.INFERRED if unsure else Sure.STATED
                    self._item(kind, (*path, id), f"{id} {entry.effect.value}", (claim.start, claim.end), sure, because)

    def _guidance(self) -> None:
        guidance: dict[str, Value] = {}
        for told in self.parts.told:
            name = self._free(told.action.replace("_", "-"), guidance)
            windows = self._windows_of(told)
            deadline = told.due.as_deadline(windows[0]) if told.due else None
            not_before = told.not_before.as_deadline(windows[0]) if told.not_before else None
            part: dict[str, Value] = {"for": list(told.roles)}
            if len(windows) < len(self.names):
                part["in"] = windows
            part |= {"phase": told.phase, "services": list(told.services), "action": told.action}
            if deadline:
                part["deadline"] = str(deadline)
            if not_before:
                part["not_before"] = str(not_before)
            text = guidance_text(told.action, told.services, deadline, not_before)
            part["say"] = {"zh": text["zh"], "en": text["en"]}
            part["clause"] = self._clause(told.start)
            guidance[name] = part
            self._guidance_items(told, name, deadline)
        if guidance:
            self.tree["guidance"] = guidance

    def _guidance_items(self, told: Told, name: str, deadline: Deadline | None) -> None:
        path = ("guidance", name)
        because = Text("按业务判断要办的事", "what to do is told from the services") if told.assumed else None
        self._item("guidance", path, told.action, (told.start, told.end), Sure.INFERRED, because)
        if deadline and told.due_event:
            found = told.due_event.found
            self._item(
                "deadline", (*path, "deadline"), str(deadline), (found.start, found.end), found.sure, found.because
            )
            for problem in found.problems:
                self._todo((*path, "deadline"), f"{problem['en']} / {problem['zh']}")
                self._remark("contradiction", problem["zh"], problem["en"], found.start)

    def _windows_of(self, told: Told) -> list[str]:
        """The windows that stop what the guidance is about, else all of them."""
        if len(self.names) == 1:
            return list(self.names)
        leaves = {leaf.id for id in told.services for leaf in services().leaves_of(id)}
        found: dict[int, None] = {}
        for entry in self.parts.entries:
            if entry.effect is not Effect.UNAFFECTED and any(
                services().covers(id, leaf) for id in entry.ids for leaf in leaves
            ):
                found.update(dict.fromkeys(entry.spans or range(len(self.names))))
        return [self.names[number] for number in found] or list(self.names)

    def _contacts(self) -> None:
        contacts: dict[str, Value] = {}
        for number, contact in enumerate(self.parts.contacts, start=1):
            id = f"contact-{number}"
            name = self._words(contact.name) if contact.name else {"zh": "咨询电话", "en": "enquiries"}
            part: dict[str, Value] = {"name": name, "phones": list(contact.phones)}
            if contact.services:
                part["services"] = list(contact.services)
            if contact.clause:
                part["clause"] = contact.clause
            contacts[id] = part
            self._item("contact", ("contacts", id), ", ".join(contact.phones), (contact.start, contact.end))
        if contacts:
            self.tree["contacts"] = contacts

    def _notes(self) -> None:
        article = self.parts.article
        notes: dict[str, Value] = {}
        if self.parts.stops and (found := say.CAVEAT.search(article.text)):
            notes["earlier-or-later"] = {
                "say": {
                    "zh": "公告称时间可能提前或延后，以后续发布为准。",
                    "en": "The announcement says that times may move; what is published later holds.",
                },
                "clause": self._clause(found.start()),
            }
            self.used.add(found.start())
        if event := say.EVENT_RETURN.search(article.text) if self.parts.stops else None:
            notes["return-after-an-event"] = {
                "say": {
                    "zh": "公告称恢复要在某项工作完成之后，见原文。",
                    "en": "The announcement ties the return to something that must be done first; see its words.",
                },
                "clause": self._clause(event.start()),
            }
        if notes:
            self.tree["notes"] = notes
