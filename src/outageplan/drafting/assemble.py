"""The draft as data: its sections one after the other."""

from __future__ import annotations

from outageplan.drafting.effect_section import write_effects
from outageplan.drafting.guidance_section import write_contacts, write_guidance, write_notes
from outageplan.drafting.head_section import write_head
from outageplan.drafting.window_section import write_windows
from outageplan.drafting.writing import Parts, Writer


def assembled(parts: Parts) -> Writer:
    """The draft of all that was read, with items, comments and remarks."""
    writer = Writer(parts=parts)
    write_head(writer)
    if parts.overfull:
        writer.remark(
            "too-many-times", "文中时间过多，只读取了开头部分", "the text has too many times; only the first were read"
        )
    write_windows(writer)
    write_effects(writer)
    write_guidance(writer)
    write_contacts(writer)
    write_notes(writer)
    return writer
