"""What all tests share: property tests without a deadline per example, so that a busy machine fails none."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("outageplan", deadline=None)
settings.load_profile("outageplan")
