"""Invented notices to measure with: about 13 KB each, shaped like real ones, the same for the same seed.

    python benchmarks/generate.py FOLDER --count 300

A notice depends on the seed and its own number alone, so that the first 300 of 10,000 are the 300. Notices of one
pool do not overlap in time while there are fewer than 10,000 of them.
"""

from __future__ import annotations

import argparse
import itertools
import random
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import outageplan
from outageplan.catalog.pools import Pool, pools
from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import actions, roles

SIZE = 13_000  # bytes; notes are added until a notice is that long
EFFECTS, GUIDANCE, CONTACTS, NOTES = 10, 25, 4, 2
FIRST_DAY, DAYS_APART = date(2019, 1, 1), 90
WIDTH = 110
Row = tuple[str, dict[str, str]]  # an entry of a notice: its id, and its keys with their values as YAML writes them

_WINDOWS = {
    "web-halls": {"zh": "网上服务大厅停机", "en": "Web halls closed"},
    "cut-over": {"zh": "全部业务停机", "en": "Everything stopped"},
    "off-site": {"zh": "异地就医停机", "en": "Off-site care stopped"},
    "second-stage": {"zh": "第二阶段停机", "en": "Second stage of the stop"},
}
_IN = ("web-halls", "cut-over", "cut-over", "off-site")
_EFFECTS = ("suspended", "suspended", "suspended", "degraded", "paper_only", "unaffected")
_ACTIONS = {
    "before": ("stock_up", "settle_before", "pay_before", "complete_before", "convert_to_self_pay"),
    "during": ("prepay_full", "keep_receipts", "admit_self_pay", "on_account", "emergency_ledger"),
    "after": ("manual_claim", "file_later", "backfill_admission", "backfill_settlement", "resettle_at_provider"),
}
_SAY = {
    "before": ("{day}前：{service_zh}，{what_zh}。", "Until {day} {what_en} ({service_en})."),
    "during": ("停机期间：{service_zh}，{what_zh}。", "While the system is down {what_en} ({service_en})."),
    "after": ("系统恢复后：{service_zh}，{what_zh}。", "Once the system is back {what_en} ({service_en})."),
}
_CONDITIONS = (
    "{insured: here}",
    "{insured: here, patient: [chronic]}",
    "{insured: here, treated: elsewhere, patient: [inpatient], admitted: during}",
    "{insured: elsewhere, treated: here, discharged: during}",
)
_DUE_AFTER = (
    "7 working days after cut-over.end",
    "10 days after off-site.end",
    "3 months after discharge",
    "end of month of cut-over.end",
    "1 month after visit",
)


@dataclass(frozen=True, slots=True)
class _Stop:
    """What one effect says: which services, in which window, and what becomes of them."""

    services: Sequence[Service]
    window: str
    effect: str

    @property
    def ids(self) -> str:
        return f"[{', '.join(service.id for service in self.services)}]"

    @property
    def slug(self) -> str:
        return self.services[0].id.rpartition(".")[2].replace("_", "-")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the lines of one notice have in common; `first` is the day on which its first window opens."""

    draw: random.Random
    pool: Pool
    first: date
    stops: Sequence[_Stop]

    def day(self, after: int) -> date:
        return self.first + timedelta(days=after)


def notice_id(index: int) -> str:
    """The id, and so the stem, of the notice with that number, from 0."""
    return f"invented-{index + 1:05}"


def notice_text(index: int, seed: int = 1) -> str:
    """One invented notice as the text of its file."""
    setting = _setting(index, random.Random(f"{seed}/{index}"))
    text = (
        _head(notice_id(index), setting)
        + _family("windows", _windows(setting))
        + "\neffects:\n"
        + "".join(f"  {id}: {_flow(fields)}\n" for id, fields in _effects(setting))
        + _family("guidance", [_guidance(number, setting) for number in range(GUIDANCE)])
        + _family("contacts", [_contact(number, setting) for number in range(CONTACTS)])
        + "\nnotes:\n"
    )
    size, number = len(text.encode()), 0
    while size < SIZE or number < NOTES:
        note = _entry(_note(number, setting))
        text, size, number = text + note, size + len(note.encode()), number + 1
    return text


def write_notices(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Writes `count` notices into a folder, which is made where it is not there, and gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{notice_id(index)}.yaml" for index in range(count)]
    for index, path in enumerate(paths):
        path.write_text(notice_text(index, seed), encoding="utf-8", newline="\n")
    return paths


def require_readable(paths: Sequence[Path]) -> None:
    """Raises `RuntimeError` when outageplan refuses one of the notices: what follows would measure something else."""
    library = outageplan.load(*paths)
    if library.findings:
        first = library.findings[0]
        raise RuntimeError(f"{first.file}:{first.span.line}: {first.message} ({len(library.findings)} findings)")
    if len(library.notices) != len(paths):
        raise RuntimeError(f"{len(paths)} notices written, {len(library.notices)} read")


def _setting(index: int, draw: random.Random) -> _Setting:
    places = [pool for pool in pools().values() if pool.kind == "prefecture"]
    turn, place = divmod(index, len(places))
    start = FIRST_DAY + timedelta(days=turn * DAYS_APART + draw.randrange(30))
    thursday = start + timedelta(days=(3 - start.weekday()) % 7)
    leaves = iter(draw.sample(services().leaves, 2 * EFFECTS))
    stops = [
        _Stop(tuple(itertools.islice(leaves, draw.choice((1, 1, 2)))), draw.choice(_IN), draw.choice(_EFFECTS))
        for _ in range(EFFECTS - 1)
    ]
    everything = _Stop((services()["all"],), "cut-over", "suspended")
    return _Setting(draw=draw, pool=places[place], first=thursday, stops=[everything, *stops])


def _head(id: str, setting: _Setting) -> str:
    place = setting.pool.name
    issuer = {"zh": f"虚构的{place['zh']}医疗保障服务中心", "en": f"Invented medical security center of {place['en']}"}
    return f"""\
# Invented by benchmarks/generate.py to measure with: no bureau has announced this. 本文件为测速虚构，并无此公告。
#
# I when, II what stops, III who does what instead, IV whom to ask

format: outageplan/1
id: {id}
status: {setting.draw.choice(("confirmed", "confirmed", "tentative"))}
title:
  zh: （虚构，仅供测速）{place["zh"]}医保信息系统切换期间暂停办理业务
  en: (invented, for measuring only) {place["en"]}, medical insurance business suspended while the system is replaced
issuer: {_flow(issuer)}
published: {setting.day(-setting.draw.randrange(6, 13))}
pools: [{setting.pool.id}]

sources:
  announcement:
    language: zh
    title: （虚构）关于{place["zh"]}医保信息系统切换期间暂停办理业务的通告
    url: https://example.org/invented/{id}
    note: >-
      Invented. The clauses are numbered as a real announcement would number them, and lead nowhere.
"""


def _windows(setting: _Setting) -> list[Row]:
    draw, day = setting.draw, setting.day
    hour = draw.randrange(16, 23)
    spans = [
        (f"{day(0)} {hour}:00", draw.choice(("to be announced", f"not before {day(12)} 08:30"))),
        (f"{day(1)} {hour}:30", f"{draw.choice(('', 'expected '))}{day(11)} 08:00"),
        (f"{day(2)} 00:00", f"no later than {day(7)} 24:00"),
        (f"{day(5)} 20:00", f"{day(6)} 06:30"),
    ]
    kept = spans[: draw.choice((3, 4))]
    return [
        (id, {"name": _flow(name), "start": start, "end": end, "clause": f"I.{number}"})
        for number, ((id, name), (start, end)) in enumerate(zip(_WINDOWS.items(), kept, strict=False), 1)
    ]


def _effects(setting: _Setting) -> list[Row]:
    rows = []
    for number, stop in enumerate(setting.stops, 1):
        fields = {"in": f"[{stop.window}]", "services": stop.ids, "effect": stop.effect}
        if setting.draw.random() < 0.2:
            fields["resume"] = setting.draw.choice(("gradual", "batched"))
        rows.append((f"{stop.slug}-{number}", fields | {"clause": f"II.{number}"}))
    return rows


def _guidance(number: int, setting: _Setting) -> Row:
    """The first three are for everybody and everything, one a phase; the others for one role and one effect."""
    draw, broad = setting.draw, number < len(_ACTIONS)
    phase = tuple(_ACTIONS)[number] if broad else draw.choice(tuple(_ACTIONS))
    stop = setting.stops[0] if broad else draw.choice([one for one in setting.stops if one.effect != "unaffected"])
    audience = ["insured", "pharmacy", "hospital"] if broad else [draw.choice(tuple(roles()))]
    action = draw.choice(_ACTIONS[phase])
    fields = {"for": f"[{', '.join(audience)}]", "in": f"[{stop.window}]", "phase": phase, "services": stop.ids}
    if not broad and draw.random() < 0.4:
        fields["when"] = draw.choice(_CONDITIONS)
    fields["action"] = action
    if phase == "before" and draw.random() < 0.5:
        fields["deadline"] = f"{setting.day(-1)} 17:00"
    if phase == "after" and draw.random() < 0.5:
        fields |= {"deadline": draw.choice(_DUE_AFTER), "not_before": "cut-over.end"}
    what, service = actions()[action].name, stop.services[0].name
    words = {"what_zh": what["zh"], "what_en": what["en"], "service_zh": service["zh"], "service_en": service["en"]}
    zh, en = (text.format(day=setting.day(-1), **words) for text in _SAY[phase])
    return f"{stop.slug}-{number + 1}", fields | {"say": _block(zh, en), "clause": f"III.{number + 1}"}


def _contact(number: int, setting: _Setting) -> Row:
    stop = setting.stops[number]
    name, phone = stop.services[0].name, f"0000-{setting.draw.randrange(10**8):08}"
    title = _flow({"zh": f"虚构的{name['zh']}科", "en": f"Section for {name['en']}"})
    return f"section-{number + 1}", {"name": title, "phones": f"[{phone}]", "services": stop.ids, "clause": "IV"}


def _note(number: int, setting: _Setting) -> Row:
    name, day = setting.draw.choice(setting.stops).services[0].name, setting.day(setting.draw.randrange(13, 30))
    say = _block(
        f"{name['zh']}恢复的先后，通告未写明，最迟{day}另行通知。",
        f"In what order {name['en']} comes back is not stated, and will be by {day}.",
    )
    return f"open-{number + 1}", {"say": say, "clause": f"V.{number + 1}"}


def _flow(fields: dict[str, str]) -> str:
    """A mapping on one line; a text with a comma needs quotes there, a list has brackets."""
    quoted = {key: f'"{text}"' if "," in text and not text.startswith("[") else text for key, text in fields.items()}
    return f"{{{', '.join(f'{key}: {text}' for key, text in quoted.items())}}}"


def _block(zh: str, en: str) -> str:
    """A text in both languages on lines of its own, below its key in an entry."""
    lines = textwrap.wrap(f"en: {en}", WIDTH, break_on_hyphens=False)
    return "\n      ".join(["", f"zh: {zh}", "\n        ".join(lines)])


def _family(name: str, rows: Sequence[Row]) -> str:
    return f"\n{name}:\n" + "".join(_entry(row) for row in rows)


def _entry(row: Row) -> str:
    id, fields = row
    return f"  {id}:\n" + "".join(f"    {key}: {value}\n".replace(": \n", ":\n") for key, value in fields.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="Write invented notices into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.count < 1:
        parser.error("--count must be 1 or more")
    paths = write_notices(asked.folder, asked.count, asked.seed)
    require_readable(paths)
    size = sum(path.stat().st_size for path in paths) / len(paths) / 1000
    print(f"{len(paths):,} notices of {size:.1f} kB in {asked.folder}, all of them readable")


if __name__ == "__main__":
    main()
