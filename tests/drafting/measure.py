"""How well drafts agree with the facts of the announcements in this folder.

    python -m tests.drafting.measure [--set dev|held] [--folder DIR] [--json | --markdown | --failures]

The announcements are invented, in the manner of real ones; `--folder` measures others in their place. Each has a file
of facts, written by a reader before any draft of it was seen. `announcements/README.md` says how facts are written and
what counts as right.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from outageplan.notice.reading import read_notice
from tests.drafting.facts import read_facts
from tests.drafting.judging import KINDS, Score, Tally, judge

FOLDER = Path(__file__).parent / "announcements"
SETS = ("dev", "held")


def announcements(only: str | None = None, folder: Path = FOLDER) -> list[Path]:
    """The announcements of a set, in order; without one, all of them."""
    texts = (path for path in sorted(folder.glob("[0-9]*")) if path.suffix != ".yaml")
    return [path for path in texts if only in (None, read_facts(path.with_suffix(".yaml"))["set"])]


def score_of(path: Path) -> Score:
    """Drafts and judges one announcement."""
    from outageplan.drafting import draft_notice

    facts = read_facts(path.with_suffix(".yaml"))
    options = facts.get("options") or {}
    published = date.fromisoformat(options["published"]) if "published" in options else None
    content = path.read_bytes()
    begun = time.perf_counter()
    drafted = draft_notice(content, file=path.name, published=published, pool=options.get("pool"))
    took = time.perf_counter() - begun
    reading = read_notice(drafted.yaml.encode(), path.name)
    score = judge(path.stem, facts, reading.notice or reading.amendment, amends=drafted.amends)
    score.seconds = took
    return score


def measure(only: str | None = None, folder: Path = FOLDER) -> list[Score]:
    """Drafts and judges every announcement of a set, or all."""
    return [score_of(path) for path in announcements(only, folder)]


def summary(scores: Sequence[Score]) -> dict[str, Any]:
    """The figures of some announcements, as plain data."""
    total = {kind: Tally() for kind in (*KINDS, "services, texts without `all`")}
    counts: Counter[str] = Counter()
    for score, kind in itertools.product(scores, KINDS):
        total[kind] += score.tallies[kind]
        if kind == "services" and not score.everything:
            total["services, texts without `all`"] += score.tallies[kind]
    for score in scores:
        counts += score.counts
    names = ("invented boundaries", "overstated boundaries", "windows of non-notices", "unreadable")
    took = sorted(score.seconds for score in scores)
    return {
        "announcements": len(scores),
        "figures": {
            kind: {
                "precision": round(t.precision, 4),
                "recall": round(t.recall, 4),
                "wrong": t.wrong,
                "missed": t.missed,
            }
            for kind, t in total.items()
        },
        "counts": {name: counts[name] for name in (*names, "published wrong", "amends wrong")},
        "milliseconds": {"median": round(took[len(took) // 2] * 1000, 2), "most": round(took[-1] * 1000, 2)}
        if took
        else {},
    }


def _table(name: str, figures: dict[str, Any]) -> str:
    lines = [
        f"{name}: {figures['announcements']} announcements",
        f"{'':32}{'precision':>10}{'recall':>10}{'wrong':>8}{'missed':>8}",
    ]
    for kind, row in figures["figures"].items():
        lines.append(f"{kind:32}{row['precision']:>10.1%}{row['recall']:>10.1%}{row['wrong']:>8}{row['missed']:>8}")
    lines += [f"{what:32}{count:>10}" for what, count in figures["counts"].items()]
    lines += [f"{what + ', milliseconds':32}{took:>10}" for what, took in figures["milliseconds"].items()]
    return "\n".join(lines) + "\n"


def markdown(name: str, figures: dict[str, Any]) -> str:
    """The figures of a set as a table of docs/drafting.md; rounded down, so that it never claims too much."""
    lines = [f"<!-- measure: {name} -->", "| | precision | recall |", "| --- | ---: | ---: |"]
    lines += [
        f"| {kind} | {math.floor(row['precision'] * 1000) / 10}% | {math.floor(row['recall'] * 1000) / 10}% |"
        for kind, row in figures["figures"].items()
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, help="only this set")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="announcements and facts of your own")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--markdown", action="store_true", help="the tables as docs/drafting.md has them")
    parser.add_argument("--failures", action="store_true", help="what was missed or wrong, by announcement")
    asked = parser.parse_args(arguments)
    found = {name: measure(name, asked.folder) for name in ([asked.set] if asked.set else SETS)}
    found = {name: scores for name, scores in found.items() if scores}
    if asked.json:
        json.dump({name: summary(scores) for name, scores in found.items()}, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return
    if asked.markdown:
        sys.stdout.write("\n".join(markdown(name, summary(scores)) for name, scores in found.items()))
        return
    for name, scores in found.items():
        if asked.failures:
            lines = (f"{score.name}\n  " + "\n  ".join(score.failures) for score in scores if score.failures)
            sys.stdout.write("\n".join(lines) + "\n\n")
        sys.stdout.write(_table(name, summary(scores)) + "\n")


if __name__ == "__main__":
    main()
