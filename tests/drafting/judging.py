"""What an announcement's draft gets right: facts of announcements, and drafts judged against them.

`announcements/README.md` says how facts are written and what counts as right.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from outageplan.notice.amendment import Amendment
from outageplan.notice.model import Effect, Notice
from outageplan.notice.moments import BoundaryKind
from tests.drafting.facts import (
    BoundaryToken,
    Tokens,
    alternatives,
    deadline_token,
    deadline_tokens,
    draft_entries,
    draft_windows,
    effects_by_window,
    fact_entries,
    leaves_of,
    open_boundaries,
    pairs,
    phone_token,
    phrases,
    wanted_windows,
)

KINDS = ("boundaries", "windows", "services", "services by window", "deadlines", "pools", "contacts")
UNDATED = ("open", "unresolved", "event")
# What a draft that cannot be read amounts to.
NOTHING = Amendment.model_validate(
    {"format": "outageplan/1", "id": "unreadable", "amends": "unreadable", "published": "1950-01-01"}
)


@dataclass(slots=True)
class Tally:
    """What was wanted (met or missed) and what was drafted (right or wrong); what is left open is neither."""

    met: int = 0
    missed: int = 0
    right: int = 0
    wrong: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.met += other.met
        self.missed += other.missed
        self.right += other.right
        self.wrong += other.wrong
        return self

    @property
    def recall(self) -> float:
        """The share of what was wanted that was met; 1 where nothing was wanted."""
        return self.met / (self.met + self.missed) if self.met + self.missed else 1.0

    @property
    def precision(self) -> float:
        """The share of what was drafted that is right; 1 where nothing was drafted."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


@dataclass(slots=True)
class Score:
    """One announcement's draft against its facts."""

    name: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    everything: bool = False
    seconds: float = 0.0

    def judge(
        self, kind: str, wanted: Sequence[frozenset[Any]], drafted: Collection[Any], open: Collection[Any] = ()
    ) -> list[Any]:
        """Tallies one kind of fact. What was drafted and is wrong is handed back."""
        missed = [one for one in wanted if not one & set(drafted)]
        accepted = frozenset().union(*wanted)
        wrong = [token for token in drafted if token not in accepted and token not in open]
        right = sum(token in accepted for token in drafted)
        self.tallies[kind] = Tally(len(wanted) - len(missed), len(missed), right, len(wrong))
        self.failures += [f"{kind}: missed {' or '.join(sorted(map(_shown, one)))}" for one in missed]
        self.failures += [f"{kind}: wrong {_shown(token)}" for token in wrong]
        return wrong


def _shown(token: Any) -> str:
    return " ".join(str(part) for part in token if part is not None) if isinstance(token, tuple) else str(token)


# ---- Judging -----------------------------------------------------------------------------------------------


def judge(name: str, facts: dict[str, Any], draft: Notice | Amendment | None, *, amends: bool = False) -> Score:
    """One draft against its facts; `amends` says that the drafter took it for a change to an earlier notice.

    A draft that cannot be read (None) has missed everything.
    """
    score = Score(name)
    if draft is None:
        score.counts["unreadable"] += 1
        score.failures.append("the draft cannot be read as a notice")
        draft = NOTHING
    if str(amends).lower() not in phrases(facts.get("amends", "false")):
        score.counts["amends wrong"] += 1
        score.failures.append(f"amends: {amends}")
    _judge_windows(score, facts, draft, amends=amends)
    _judge_services(score, facts, draft)
    _judge_deadlines(score, facts, draft)
    _judge_names(score, facts, draft)
    return score


def _accepts(wanted: dict[str, Tokens], drafted: dict[str, BoundaryToken]) -> bool:
    return all(drafted.get(side) in tokens for side, tokens in wanted.items())


def _judge_windows(score: Score, facts: dict[str, Any], draft: Notice | Amendment, *, amends: bool) -> None:
    wanted, drafted = wanted_windows(facts), list(draft_windows(draft).values())
    called_off = "cancelled" in facts and not amends
    left_open = Tokens() if called_off else open_boundaries(facts)
    if not wanted or "amends" in facts:  # the format wants two sides of a window even where the text gives one or none
        left_open |= {token for window in drafted for token in window.values() if token[1] in UNDATED}
    boundaries = list(dict.fromkeys(tokens for window in wanted.values() for tokens in window.values()))
    taken = dict.fromkeys(token for window in drafted for token in window.values())
    wrong = score.judge("boundaries", boundaries, taken, left_open)
    known = {_instant(token) for token in itertools.chain(*boundaries, left_open)}
    invented = [token for token in wrong if token[1] not in UNDATED and _instant(token) not in known]
    score.counts["invented boundaries"] += len(invented)
    overstated = [token for token in wrong if token[1] == BoundaryKind.STATED and token not in invented]
    score.counts["overstated boundaries"] += len(overstated)
    dated = [window for window in drafted if any(token[1] not in UNDATED for token in window.values())]
    score.counts["windows of non-notices"] += len(dated) if "nothing" in facts else 0
    missed = [one for one in wanted.values() if not any(_accepts(one, window) for window in drafted)]
    right = [window for window in drafted if any(_accepts(one, window) for one in wanted.values())]
    wrong = [window for window in drafted if window not in right and not set(window.values()) <= left_open]
    score.tallies["windows"] = Tally(len(wanted) - len(missed), len(missed), len(right), len(wrong))


def _instant(token: BoundaryToken) -> tuple[str, str | None]:
    return token[0], token[2]


def _judge_services(score: Score, facts: dict[str, Any], draft: Notice | Amendment) -> None:
    labels, ids = wanted_windows(facts), draft_windows(draft)
    wanted = effects_by_window(labels or ["(no window)"], fact_entries(facts))
    drafted = effects_by_window(ids or ["(no window)"], draft_entries(draft))
    optional = {leaf for id in facts.get("optional_services", ()) for leaf in leaves_of(id)}
    if "nothing" in facts:
        optional = set(leaves_of("all")) | set(leaves_of("credential"))
    left_open = {(effect.value, leaf) for effect in Effect for leaf in optional}
    left_open |= {("unaffected", leaf) for id in facts.get("optional_unaffected", ()) for leaf in leaves_of(id)}
    everything = list(dict.fromkeys(pair for effects in wanted.values() for pair in pairs(effects)))
    taken = dict.fromkeys((effect[0], leaf) for effects in drafted.values() for leaf, effect in effects.items())
    score.judge("services", everything, taken, left_open)
    score.everything = any("all" in ids for _, ids, _ in fact_entries(facts))
    total = Tally()
    for label, sides in labels.items():
        same = [id for id, window in ids.items() if _accepts(sides, window)]
        if same:
            here = {(effect[0], leaf) for id in same for leaf, effect in drafted[id].items()}
            part = Score("")
            part.judge("services", list(pairs(wanted[label])), here, left_open)
            total += part.tallies["services"]
    score.tallies["services by window"] = total


def _judge_deadlines(score: Score, facts: dict[str, Any], draft: Notice | Amendment) -> None:
    drafted: dict[str, None] = {}
    for part in draft.guidance.values():
        if part.deadline:
            drafted[deadline_token(part.deadline)] = None
        if part.not_before:
            drafted[f"not before {deadline_token(part.not_before)}"] = None
    wanted = [frozenset(deadline_tokens(phrases(one))) for one in facts.get("deadlines", ())]
    wanted += [frozenset(deadline_tokens(phrases(one), "not before ")) for one in facts.get("not_before", ())]
    left_open = [
        "stop.start",
        "stop.end",
        "not before stop.end",
        *deadline_tokens(facts.get("optional_deadlines", ())),
    ]
    left_open += deadline_tokens(facts.get("optional_not_before", ()), "not before ")
    score.judge("deadlines", wanted, drafted, left_open)


def _judge_names(score: Score, facts: dict[str, Any], draft: Notice | Amendment) -> None:
    pools = facts.get("pools") or []
    drafted_pools = list(draft.pools or ())
    if pools and isinstance(pools[0], list):  # any of these sets is right; take the one that fits best
        pools = min(pools, key=lambda one: len(set(one) ^ set(drafted_pools)))
    score.judge("pools", alternatives(pools, str), drafted_pools, facts.get("optional_pools", ()))
    phones = dict.fromkeys(phone_token(phone) for contact in draft.contacts.values() for phone in contact.phones or ())
    left_open = [phone_token(phone) for phone in facts.get("optional_contacts", ())]
    score.judge("contacts", alternatives(facts.get("contacts") or [], phone_token), phones, left_open)
    published = str(draft.published.day) if draft.published else "null"
    if published not in (facts["published"], *facts.get("published_also", ())):
        score.counts["published wrong"] += 1
        score.failures.append(f"published: {published}, not {facts['published']}")
