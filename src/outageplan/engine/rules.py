"""The rules that decide, each with its name, one line of reason and, where there is one, the norm behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from outageplan.wording import Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the engine: `name` is stable and stands in every reason that the rule makes."""

    name: str
    why: Text
    norm: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a line of a plan stands there: the rule, and where in which notice the ground for it is."""

    rule: str
    text: Text
    notice: str | None = None
    window: str | None = None
    guidance: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A node of a derivation: a reason, what it rests on, and whether its rule applied or was only considered."""

    reason: Reason
    below: tuple[Step, ...] = ()
    applies: bool = True


def flattened(steps: Iterable[Step]) -> Iterator[Reason]:
    """The reasons of a derivation in order, each before those that it rests on; what did not apply is left out."""
    for step in steps:
        if step.applies:
            yield step.reason
            yield from flattened(step.below)


KNOWN_AT = "known-at"
AMENDED = "amended"
REPEATED = "repeated"
NAMED = "named"
CONTAINMENT = "containment"
BOTH_ENDS = "both-ends"
SPECIFIC_WINS = "specific-wins"
WORST_EFFECT_WINS = "worst-effect-wins"
CERTAINTY = "certainty"
PRESUMED_KEPT = "presumed-kept"
PHASE = "phase"
CONDITION = "condition"
DEADLINE = "deadline"
FALLBACK = "fallback"
NEXT_USE = "next-use"
CHANNEL_CLOSED = "channel-closed"

_CIVIL_CODE = Text("《民法典》第二百至二百零三条、第一千二百五十九条", "Civil Code, articles 200 to 203 and 1259")
_PRACTICE = Text(
    "2024 年 6 月国家平台升级公告（national-2024-06 第 4 部分）对跨省费用即如此安排；具体以参保地规定为准",
    "so the notice of June 2024 on the national platform (national-2024-06, part 4) has it for bills across provinces; "
    "the rules of the pool of insurance decide",
)

RULES = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                KNOWN_AT,
                Text(
                    "在某时点之后发布的公告，于该时点尚不存在",
                    "what is published after a moment does not exist at that moment",
                ),
            ),
            Rule(
                AMENDED,
                Text(
                    "变更公告按发布时间先后并入原公告，后发布的为准",
                    "amendments change their notice in order of publication; the later one holds",
                ),
            ),
            Rule(
                REPEATED,
                Text(
                    "重复的时段以正在进行的一次为准，否则以下一次为准",
                    "a window that repeats stands for the occurrence under way, else for the next one",
                ),
            ),
            Rule(NAMED, Text("公告直接写明该业务或其上级类别", "a notice names the service or a branch above it")),
            Rule(
                CONTAINMENT,
                Text(
                    "国家或省级平台的时段覆盖其下统筹区；省本级与省内各市并列，互不覆盖",
                    "a window of the nation or a province covers the pools below it; "
                    "a provincial-direct pool lies beside the cities",
                ),
            ),
            Rule(
                BOTH_ENDS,
                Text(
                    "异地结算须参保地、就医地和中间平台同时可用，一端停则全停",
                    "off-site settlement needs the pool of insurance, the pool of treatment and the hub between them",
                ),
            ),
            Rule(
                SPECIFIC_WINS,
                Text(
                    "同一公告同一时段内，写得更具体的业务优先于其上级类别",
                    "inside one window of one notice the more specific service wins over its branch",
                ),
            ),
            Rule(
                WORST_EFFECT_WINS,
                Text("多个时段重叠时，以影响最重者为准", "among overlapping windows the worst effect wins"),
            ),
            Rule(
                CERTAINTY,
                Text("只是预计的时间不当作确定的时间", "what is only expected is never taken as certain"),
            ),
            Rule(
                PRESUMED_KEPT,
                Text(
                    "预计恢复时间过后 30 日无新消息，推定已按期恢复",
                    "after 30 days without word an expected return is presumed kept",
                ),
            ),
            Rule(
                PHASE,
                Text(
                    "办理指引随其时段分为停机前、停机期间和恢复后",
                    "guidance belongs to its window's before, during or after",
                ),
            ),
            Rule(
                CONDITION,
                Text(
                    "办理指引按参保地、就医地、患者情况和入出院时间选用：不符的不列，未给出的连同条件列出；"
                    "写了多个时段的，符合其一即可",
                    "guidance is chosen by place, patient, admission and discharge: what does not fit is left out, "
                    "what is not known stays with its condition; on several windows it is enough to fit one",
                ),
            ),
            Rule(
                DEADLINE,
                Text(
                    "期间开始当日不计入；末日遇法定休息日顺延；末日至 24:00 或停止业务时止；“以内”含本数",
                    "the first day is not counted; a last day that is a rest day moves on; "
                    "it ends at 24:00 or at the close of business; “within” includes the number",
                ),
                _CIVIL_CODE,
            ),
            Rule(
                CHANNEL_CLOSED,
                Text(
                    "期限或办理时段内所需业务、渠道被另一份公告停用的，指出最迟可办的时刻",
                    "where another notice closes what a deadline or an action needs, the last moment that works is "
                    "named",
                ),
            ),
            Rule(
                NEXT_USE,
                Text(
                    "一项业务须待所有停用它的时段都结束才可再用；其中任一时间未确定，结果即不确定",
                    "a service can be used again when every window that keeps it down is over; "
                    "where one of them is not certain, neither is the answer",
                ),
            ),
            Rule(
                FALLBACK,
                Text(
                    "公告对该角色没有说明时如实告知，并提示全国通行的手工报销",
                    "where a notice says nothing to a role the plan says so, and offers manual reimbursement",
                ),
                _PRACTICE,
            ),
        )
    }
)
