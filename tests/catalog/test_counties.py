"""The pool of a county, by the division codes of the National Bureau of Statistics."""

from __future__ import annotations

import csv

import pytest

from outageplan.catalog.counties import pool_of_county
from outageplan.catalog.entry import catalog_file
from outageplan.catalog.pools import pools


@pytest.mark.parametrize(
    ("county", "pool"),
    [
        ("荣成市", "371000"),  # of Weihai
        ("西峡县", "411300"),  # of Nanyang
        ("东城区", "110000"),  # of a municipality, which is one pool
        ("仙桃市", "429004"),  # under its province: a pool itself
        ("宝塔区", "610600"),
    ],
)
def test_a_county_lies_in_the_pool_of_its_prefecture(county: str, pool: str) -> None:
    assert pool_of_county()[county] == pool


def test_a_name_that_counties_of_several_pools_have_tells_none() -> None:
    assert "朝阳区" not in pool_of_county()  # of Beijing, and of Changchun
    assert "市中区" not in pool_of_county()


def test_every_county_lies_in_a_pool() -> None:
    _, *rows = csv.reader(catalog_file("counties.csv").splitlines())
    codes = [code for code, _ in rows]
    assert len(codes) > 2800
    assert len(set(codes)) == len(codes)
    assert set(pool_of_county().values()) <= set(pools())
