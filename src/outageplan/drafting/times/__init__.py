"""Time phrases in the prose of announcements: `find_times(text, published)` gives each as a `Found`."""

from __future__ import annotations

from outageplan.drafting.times.finding import find_times, years_lost
from outageplan.drafting.times.found import Due, DueAnchor, Found, Kind, Sure

__all__ = ["Due", "DueAnchor", "Found", "Kind", "Sure", "find_times", "years_lost"]
