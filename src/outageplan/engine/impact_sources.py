"""What `impact` counts: the volumes of a site or a published figure, and how much of each a window defers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from outageplan.catalog.figures import TRANSACTIONS
from outageplan.catalog.pools import pools
from outageplan.catalog.services import Service, services
from outageplan.engine.counting import Flow
from outageplan.engine.impact_answer import Question, Source
from outageplan.engine.impact_grounds import known_figures
from outageplan.engine.impact_windows import (
    Part,
    Stop,
    at_site,
    is_firm,
    is_national,
    leaves_concerned,
    named_leaves,
    nationwide,
)
from outageplan.engine.opening import ALWAYS, opening_of
from outageplan.notice.model import Status
from outageplan.wording import Text, joined

_NAMES = 3


def sources(stop: Stop, question: Question) -> list[Source]:
    """The site's volumes, or the national figure; those that the window does not touch are left out."""
    found = _of_site(stop, question) if question.site else _published(stop, question)
    return [source for source in found if source.high or source.part.claims]


def whole_flow(question: Question) -> Flow:
    """All transactions of the site on an open day, whatever stops; all volumes share its counters."""
    assert question.site is not None
    volumes = question.site.volumes.values()
    return Flow(
        low=Fraction(sum(volume.low for volume in volumes)),
        high=Fraction(sum(volume.high for volume in volumes)),
        opening=opening_of(question.site) or ALWAYS,
        profile=question.profile,
    )


def _of_site(stop: Stop, question: Question) -> Iterator[Source]:
    site, tree = question.site, services()
    assert site is not None
    asked = {leaf.id for leaf in named_leaves(question.case.services)}
    for id, volume in site.volumes.items():
        leaves = tree.leaves_of(id)
        inside = [leaf for leaf in leaves if leaf.id in asked]
        if not inside:
            continue
        part = at_site(stop, inside, site, question.case.at)
        if part.low and len(inside) < len(leaves):
            part = Part(0, 1, ("some-services", *part.why), part.claims)
        flow = replace(whole_flow(question), low=Fraction(volume.low), high=Fraction(volume.high))
        low, high = Fraction(part.low), Fraction(part.high)
        yield Source(id=id, name=tree[id].name, flow=flow, part=part, low=low, high=high)


def _published(stop: Stop, question: Question) -> Iterator[Source]:
    """The national figure, and how much of it a window of the national platform defers.

    It counts transactions of every kind: only where all settlement stops is the whole of it deferred.
    """
    if not is_national(stop.notice):
        return
    part = nationwide(stop, named_leaves(question.case.services), question.case.at)
    settlement = nationwide(stop, _settlement(question), question.case.at)
    figure = known_figures(question).get(TRANSACTIONS)
    if figure is None:
        return
    flow = Flow(
        low=figure.value, high=figure.value, opening=ALWAYS, profile=question.profile, over=figure.bound == "over"
    )
    low = high = Fraction(0)
    if question.share and part.high:
        low, high = (question.share[0] if is_firm(part) else Fraction(0)), question.share[1]
    elif settlement.high:
        whole = settlement.low == 1 and not question.case.services
        low, high = Fraction(whole), Fraction(1)
        part = settlement if whole else replace(part, why=("share-unknown", *part.why))
    yield Source(id=figure.id, name=figure.name, flow=flow, part=part, low=low, high=high)


def _settlement(question: Question) -> list[Service]:
    """The services of settlement that are asked about."""
    asked = {leaf.id for leaf in named_leaves(question.case.services)}
    return [leaf for leaf in services().leaves_of("settlement") if leaf.id in asked]


def concerned(stop: Stop, question: Question) -> tuple[Service, ...]:
    """The services that a window stops or degrades, of those asked about, summed up by branch.

    Those that can be counted come first: the volumes of the site, else settlement.
    """
    tree = services()
    leaves = leaves_concerned(stop, question.case, question.site)
    counted = list(question.site.volumes) if question.site else ["settlement"]

    def rest(service: Service) -> bool:
        return not any(tree.covers(id, leaf.id) for id in counted for leaf in tree.leaves_of(service.id))

    return tuple(sorted(tree.summed_up(leaf.id for leaf in leaves), key=rest))


def not_counted(stop: Stop, found: Sequence[Source], stopped: Sequence[Service], question: Question) -> Text | None:
    """Why there is no number, where there is none."""
    if stop.notice.status is Status.CANCELLED:
        return Text("公告已取消，不会停机", "the notice is cancelled: nothing stops")
    if not stopped:
        return Text("不影响所问的业务或本机构", "it does not concern the services asked about, or the site")
    if any(source.high for source in found):
        return None
    if found and all("terminated" in source.part.why for source in found):
        return Text(
            "所涉业务终止、不再恢复，没有补办可言", "what it concerns is terminated: nothing comes back to be made up"
        )
    names = joined([service.name for service in stopped[:_NAMES]])
    more = Text("等", " and others") if len(stopped) > _NAMES else Text("", "")
    told = Text(f"{names['zh']}{more['zh']}", f"{names['en']}{more['en']}")
    if question.site:
        return _no_volume(question, told)
    if is_national(stop.notice) and TRANSACTIONS not in known_figures(question):
        return Text(
            "当时尚未公布过国家平台的业务量，不作推算",
            "by then no figure had been published for the national platform, so no number is given",
        )
    if is_national(stop.notice):
        return Text(
            f"所停的是{told['zh']}，没有公布过这些业务的数量，不作推算；已知占比的可用 --share",
            f"no figure is published for what it stops ({told['en']}), so no number is given; "
            "--share counts a share of all transactions",
        )
    where = joined([pools()[code].name for code in stop.notice.pools]) if stop.notice.pools else _NOWHERE
    return Text(
        f"没有公布过{where['zh']}的业务量，不作推算；请用 --site 给出本机构的笔数",
        f"no figure is published for {where['en']}, so no number is given; --site counts from your own volumes",
    )


_NOWHERE = Text("该地区（未写明）", "its place, which is not stated")


def _no_volume(question: Question, told: Text) -> Text:
    assert question.site is not None
    if not question.site.volumes:
        return Text(
            "机构文件没有 volumes（每个营业日的笔数），无从计算",
            "the site file has no `volumes` (transactions per open day): there is nothing to count from",
        )
    return Text(
        f"所停的是{told['zh']}，机构文件的 volumes 里没有这些业务的笔数",
        f"what it stops ({told['en']}) has no number among the `volumes` of the site file",
    )
