"""libical's own restriction check of a calendar, through its C library (Debian: libical3)."""

from __future__ import annotations

import ctypes
import ctypes.util
import functools

LIBRARY = ctypes.util.find_library("ical")


@functools.cache
def _library() -> ctypes.CDLL:
    assert LIBRARY is not None
    found = ctypes.CDLL(LIBRARY)
    found.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    found.icalparser_parse_string.restype = ctypes.c_void_p
    for name in ("icalrestriction_check", "icalcomponent_count_errors", "icalcomponent_as_ical_string"):
        getattr(found, name).argtypes = [ctypes.c_void_p]
    found.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    found.icalcomponent_free.argtypes = [ctypes.c_void_p]
    return found


def complaints(content: bytes) -> list[str]:
    """What libical finds wrong with a calendar, in its parser and in its restriction check; empty where nothing."""
    library = _library()
    parsed = library.icalparser_parse_string(content)
    if not parsed:
        return ["it is no calendar"]
    try:
        sound = library.icalrestriction_check(parsed)
        text = library.icalcomponent_as_ical_string(parsed).decode("utf-8").replace("\r\n ", "")
        found = [line for line in text.splitlines() if line.startswith("X-LIC-ERROR")]
        return found or ([] if sound and not library.icalcomponent_count_errors(parsed) else ["restrictions"])
    finally:
        library.icalcomponent_free(parsed)
