"""An invented notice in which every text tries to reach the terminal, and ways to tell whether one got there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from .invented import written

# As YAML writes it in double quotes. What reading lets through: bidi overrides, line ends of every kind, blanks without
# width, and the markup of rich, HTML and Markdown. What it refuses: escapes of ANSI, OSC and C1, NUL and the like.
WRITTEN = (
    r"[red]x[/x]\u202e\u2066\n\r\r\n\L\P\N\u200b\uFEFF\u061c"
    r" <script>x</script> [x](http://e.example) ![x](y) `x` *x* | x | # x &lt; :x: {x}"
)
REFUSED = r"\e[31m\e]8;;http://e.example\a\u009b31m\0\x7f" + WRITTEN
LONG = "长" * 5_000 + "w" * 10_000
SAID = f'{{zh: "{WRITTEN}", en: "{WRITTEN}{LONG}"}}'
FILE_NAME = "\x1b[31m[red]\u202e[@x]"

NOTICE = f"""\
format: outageplan/1
id: hostile
status: confirmed
title: {SAID}
issuer: {SAID}
pools: [419900]
sources:
  page: {{language: zh, origin: found_elsewhere, title: "{WRITTEN}", file: "{WRITTEN}", note: "{WRITTEN}"}}
windows:
  dated: {{name: {SAID}, start: 2021-11-21 18:00, end: "unresolved {WRITTEN}x", clause: "{WRITTEN}"}}
  event: {{start: "when {WRITTEN}x", end: to be announced, clause: "{WRITTEN}"}}
effects:
  stop: {{services: [settlement.local], effect: suspended, say: {SAID}, clause: "{WRITTEN}"}}
guidance:
  claim:
    for: [insured]
    phase: during
    services: [settlement.local]
    action: prepay_full
    say: {SAID}
    deadline: 7 working days after dated.end
    clause: "{WRITTEN}"
contacts:
  desk: {{name: {SAID}, phones: [0536-8000000], note: {SAID}}}
notes:
  gap: {{say: {SAID}, clause: "{WRITTEN}"}}
"""

# Every way of being wrong that repeats words of the file in its message.
WRONG = {
    "control": NOTICE.replace(WRITTEN, REFUSED),
    "key": f'"{REFUSED}": x\n',
    "nested-key": f'windows: {{"{REFUSED}": {{}}}}\n',
    "boundary": f'windows: {{w: {{start: "{REFUSED}", end: "{REFUSED}"}}}}\n',
    "moment": f'published: "{REFUSED}"\n',
    "choice": f'status: "{REFUSED}"\nformat: "{REFUSED}"\n',
    "id": f'id: "{REFUSED}"\n',
    "pool": f'pools: ["{REFUSED}"]\n',
    "service": f'effects: {{e: {{services: ["{REFUSED}"], in: ["{REFUSED}"], source: "{REFUSED}"}}}}\n',
    "guidance": f'guidance: {{g: {{for: ["{REFUSED}"], action: "{REFUSED}", deadline: "{REFUSED}"}}}}\n',
    "contact": f'contacts: {{c: {{phones: ["{REFUSED}"]}}}}\n',
    "repeated-key": f'"{REFUSED}": x\n"{REFUSED}": x\n',
    "tag": "a: !<tag:%1b%5b31m> x\n",
    "anchor": "a: &\u202ea x\nb: *\u202ea\n",
    "raw-control": "a: \x1b[31m\n",
    "raw-c1": "a: \x9b31m\n",
    "raw-bidi": "\u202e: [\u2066\n",
}

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def hostile(folder: Path, content: str = NOTICE) -> Path:
    """Writes a hostile file under a hostile name."""
    return written(folder / f"{FILE_NAME}.yaml", content)


def harmful(text: str) -> set[str]:
    """The characters in a text that no reader sees: controls, changes of direction, line ends but that of a line."""
    return {f"U+{ord(char):04X}" for char in text if unicodedata.category(char) in _HARMFUL and char != "\n"}


def uncoloured(text: str) -> str:
    """A text without the escapes that set a colour or weight, which alone are the program's own."""
    return _COLOUR.sub("", text)
