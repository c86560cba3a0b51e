"""What all tests share: property tests as often as `laws.py` has it."""

from __future__ import annotations

from hypothesis import settings

from .laws import tried

settings.register_profile("outageplan", tried())
settings.load_profile("outageplan")
