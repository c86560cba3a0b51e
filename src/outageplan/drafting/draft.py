"""The whole of it: the bytes of an announcement go in, a draft notice comes out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice

from outageplan.drafting import vocabulary as say
from outageplan.drafting.amending import CANCELLED
from outageplan.drafting.article import Article, read_article
from outageplan.drafting.assemble import assembled
from outageplan.drafting.binding import Binder
from outageplan.drafting.contacts import find_contacts
from outageplan.drafting.drafted import Draft, Unused
from outageplan.drafting.effects import EffectReader
from outageplan.drafting.event import Event, Role
from outageplan.drafting.event_services import services_of
from outageplan.drafting.guidance import GuidanceReader, each_once
from outageplan.drafting.heading import find_issuer, find_title
from outageplan.drafting.matters import of_our_matter
from outageplan.drafting.mentions import Mention, find_mentions
from outageplan.drafting.narrowing import Entry
from outageplan.drafting.place import find_places
from outageplan.drafting.publication import find_published
from outageplan.drafting.reading import decoded, markup_of
from outageplan.drafting.spans import Span
from outageplan.drafting.strays import paragraph_names
from outageplan.drafting.tables import with_table_ends
from outageplan.drafting.timeline import Timeline, stop_sentences
from outageplan.drafting.times import Found, Kind, find_times, years_lost
from outageplan.drafting.topic import Announced, announced
from outageplan.drafting.windows import Pairing, with_event
from outageplan.drafting.writing import Parts
from outageplan.drafting.yaml_text import yaml_text
from outageplan.notice.model import Effect

# more than any announcement has: what compares times with times stays within bounds on any text
_MOST_STOPS = 40
_MOST_TIMES, _MOST_CLAIMS, _MOST_TOLD, _MOST_CONTACTS = 300, 600, 200, 100
_WORTH_TELLING = (
    Kind.MOMENT,
    Kind.START,
    Kind.END,
    Kind.RANGE,
    Kind.DEADLINE,
    Kind.RECURRING,
    Kind.OPEN,
    Kind.UNRESOLVED,
)


def draft_notice(
    content: bytes,
    *,
    file: str,
    published: date | None = None,
    pool: str | None = None,
    id: str | None = None,
) -> Draft:
    """A draft notice from the text, Markdown or HTML of an announcement. Pure: it reads no file and no clock.

    `file` is its name, which tells the markup and stands in messages. `published` is the day of publication where it is
    known better than from the text, `pool` the code of the pool, `id` that of the notice.
    Raises `UnreadableError` for what is no text, empty, or larger than 1 MiB.
    """
    text = decoded(content, file)
    article = read_article(text, markup_of(text, file))
    parts, mentions, times, covered = _read(article, file, published, pool, id)
    writer = assembled(parts)
    head = _head(file)
    return Draft(
        tree=writer.tree,
        comments=writer.comments,
        head=head,
        yaml=yaml_text(head, writer.tree, writer.comments),
        items=tuple(writer.items),
        unused=tuple(_unused(article, mentions, times, writer.used | covered)),
        remarks=tuple(writer.remarks),
        amends=parts.amends,
    )


def _head(file: str) -> tuple[str, ...]:
    return (
        f"A draft from {file}. Read every line against the announcement; each TODO is for you.",
        f"由 {file} 起草。请逐行核对原文；TODO 处须补写。",
    )


def _read(
    article: Article, file: str, published: date | None, pool: str | None, id: str | None
) -> tuple[Parts, list[Mention], list[Found], set[int]]:
    dated = None if years_lost(article.text) else find_published(article)
    known = published or (dated.day if dated else None)
    times = [time for time in find_times(article.text, known) if not dated or not dated.start <= time.start < dated.end]
    overfull = len(times) > _MOST_TIMES
    times = times[:_MOST_TIMES]
    mentions = find_mentions(article.text)
    title = find_title(article)
    heading = title.start if title else None
    said = announced(article, heading)
    reader = EffectReader(article, mentions, heading)
    events = of_our_matter(article, said, with_table_ends(article, Timeline(article, times, said).events()))
    services = partial(services_of, article=article, reader=reader, events=events)
    spans = with_event(article, Pairing(article, events, services, said, heading, known).spans())
    issuer = find_issuer(article, title)
    stops = list(dict.fromkeys(stop_sentences(article, events)))[:_MOST_STOPS]
    places = find_places(article, title, issuer, stops)
    stopping = bool(spans) or bool(say.HARD_STOP.search(article.text)) or "恢复中" in article.text
    codes = tuple(dict.fromkeys(place.code for place in places))
    told = bool(spans) or said.topic.announces or say.OF_A_STOP.search(article.text) is not None
    binder = Binder(article, reader, islice(reader.claims(), _MOST_CLAIMS) if stopping else (), spans)
    bound = binder.entries(codes)
    spans, entries = _ours(article, said, spans, bound)
    kept = {claim.start for entry in entries for claim in entry.claims}
    covered = binder.read if len(entries) == len(bound) else kept
    parts = Parts(
        article=article,
        file=file,
        language="zh" if _is_chinese(article.text) else "en",
        id=id,
        title=title,
        issuer=issuer,
        dated=dated,
        published=known,
        pool=pool,
        places=places,
        spans=spans,
        entries=entries,
        told=each_once(islice(GuidanceReader(article, reader, events).told(), _MOST_TOLD)) if told else [],
        contacts=find_contacts(article)[:_MOST_CONTACTS],
        overfull=overfull,
        amends=_amends(article, said, events),
        stops=bool(spans) or (stopping and not said.topic.of_something_else),
    )
    return parts, mentions, times, covered


def _ours(
    article: Article, announced: Announced, spans: list[Span], entries: list[Entry]
) -> tuple[list[Span], list[Entry]]:
    """The windows and effects that are of medical insurance; what announces no stop only leaves what goes on."""
    if _of_other_insurance(article, entries) or not _names_ours(article, announced, spans, entries):
        spans, entries = [], [replace(entry, spans=()) for entry in entries]
    if announced.topic.of_something_else and not spans:
        entries = [entry for entry in entries if entry.effect is Effect.UNAFFECTED]
    return spans, entries


def _of_other_insurance(article: Article, entries: list[Entry]) -> bool:
    """Whether what stops is no medical insurance: pensions and the like alone, while it goes on, or something else."""
    stopped = [id for entry in entries if entry.effect is not Effect.UNAFFECTED for id in entry.ids]
    goes_on = any(entry.effect is Effect.UNAFFECTED for entry in entries)
    if say.OTHER_INSURANCE.search(article.text) and not say.MEDICAL.search(article.text):
        return True
    if not say.OUR_BUSINESS.search(article.text):
        return True  # a system of something else: a health code, a bank
    return (
        goes_on
        and all(id.startswith("channel.") for id in stopped)
        and say.OTHER_INSURANCE.search(article.text) is not None
    )


def _names_ours(article: Article, announced: Announced, spans: list[Span], entries: list[Entry]) -> bool:
    """Whether the title or some service says that medical insurance is meant, or the paragraph of a window does."""
    if announced.topic.in_title or announced.amends or any(one.effect is not Effect.UNAFFECTED for one in entries):
        return True
    return any(paragraph_names(article, span.told_by, say.INSURANCE) for span in spans)


def _is_chinese(text: str) -> bool:
    return sum("\u3400" <= char <= "\u9fff" for char in text) * 3 > len(text)


def _amends(article: Article, announced: Announced, events: list[Event]) -> bool:
    """Whether the text changes what an earlier notice of a stop said, or calls it off."""
    if announced.topic.of_something_else and not CANCELLED.search(article.text):
        return False
    told = (Role.START, Role.END, Role.RANGE)
    return any(event.former and event.role in told for event in events) or announced.amends


def _unused(article: Article, mentions: list[Mention], times: list[Found], used: set[int]) -> Iterator[Unused]:
    """The sentences with a date or a service word of which nothing was taken, in order."""
    starts = [sentence.start for sentence in article.sentences]

    def sentence_of(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    taken = {sentence_of(offset) for offset in used}
    told = {sentence_of(time.start) for time in times if time.kind in _WORTH_TELLING}
    named = {sentence_of(mention.start) for mention in mentions}
    for number in sorted((told | named) - taken):
        sentence = article.sentences[number]
        if number not in told and article.text_of(sentence).rstrip().endswith(":"):
            continue  # whom it is addressed to, or what introduces a list
        line, column = article.where(sentence.start)
        yield Unused(words=article.words(sentence.start, sentence.end), line=line, column=column)
