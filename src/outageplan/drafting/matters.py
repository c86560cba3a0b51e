"""A text of several matters, a newsletter or a firm's letter: which of its stops are not of medical insurance."""

from __future__ import annotations

import re
from dataclasses import replace

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.event import Event, Role
from outageplan.drafting.strays import paragraph_names
from outageplan.drafting.topic import Announced

_OURS = re.compile(
    rf"{say.INSURANCE.pattern}|{say.OUR_NAME.pattern}|退费|备案|报销"
    r"|(?i:insur|outpatient|inpatient|billing|pharmac|payment|premium|reimburs|enrol|filing|claims)"
)
_OF_THE_SAME = re.compile(
    r"\s*(?:(?:But )?(?:it|they|this|these|both|all|closed|then|service|services"
    r"|the (?:system|service|work|platform)s?)\b"
    r"|(?:该|本|此|这|上述|以上|其[中余他]|同时|期间|届时|预计|停机|系统|平台|\d))",
    re.IGNORECASE,
)


def of_our_matter(article: Article, announced: Announced, events: list[Event]) -> list[Event]:
    """The times, those about nothing that are of another matter.

    Where no title names medical insurance and the paragraph of some stop does, the paragraph of every stop must, unless
    its sentence goes on with what was told before.
    """
    if any(map(_OURS.search, announced.titles)):
        return events
    opened = [event for event in events if event.role in (Role.START, Role.RANGE)]
    if not any(_names_ours(article, event) for event in opened):
        return events
    return [replace(one, role=Role.OTHER) if _is_of_another(article, one) else one for one in events]


def _is_of_another(article: Article, event: Event) -> bool:
    block = article.block_of(event.sentence)
    if event.role not in (Role.START, Role.RANGE, Role.END) or block.cells or _names_ours(article, event):
        return False
    sentence = article.sentences[event.sentence]
    if _OF_THE_SAME.match(article.text, max(sentence.start, block.start + block.number), sentence.end):
        return False
    return say.STOP.search(article.text_of(block)) is not None or event.role is not Role.END


def _names_ours(article: Article, event: Event) -> bool:
    """Whether the paragraph of a time names medical insurance, or what that stands under does."""
    above = (article.text_of(article.blocks[place]) for place in article.block_of(event.sentence).above)
    return paragraph_names(article, event, _OURS) or any(map(_OURS.search, above))
