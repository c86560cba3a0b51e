"""Text from notices made harmless: no control character, escape or change of direction reaches a reader as such."""

from __future__ import annotations

import re

# C0 and C1 controls, delete, line and paragraph separators, marks that turn the reading direction, byte-order marks
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BLANK = re.compile(r"[ \t\r\n]+")


def plain(text: str) -> str:
    """One line of text in which blanks are single and hidden characters are shown as `\\u202e`."""
    return _HIDDEN.sub(_shown, _BLANK.sub(" ", text).strip())


def escaped_json(text: str) -> str:
    """JSON in which hidden characters outside ASCII are escapes, as JSON itself writes those inside it."""
    return re.sub(
        "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]", _unicode, text
    )


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _unicode(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
