"""How often a law is tried: so often that what breaks it is found, and so seldom that a run of all tests stays short.

`OUTAGEPLAN_EXAMPLES=10` tries every law ten times as often, for a change of the engine or for a night.
"""

from __future__ import annotations

import os

from hypothesis import settings

USUAL = 100
_TIMES = int(os.environ.get("OUTAGEPLAN_EXAMPLES", "1"))


def tried(examples: int = USUAL) -> settings:
    """Settings for a law: that many examples, and no deadline for one, so that a busy machine fails none."""
    return settings(max_examples=examples * _TIMES, deadline=None)
