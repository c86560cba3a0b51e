"""Roles, actions and the words of the format: all there, in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import get_args

import pytest

from outageplan.catalog.pools import pools
from outageplan.catalog.services import Place, services
from outageplan.catalog.vocabulary import actions, catalogs, roles, term, terms
from outageplan.engine.availability import State
from outageplan.engine.deadlines import DeadlineKind
from outageplan.engine.plan import NoticeState
from outageplan.notice.library import load
from outageplan.notice.model import Effect, PatientFact, Phase, Resume, Scheme, Status
from outageplan.wording import Text

ENUMS: dict[str, type[StrEnum]] = {
    "effect": Effect,
    "state": State,
    "notice": NoticeState,
    "status": Status,
    "phase": Phase,
    "deadline": DeadlineKind,
}
FAMILIES = {family: tuple(word.value for word in kind) for family, kind in ENUMS.items()} | {
    "resume": get_args(Resume),
    "patient": get_args(PatientFact),
    "place": get_args(Place),
    "scheme": get_args(Scheme),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_format_has_a_term(family: str) -> None:
    """And no term is left over from a word that is gone."""
    listed = {id for id in terms() if id.split(".")[0] == family}
    assert listed == {f"{family}.{word}" for word in FAMILIES[family]}


def test_there_are_no_other_families() -> None:
    assert {id.split(".")[0] for id in terms()} == set(FAMILIES)


def test_terms_have_both_languages_and_differ_within_a_family() -> None:
    for family, words in FAMILIES.items():
        texts = [term(family, word) for word in words]
        assert all(text.zh and text.en for text in texts), family
        assert len({text.zh for text in texts}) == len({text.en for text in texts}) == len(words), family


def test_a_term() -> None:
    assert term("effect", "paper_only") == Text("只收纸质材料", "paper only")
    assert term("deadline", "provisional") == Text("暂计", "provisional")
    with pytest.raises(KeyError):
        term("effect", "no such word")


def test_roles_are_those_of_the_design_in_the_order_of_printing() -> None:
    assert list(roles()) == ["insured", "pharmacy", "hospital", "employer", "agency", "tax"]
    assert {id: role.name for id, role in roles().items()} == {
        "insured": Text("参保人员", "insured people"),
        "pharmacy": Text("定点零售药店", "pharmacies"),
        "hospital": Text("定点医疗机构", "hospitals and clinics"),
        "employer": Text("参保单位", "employers"),
        "agency": Text("医保经办机构", "agencies (the bureau's counters)"),
        "tax": Text("税务部门", "tax offices"),
    }


CALLED = {
    "患者": "insured",
    "药店": "pharmacy",
    "医院": "hospital",
    "单位": "employer",
    "医保局": "agency",
    "税务局": "tax",
}


@pytest.mark.parametrize(("word", "id"), list(CALLED.items()))
def test_roles_are_found_by_what_people_call_them(word: str, id: str) -> None:
    assert roles().find(word).id == id


@pytest.mark.parametrize(
    "id",
    [
        *("stock_up", "settle_before", "pay_before", "prepay_full", "keep_receipts", "phone_filing", "manual_claim"),
        *("resettle_at_provider", "file_later", "convert_to_self_pay", "cancel_registration", "on_account"),
        *("admit_self_pay", "take_deposit", "no_refusal", "backfill_settlement", "backfill_admission"),
        *("accept_register_later", "auto_reimburse", "extend_time_limits"),
    ],
)
def test_what_announcements_tell_people_to_do_is_an_action(id: str) -> None:
    """The actions that the domain notes count."""
    assert actions().by_id(id).id == id
    assert actions()[id].remedy


def test_what_serves_nobody_is_no_remedy() -> None:
    """Telling patients is no more of a remedy than putting up a notice."""
    said = {"post_notice", "inform_patients", "plan_ahead", "defer_visit", "suspend", "announce_changes"}
    assert {action.id for action in actions().values() if not action.remedy} == said


def test_every_action_in_the_packaged_notices_and_every_role_is_there() -> None:
    guidance = [part for notice in load().notices for part in notice.guidance.values()]
    assert {part.action for part in guidance} <= set(actions())
    assert {role for part in guidance for role in part.roles} <= set(roles())
    assert len(guidance) > 50


def test_every_synonym_finds_one_role_or_action() -> None:
    for catalog in (roles(), actions()):
        for entry in catalog.values():
            for word in entry.synonyms:
                assert catalog.find(word) is entry, word


def test_a_former_id_of_an_action() -> None:
    assert actions().by_id("file_after").id == "file_later"


def test_the_catalogs_that_people_search() -> None:
    assert catalogs() == {"services": services(), "pools": pools(), "roles": roles(), "actions": actions()}
    kinds = {name: catalog.kind for name, catalog in catalogs().items()} | {"terms": terms().kind}
    assert kinds == {
        "services": Text("业务", "service"),
        "pools": Text("统筹区", "pool"),
        "roles": Text("角色", "role"),
        "actions": Text("办理方式", "action"),
        "terms": Text("术语", "term"),
    }
