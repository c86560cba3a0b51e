"""The occurrences of windows that repeat: few do, and what works them out takes time to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outageplan.notice.model import Window

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance


def changed_in(window: Window) -> list[Instance]:
    """The occurrences of a window that its notice changes; none for a window that does not repeat."""
    if window.repeat is None:
        return []
    from outageplan.engine.instances import changed_instances

    return changed_instances(window)
