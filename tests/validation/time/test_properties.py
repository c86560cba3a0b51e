"""No rule of time raises, whatever the moments and texts; and none takes long, however long the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.reading import read_notice
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context, Subject, checks
from outageplan.validation.rules.time import duration_contradicts, weekday_contradicts

from ...laws import tried
from ...notice.test_moments_properties import moment_phrases
from .checking import report

CODES = [check.rule.code for check in checks() if check.rule.code.startswith("OP3")]
words = st.sampled_from(["wait", "月底", "all is tested"])
boundaries = (
    st.builds(
        str.__add__, st.sampled_from(["", "expected ", "tentative ", "not before ", "no later than "]), moment_phrases
    )
    | st.just("to be announced")
    | words.map("unresolved {}".format)
)
units = st.sampled_from(["1 minute", "9999 hours", "1 day", "9999 days", "7 working days", "9999 months"])
anchors = st.sampled_from(["stop.start", "stop.end", "end of month of stop.end", "visit"])
deadlines = (
    moment_phrases | anchors | st.builds("{} {} {}".format, units, st.sampled_from(["before", "after"]), anchors)
)
pieces = st.sampled_from(
    [
        *(
            "11月21日",
            "2月30日",
            "2025-11-21",
            "2025-13-41",
            "99 November 0000",
            "May 5",
            "周五",
            "（",
            "）",
            "Friday",
            "Mon.",
        ),
        *(
            "停机",
            "9天",
            "为期",
            "二十一天",
            "十",
            "for nine days",
            "suspended",
            "lasts 0 days",
            "999小时",
            " ",
            "，",
            "至",
            "to",
        ),
    ]
)
texts = st.lists(pieces, min_size=1, max_size=8).map("".join).filter(str.strip)


@tried(60)
@given(
    start=boundaries,
    end=boundaries,
    deadline=deadlines,
    published=moment_phrases,
    text=texts,
    phase=st.sampled_from(["before", "during", "after"]),
    action=st.sampled_from(["pay_before", "manual_claim", "plan_ahead"]),
    status=st.sampled_from(["draft", "confirmed", "cancelled"]),
)
def test_no_rule_raises(
    start: str, end: str, deadline: str, published: str, text: str, phase: str, action: str, status: str
) -> None:
    snippet = (
        f"status: {status}\npublished: {published}\n"
        f"windows:\n  stop:\n    start: {start}  # 周五\n    end: {end}  # {text}\n    clause: '1'\n"
        f"guidance:\n  g:\n    for: [insured, agency]\n    phase: {phase}\n    services: [all]\n    action: {action}\n"
        f"    deadline: {deadline}\n    not_before: {deadline}\n    say: {{zh: 甲, en: a}}\n    clause: '3'\n"
        f"notes:\n  n: {{say: {{zh: '{text}', en: '{text}'}}, clause: '4'}}\n"
    )
    for finding in report("OP3", snippet).findings:
        assert finding.code in CODES
        assert finding.message.zh
        assert finding.message.en
        assert finding.span.line > 1


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "11月21日",
            "周五",
            "停机",
            "停机共",
            "9",
            "十",
            "suspended for ",
            "Monday ",
            "November ",
            "2025-11-21 ",
            " ",
            "（",
        ),
        *("共9天", "down for 9 days ", "星期五11月21日", "stop "),
    ],
)
def test_long_texts_take_milliseconds(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    content = laid_over(f"notes:\n  n: {{say: {{zh: '甲{text}', en: 'a'}}, clause: '4'}}\n").encode()
    reading = read_notice(content, "a.yaml")
    subject = Subject(file="a.yaml", content=content, document=reading.document, notice=reading.notice)
    assert subject.notice
    begun = time.process_time()
    for rule in (duration_contradicts, weekday_contradicts):
        list(rule.check(subject, Context(at=MOMENT)))
    assert time.process_time() - begun < 0.5  # some 10 ms on an idle machine
