"""Text from notices made harmless: no control character, escape or change of direction reaches a reader as such."""

from __future__ import annotations

import re

# C1 controls and delete, soft hyphen, line and paragraph separators, marks that turn the reading direction or take no
# room, byte-order marks, annotations, surrogates, tags
_UNSEEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(f"[\x00-\x1f{_UNSEEN}]")
_HIDDEN_IN_JSON = re.compile(f"[{_UNSEEN}]")
_BLANK = re.compile(r"[ \t\r\n]+")


def plain(text: str) -> str:
    """One line of text in which blanks are single and hidden characters are shown as `\\u202e`."""
    return _HIDDEN.sub(_shown, _BLANK.sub(" ", text).strip())


def escaped_json(text: str) -> str:
    """JSON in which hidden characters outside ASCII are escapes, as JSON itself writes those inside it."""
    return _HIDDEN_IN_JSON.sub(_unicode, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _unicode(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))
