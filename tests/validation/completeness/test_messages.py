"""Each rule of completeness: the whole message, its place, and near misses."""

from __future__ import annotations

import pytest

from outageplan.wording import Text

from .examining import found, place

STOP = "effects:\n  everything: {services: [%s], effect: %s, clause: '2'}\n"


def effects(service: str, effect: str = "suspended") -> str:
    return STOP % (service, effect)


def told(snippet: str, code: str, without: tuple[str, ...] = ()) -> list[tuple[str, Text]]:
    return [(finding.key, finding.message) for finding in found(snippet, code, without)]


def test_no_guidance_names_roles_and_services() -> None:
    assert told(effects("settlement.local.pharmacy"), "OP401", ("guidance",)) == [
        (
            "effects.everything",
            Text(
                "以下业务暂停而没有替代办法——参保人员：“定点药店购药结算”；定点零售药店：“定点药店购药结算”；"
                "请在 `guidance` 写明怎么办",
                "stopped without guidance that helps: insured: `settlement.local.pharmacy`; pharmacy: "
                "`settlement.local.pharmacy`; say in `guidance` what to do instead",
            ),
        )
    ]


def test_findings_about_a_part_stand_at_its_key() -> None:
    snippet = (
        "effects: {a: {say: {zh: 暂停, en: stop}, services: [price], effect: suspended}, "
        "everything: {services: [settlement.local.inpatient], effect: suspended}}\n"
    )
    for code in ("OP401", "OP406", "OP408"):
        finding = found(snippet, code, ("guidance",))[-1]
        assert (finding.span.line, finding.span.column) == place(snippet, "everything:", ("guidance",))
    title = "title: {zh: 示例}\n"
    (finding,) = found(title, "OP404")
    assert (finding.span.line, finding.span.column) == place(title, "title:")


def test_no_guidance_is_short_for_everything() -> None:
    ((_, message),) = told(effects("all"), "OP401", ("guidance",))
    assert message.en == (
        "stopped without guidance that helps: insured: `settlement.local`, `settlement.offsite`, `filing`; pharmacy: "
        "`settlement.local.special_drug`, `settlement.local.pharmacy`, `settlement.offsite.in_province.pharmacy`, "
        "`settlement.offsite.cross_province.pharmacy`; hospital: `settlement.local.outpatient`, "
        "`settlement.local.chronic`, `settlement.local.two_diseases`, `settlement.local.special_drug`, "
        "`settlement.local.inpatient` and 8 more; say in `guidance` what to do instead"
    )


@pytest.mark.parametrize(
    "snippet",
    [
        effects("settlement.local.pharmacy", "unaffected"),
        effects("settlement.local.pharmacy", "paper_only"),
        effects("enrolment"),
        effects("settlement.local.pharmacy"),
    ],
)
def test_what_needs_no_more_guidance(snippet: str) -> None:
    assert found(snippet, "OP401") == []


def test_a_specific_entry_takes_the_service_away_from_its_branch() -> None:
    both = (
        "effects:\n  all: {services: [settlement.local], effect: suspended}\n"
        "  but: {services: [settlement.local.outpatient, settlement.local.chronic, settlement.local.two_diseases, "
        "settlement.local.special_drug, settlement.local.inpatient, settlement.local.maternity], effect: unaffected}\n"
    )
    assert found(both, "OP401") == []


def test_idle_guidance() -> None:
    wrong = effects("inquiry")
    assert told(wrong, "OP402")[0] == (
        "guidance.buy-ahead.services[0]",
        Text(
            "本公告没有写明“settlement.local.pharmacy”受影响；请核对业务代码，或在 `effects` 补写",
            "nothing in this notice affects `settlement.local.pharmacy`; check the id, or add it to `effects`",
        ),
    )


@pytest.mark.parametrize(
    ("phase", "service", "count"),
    [
        ("after", "reimbursement.manual", 0),
        ("during", "reimbursement.manual", 1),
        ("after", "filing.offsite", 0),
        ("during", "channel.phone", 0),
        ("after", "inquiry", 1),
    ],
)
def test_idle_guidance_spares_the_way_out(phase: str, service: str, count: int) -> None:
    snippet = (
        f"guidance:\n  x:\n    for: [insured]\n    phase: {phase}\n    services: [{service}]\n"
        "    action: manual_claim\n    say: {zh: 报销, en: Claim.}\n"
    )
    assert len(found(snippet, "OP402")) == count


def test_no_contact() -> None:
    nameless = "contacts:\n  bureau: {name: {zh: 医保局, en: bureau}}\n"
    for snippet, without in ((nameless, ()), ("", ("contacts",))):
        assert told(snippet, "OP403", without) == [
            (
                "contacts",
                Text(
                    "没有咨询电话；请在 `contacts` 写明名称和 `phones`",
                    "there is no telephone number to ask; give one in `contacts` with `phones`",
                ),
            )
        ]
    assert found(nameless, "OP403")[0].span.line == place(nameless, "contacts:")[0]


def test_a_text_in_one_language() -> None:
    snippet = "title: {en: Stop}\nissuer: {zh: 示例市医疗保障局}\n"
    assert told(snippet, "OP404") == [
        ("title", Text("“Stop”缺少中文；请补写 `zh`", "`Stop` has no Chinese; add `zh`")),
        ("issuer", Text("“示例市医疗保障局”缺少英文；请补写 `en`", "`示例市医疗保障局` has no English; add `en`")),
    ]


def test_numbers_differ_stands_at_the_english_behind_the_chinese() -> None:
    snippet = "title: {zh: 示例市11月21日停机, en: Stop on 20 November}\n"
    (finding,) = found(snippet, "OP405")
    assert (finding.key, (finding.span.line, finding.span.column)) == ("title.en", place(snippet, "Stop on"))
    assert finding.message == Text(
        "中英文数字不一致：只有中文写有“21”，只有英文写有“20”；请改为一致",
        "the numbers differ: only the Chinese has `21`, only the English has `20`; make the two agree",
    )


def test_no_clause_of_any_family() -> None:
    snippet = (
        "windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30}\n"
        "effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended}\n"
        "notes:\n  n: {say: {zh: 甲, en: a}}\n"
    )
    findings = found(snippet, "OP406")
    assert [finding.key for finding in findings] == ["windows.stop", "effects.everything", "notes.n"]
    assert findings[0].message == Text(
        "“windows.stop”没有写明公告的条款；请补写 `clause`",
        "`windows.stop` names no clause of the announcement; add `clause`",
    )


def test_everything_and_nothing_spared() -> None:
    assert told(effects("inquiry, all"), "OP407") == [
        (
            "effects.everything.services[1]",
            Text(
                "“all”全部暂停，没有写明不受影响的业务；如有，请补写一条 `effect: unaffected`",
                "`all` stops and nothing is said to go on; if something does, add an entry with `effect: unaffected`",
            ),
        )
    ]
    assert found(effects("settlement"), "OP407") == []
    assert found(effects("all") + "  go: {services: [price], effect: unaffected}\n", "OP407") == []


@pytest.mark.parametrize(("end", "count"), [("2025-11-22 18:00", 0), ("2025-11-22 18:01", 1), ("to be announced", 0)])
def test_only_a_stop_of_more_than_a_day_needs_preparing(end: str, count: int) -> None:
    window = f"windows:\n  stop: {{start: 2025-11-21 18:00, end: {end}, clause: '1'}}\n"
    findings = found(window + effects("settlement.local.inpatient"), "OP408")
    assert len(findings) == count
    for finding in findings:
        assert finding.message == Text(
            "“住院结算”停机超过24小时，没有停机前的提示；请补写一条 `phase: before` 的业务指引",
            "`settlement.local.inpatient`: stopped for more than 24 hours, and nothing says what patients or hospitals "
            "do "
            "before; add guidance with `phase: before`",
        )
