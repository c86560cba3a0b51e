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
from outageplan.catalog.pools import pools
from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import actions, roles

SIZE = 13_000  # bytes; notes are added until a notice is that long
FIRST_DAY, DAYS_APART = date(2019, 1, 1), 90
WIDTH = 118
EFFECTS, GUIDANCE, CONTACTS = 10, 25, 4
Row = tuple[str, dict[str, str]]  # an entry of a notice: its id, and its keys with their values as YAML writes them

_WINDOWS = {
    "web-halls": ("网上服务大厅停机", "Web halls closed"),
    "cut-over": ("全部业务停机", "Everything stopped"),
    "off-site": ("异地就医停机", "Off-site care stopped"),
    "second-stage": ("第二阶段停机", "Second stage of the stop"),
}
_ACTIONS = {
    "before": ["stock_up", "settle_before", "pay_before", "complete_before", "convert_to_self_pay", "plan_ahead"],
    "during": ["prepay_full", "keep_receipts", "admit_self_pay", "on_account", "emergency_ledger", "suspend"],
    "after": ["manual_claim", "file_later", "backfill_admission", "backfill_settlement", "resettle_at_provider"],
}
_SAY = {
    "before": ("{day}前：{service_zh}，{what_zh}。", "Until {day} {what_en} ({service_en})."),
    "during": ("停机期间：{service_zh}，{what_zh}。", "While the system is down {what_en} ({service_en})."),
    "after": ("系统恢复后：{service_zh}，{what_zh}。", "Once the system is back {what_en} ({service_en})."),
}
_CONDITIONS = [
    "{insured: here}",
    "{insured: here, patient: [chronic]}",
    "{insured: here, treated: elsewhere, patient: [inpatient], admitted: during}",
    "{insured: elsewhere, treated: here, discharged: during}",
]
_DUE_AFTER = [
    "7 working days after cut-over.end",
    "10 days after off-site.end",
    "3 months after discharge",
    "end of month of cut-over.end",
    "1 month after visit",
]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the lines of one notice have in common."""

    draw: random.Random
    place: str
    place_en: str
    pool: str
    first: date
    groups: Sequence[Sequence[Service]]  # the services of each effect

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
    while size < SIZE or number < 2:
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
    leaves = iter(draw.sample(services().leaves, 2 * EFFECTS))
    return _Setting(
        draw=draw,
        place=places[place].name["zh"],
        place_en=places[place].name["en"],
        pool=places[place].id,
        first=FIRST_DAY + timedelta(days=turn * DAYS_APART + draw.randrange(30)),
        groups=[tuple(itertools.islice(leaves, draw.choice((1, 1, 2)))) for _ in range(EFFECTS)],
    )


def _head(id: str, setting: _Setting) -> str:
    place, english = setting.place, setting.place_en
    return f"""\
# Invented by benchmarks/generate.py to measure with: no bureau has announced this. 本文件为测速虚构，并无此公告。
#
# I when, II what stops, III who does what instead, IV whom to ask

format: outageplan/1
id: {id}
status: {setting.draw.choice(("confirmed", "confirmed", "tentative"))}
title:
  zh: （虚构，仅供测速）{place}医保信息系统切换期间暂停办理业务
  en: (invented, for measuring only) {english}, medical insurance business suspended while the system is replaced
issuer: {_flow({"zh": f"虚构的{place}医疗保障服务中心", "en": f"Invented medical security center of {english}"})}
published: {setting.day(-setting.draw.randrange(3, 9))}
pools: [{setting.pool}]

sources:
  announcement:
    language: zh
    title: （虚构）关于{place}医保信息系统切换期间暂停办理业务的通告
    url: https://example.org/invented/{id}
    note: >-
      Invented. The clauses are numbered as a real announcement would number them, and lead nowhere.
"""


def _windows(setting: _Setting) -> list[Row]:
    hour = setting.draw.randrange(16, 23)
    spans = [
        (f"{setting.day(0)} {hour}:00", setting.draw.choice(("to be announced", f"not before {setting.day(12)}"))),
        (f"{setting.day(3)} {hour}:30", f"expected {setting.day(10)} 08:00"),
        (f"{setting.day(3)} 00:00", f"no later than {setting.day(8)} 24:00"),
        (f"{setting.day(5)}", f"{setting.day(6)} 06:30"),
    ]
    kept = spans[: setting.draw.choice((3, 4))]
    return [
        (id, {"name": _flow({"zh": zh, "en": en}), "start": start, "end": end, "clause": f"I.{number}"})
        for number, ((id, (zh, en)), (start, end)) in enumerate(zip(_WINDOWS.items(), kept, strict=False), 1)
    ]


def _effects(setting: _Setting) -> list[Row]:
    rows: list[Row] = [
        ("everything", {"in": "[cut-over]", "services": "[all]", "effect": "suspended", "clause": "II.1"})
    ]
    for number, group in enumerate(setting.groups[1:], 2):
        fields = {"in": f"[{_window(setting)}]", "services": _ids(group)}
        fields["effect"] = setting.draw.choice(("suspended", "suspended", "degraded", "paper_only", "unaffected"))
        if setting.draw.random() < 0.2:
            fields["resume"] = setting.draw.choice(("gradual", "batched"))
        rows.append((f"{_slug(group[0])}-{number}", fields | {"clause": f"II.{number}"}))
    return rows


def _guidance(number: int, setting: _Setting) -> Row:
    draw, group = setting.draw, setting.draw.choice(setting.groups)
    phase = draw.choice(tuple(_ACTIONS))
    audience, action = draw.sample(tuple(roles()), draw.choice((1, 1, 2))), draw.choice(_ACTIONS[phase])
    fields = {"for": f"[{', '.join(audience)}]", "in": f"[{_window(setting)}]", "phase": phase, "services": _ids(group)}
    if draw.random() < 0.4:
        fields["when"] = draw.choice(_CONDITIONS)
    fields["action"] = action
    if draw.random() < 0.25:
        fields |= _due(phase, setting)
    what, service = actions()[action].name, group[0].name
    words = {"what_zh": what["zh"], "what_en": what["en"], "service_zh": service["zh"], "service_en": service["en"]}
    zh, en = (text.format(day=setting.day(3), **words) for text in _SAY[phase])
    return f"{_slug(group[0])}-{number + 1}", fields | {"say": _block(zh, en), "clause": f"III.{number + 1}"}


def _due(phase: str, setting: _Setting) -> dict[str, str]:
    if phase == "after":
        return {"deadline": setting.draw.choice(_DUE_AFTER), "not_before": "cut-over.end"}
    return {"deadline": f"{setting.day(2 if phase == 'before' else 10)} 17:00"}


def _contact(number: int, setting: _Setting) -> Row:
    group = setting.groups[number]
    name = _flow({"zh": f"虚构的{group[0].name['zh']}科", "en": f"Section for {group[0].name['en']}"})
    phones = f"[0000-{setting.draw.randrange(10**8):08}]"
    return f"section-{number + 1}", {"name": name, "phones": phones, "services": _ids(group), "clause": "IV"}


def _note(number: int, setting: _Setting) -> Row:
    group, day = setting.draw.choice(setting.groups), setting.day(setting.draw.randrange(11, 30))
    say = _block(
        f"{group[0].name['zh']}恢复的先后，通告未写明，最迟{day}另行通知。",
        f"In what order {group[0].name['en']} comes back is not stated, and will be by {day}.",
    )
    return f"open-{number + 1}", {"say": say, "clause": f"V.{number + 1}"}


def _window(setting: _Setting) -> str:
    return setting.draw.choice(("web-halls", "cut-over", "cut-over", "cut-over", "off-site"))


def _ids(group: Sequence[Service]) -> str:
    return f"[{', '.join(service.id for service in group)}]"


def _slug(service: Service) -> str:
    return service.id.rpartition(".")[2].replace("_", "-")


def _flow(fields: dict[str, str]) -> str:
    """A mapping on one line; a text with a comma needs quotes there, a list has brackets."""
    quoted = {key: f'"{text}"' if "," in text and not text.startswith("[") else text for key, text in fields.items()}
    return f"{{{', '.join(f'{key}: {text}' for key, text in quoted.items())}}}"


def _block(zh: str, en: str) -> str:
    lines = textwrap.wrap(f"en: {en}", WIDTH - 8, break_on_hyphens=False)
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
    paths = write_notices(asked.folder, asked.count, asked.seed)
    require_readable(paths)
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} notices of {size / max(1, len(paths)):,.0f} bytes in {asked.folder}, all of them readable")


if __name__ == "__main__":
    main()
