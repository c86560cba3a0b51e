"""The base notice that examples of rules are laid over: invented, and without any finding at `MOMENT`."""

from __future__ import annotations

import re
from datetime import datetime

from outageplan.notice.moments import CHINA
from outageplan.validation.rule import Example

MOMENT = datetime(2025, 11, 20, 9, 0, tzinfo=CHINA)
ID = "example-2025-11"
BASE = """\
# An invented notice, for the examples of rules.
format: outageplan/1
id: example-2025-11
status: confirmed
title: {zh: 示例市医保系统停机, en: Stop of an example city's system}
issuer: {zh: 示例市医疗保障局, en: Example Bureau}
published: 2025-11-07
pools: [370700]
sources:
  announcement: {language: zh, note: invented for this example}
windows:
  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: "1"}
effects:
  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}
guidance:
  buy-ahead:
    for: [insured]
    phase: before
    services: [settlement.local.pharmacy]
    action: stock_up
    deadline: 2025-11-21 17:00
    say: {zh: 请在11月21日17:00前备足药品。, en: "Buy your medicines before 17:00 on 21 November."}
    clause: "3"
  pay-first:
    for: [insured, pharmacy]
    phase: during
    services: [settlement.local.pharmacy]
    action: prepay_full
    say: {zh: 先全额垫付，保留票据。, en: Pay in full and keep the receipt.}
    clause: "4"
contacts:
  hotline: {name: {zh: 咨询电话, en: hotline}, phones: [12393]}
"""


def example_files(example: Example) -> dict[str, bytes]:
    """The files of an example by name, the one that it is about first."""
    if example.raw is not None:
        return {f"{example.stem or ID}.yaml": example.raw}
    main = laid_over(example.snippet, example.without)
    files = {f"{example.stem or _id(main)}.yaml": main.encode()}
    for name, snippet in example.others.items():
        files[name] = laid_over(snippet).encode()
    return files


def laid_over(snippet: str, without: tuple[str, ...] = ()) -> str:
    """The base notice with the snippet's top-level keys in place of its own, and without some."""
    ours, theirs = _blocks(BASE), _blocks(snippet)
    kept = {key: text for key, text in ours.items() if key not in without}
    return "".join((kept | theirs).values())


def _blocks(text: str) -> dict[str, str]:
    """The top-level blocks of a YAML text by key, comments above a key with it."""
    found: dict[str, str] = {}
    for block in re.findall(r"(?:^#.*\n)*^[^\s#].*\n(?:^[ \t]+.*\n|^\n)*", text, re.MULTILINE):
        key = re.sub(r"^#.*\n", "", block, flags=re.MULTILINE).split(":", 1)[0]
        found[key] = found.get(key, "") + block
    return found


def _id(text: str) -> str:
    found = re.search(r"^id:\s*(\S+)", text, re.MULTILINE)
    return found[1] if found else ID
