"""The kinds of value in a notice: what each of them becomes. How it is refused is tested with the problems."""

from __future__ import annotations

import pytest

from outageplan.catalog.services import services
from outageplan.notice.model import Contact, Notice
from outageplan.notice.moments import parse_moment
from outageplan.notice.reading import read_notice
from outageplan.wording import Text

from .examples import FILE, changed


def read(text: str) -> Notice:
    reading = read_notice(text.encode(), FILE)
    assert reading.findings == ()
    assert reading.notice is not None
    return reading.notice


def test_former_ids_become_the_current_ones() -> None:
    """A removed id keeps an alias, and the model holds the id of today."""
    notice = read(changed("filing.offsite.referral", "filing.referral"))
    assert notice.guidance["file-later"].services == ("filing.offsite.referral",)
    assert services().by_id("filing.referral").id == "filing.offsite.referral"


@pytest.mark.parametrize(
    ("published", "shown"), [("2021-11-17", "2021-11-17"), ("2021-11-17 09:30 +08:00", "2021-11-17 09:30 +08:00")]
)
def test_published_keeps_how_it_was_written(published: str, shown: str) -> None:
    notice = read(changed("pools:", f"published: {published}\npools:"))
    assert notice.published == parse_moment(published)
    assert str(notice.published) == shown


@pytest.mark.parametrize("phone", ["12393", "0371-65742316", "+86-10-12345678", "0536-8099393 ext. 12"])
def test_phones(phone: str) -> None:
    notice = read(changed("name: {zh: 窗口}", f"name: {{zh: 窗口}}, phones: [{phone}], services: [settlement]"))
    assert dict(notice.contacts) == {"desk": Contact(name=Text("窗口"), phones=(phone,), services=("settlement",))}
