"""No rule raises, whatever services, effects, windows and guidance a notice has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles
from outageplan.notice.model import Effect, Phase
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

from ...laws import tried

ENDS = ["2025-11-22 08:00", "expected 2025-11-30", "to be announced", "unresolved 31日凌晨", "when 上线", "2025-11-20"]
ids = st.lists(st.sampled_from(list(services())), min_size=1, max_size=3, unique=True).map(", ".join)
pools = st.sampled_from(["100000", "370000", "370700", "419900", "110000"])


@st.composite
def notices(draw: st.DrawFn, id: str) -> str:
    lines = [
        f"id: {id}",
        f"pools: [{draw(pools)}]",
        f"published: {draw(st.sampled_from(['2025-11-01', '2025-11-07']))}",
    ]
    lines += ["windows:", f"  stop: {{start: 2025-11-21 18:00, end: {draw(st.sampled_from(ENDS))}}}"]
    lines += [f"  more: {{start: {draw(st.sampled_from(ENDS))}, end: {draw(st.sampled_from(ENDS))}}}", "effects:"]
    for place in range(draw(st.integers(1, 3))):
        within = draw(
            st.sampled_from(["", ", in: [stop]", ", in: [more]", ", pools: [370700]", ", schemes: [resident]"])
        )
        effect = draw(st.sampled_from(list(Effect)))
        lines.append(f"  e{place}: {{services: [{draw(ids)}], effect: {effect}{within}}}")
    lines.append("guidance:")
    for place in range(draw(st.integers(1, 3))):
        lines.append(
            f"  g{place}: "
            f"{{for: [{draw(st.sampled_from(list(roles())))}], phase: {draw(st.sampled_from(list(Phase)))}, "
            f"services: [{draw(ids)}], action: {draw(st.sampled_from(list(actions())))}, say: "
            f"{{zh: 网厅5时, en: 5 p.m.}}}}"
        )
    if draw(st.booleans()):
        lines.append(f"amends: {draw(st.sampled_from(['a', 'b', 'c', 'none']))}")
    return "\n".join(lines) + "\n"


@tried(60)
@given(notices("a"), notices("b"), notices("c"))
def test_no_rule_raises(a: str, b: str, c: str) -> None:
    sources = [
        Source(file=f"{id}.yaml", content=laid_over(text).encode()) for id, text in (("a", a), ("b", b), ("c", c))
    ]
    report = validate(sources, Settings(), Context(at=MOMENT))
    assert report.readable == 3, report.findings
