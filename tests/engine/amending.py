"""Invented notices and amendments as files on the disk, for what must hold for any of them.

Files are written as JSON, which is YAML: what is generated is data, and what is read is a file.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from outageplan.notice.library import Library, load

from .building import CHINA_TIME, CROSS_PROVINCE, PHARMACY, WEIFANG

Json = dict[str, Any]
Files = Mapping[str, Json]
EPOCH = datetime(2021, 11, 21, 18, 0, tzinfo=CHINA_TIME)
DATED = ["", "expected ", "tentative ", "not before ", "no later than "]
SERVICES = ["settlement.local", PHARMACY, CROSS_PROVINCE, "filing.offsite", "inquiry", "channel.web_hall"]
EFFECTS = ["suspended", "degraded", "paper_only", "terminated", "unaffected"]
SCHEDULED = ["7 working days after first.end", "1 day after first.end", "3 months after first.start"]
UNSCHEDULED = ["36 hours after first.end", "2 days before first.start", "first.end", "90 minutes after first.end"]


def loaded(files: Files, names: Sequence[str] = ()) -> Library:
    """The files of these data as a library; `names` are those of the files, in the order of the data."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (id, data) in zip(names or list(files), files.items(), strict=True):
            assert data["id"] == id
            Path(folder, f"{name}.yaml").write_text(json.dumps(data), encoding="utf-8")
        return load(folder)


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


moments = st.integers(-10 * 24, 30 * 24).map(lambda hours: EPOCH + timedelta(hours=hours))


def published(first: int, last: int) -> st.SearchStrategy[str]:
    """A date of publication some days from the start of the stop, with or without its hour."""
    days = st.integers(first * 24, last * 24).map(lambda hours: written(EPOCH + timedelta(hours=hours)))
    return st.builds(lambda stamp, hour: stamp if hour else stamp[:10], days, st.booleans())


statuses = st.sampled_from(["confirmed", "confirmed", "tentative", "completed", "cancelled"])
services = st.lists(st.sampled_from(SERVICES), min_size=1, max_size=2, unique=True)
edges = st.builds(lambda kind, moment: kind + written(moment), st.sampled_from(DATED), moments)
edges |= st.sampled_from(["to be announced", "when all is tested"])
windows = st.fixed_dictionaries({"start": edges, "end": edges, "clause": st.just("w")})
effects = st.fixed_dictionaries({"services": services, "effect": st.sampled_from(EFFECTS), "clause": st.just("e")})


def guidance(deadlines: Sequence[str]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {
            "for": st.sampled_from([["insured"], ["hospital", "insured"]]),
            "phase": st.sampled_from(["before", "during", "after"]),
            "services": services,
            "action": st.sampled_from(["prepay_full", "file_later", "stock_up"]),
            "say": st.just({"en": "invented", "zh": "虚构"}),
            "clause": st.just("g"),
        },
        optional={"deadline": st.sampled_from(deadlines), "not_before": st.sampled_from(deadlines)},
    )


def notices(deadlines: Sequence[str] = (*SCHEDULED, *UNSCHEDULED)) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {
            "format": st.just("outageplan/1"),
            "id": st.just("n"),
            "status": statuses,
            "title": st.just({"en": "Invented; announced by nobody"}),
            "pools": st.just([WEIFANG]),
            "windows": st.fixed_dictionaries({"first": windows}, optional={"second": windows}),
            "effects": st.fixed_dictionaries({"e0": effects}, optional={"e1": effects}),
            "guidance": st.fixed_dictionaries({"g0": guidance(deadlines)}, optional={"g1": guidance(deadlines)}),
        },
        optional={"published": published(-20, -6)},
    )


def amendments(id: str, deadlines: Sequence[str] = (*SCHEDULED, *UNSCHEDULED)) -> st.SearchStrategy[Json]:
    """An amendment of any kind: some of them leave no valid notice, or are older than theirs."""
    null = st.none().map(lambda _: "null")
    some_window = st.fixed_dictionaries({}, optional={"start": edges, "end": edges, "clause": st.just(f"of {id}")})
    some_effect = st.fixed_dictionaries({}, optional={"services": services, "effect": st.sampled_from(EFFECTS)})
    some_guidance = st.fixed_dictionaries(
        {}, optional={"deadline": st.sampled_from(deadlines) | null, "services": services}
    )
    return st.fixed_dictionaries(
        {"format": st.just("outageplan/1"), "id": st.just(id), "amends": st.just("n"), "published": published(-8, 20)},
        optional={
            "status": statuses,
            "title": st.just({"en": f"Invented: {id}"}),
            "windows": st.fixed_dictionaries({}, optional={"first": some_window, "second": windows | null}),
            "effects": st.fixed_dictionaries({}, optional={"e0": some_effect, "e1": effects | null}),
            "guidance": st.fixed_dictionaries(
                {}, optional={"g0": some_guidance | null, "g1": null, "g2": guidance(deadlines)}
            ),
        },
    )


def shelves(deadlines: Sequence[str] = (*SCHEDULED, *UNSCHEDULED)) -> st.SearchStrategy[dict[str, Json]]:
    """A notice with none to four amendments, by id."""
    each = [amendments(f"a{place}", deadlines) for place in range(4)]  # built once, not in each example
    several = [st.tuples(*each[:count]) for count in range(5)]
    return st.tuples(
        notices(deadlines),
        st.sampled_from([3, 4, 2, 1, 0]).flatmap(lambda count: several[count]),
    ).map(lambda pair: {data["id"]: data for data in (pair[0], *pair[1])})
