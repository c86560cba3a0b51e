"""From the prose of an announcement to a draft notice: what is understood is taken, the rest is marked."""

from __future__ import annotations

from outageplan.drafting.draft import draft_notice
from outageplan.drafting.drafted import Draft, Item, Remark, Unused

__all__ = ["Draft", "Item", "Remark", "Unused", "draft_notice"]
