"""Which version an application starts on: the narrowest binding of its day, else the newest of the product's process."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from loan_servicekit.core import Conflict
from workflow_svc.domain.definitions.binding import Binding, Bindings, Retirement, Scope

DAY = date(2026, 3, 2)
TOLD = {
    "product_code": "PCL",
    "customer_type": "PERSONAL",
    "branch": "310000-01",
    "channel": "branch",
    "amount_minor": 100,
}


def bound(number: int, version: int | None, from_: date = DAY, to: date | None = None, **scope: Any) -> Binding:
    return Binding(UUID(int=number), "pcl", "pcl-branch", version, Scope(**scope), from_, to)


@pytest.mark.parametrize(
    ("bindings", "version"),
    [
        ([], None),
        ([bound(1, 1)], 1),
        ([bound(1, 1), bound(2, 2, branch="310000-01")], 2),
        ([bound(1, 1), bound(2, 2, branch="310000-02")], 1),
        ([bound(1, 1, product_code="PCL"), bound(2, 2, branch="310000-01")], 2),
        ([bound(1, 1, region="310000"), bound(2, 2, channel="branch")], 2),
        ([bound(1, 1, region="31"), bound(2, 2, region="44")], 1),
        ([bound(1, 1, amount_below_minor=100), bound(2, 2, amount_from_minor=100)], 2),
        ([bound(1, 1), bound(2, 2, from_=date(2026, 3, 3))], 1),
        ([bound(1, 1), bound(2, 2, branch="310000-01", from_=date(2026, 1, 1), to=DAY)], 1),
    ],
)
def test_the_narrowest_binding_of_the_day_is_taken(bindings: list[Binding], version: int | None) -> None:
    target = "pcl" if version is None else "pcl-branch"
    assert Bindings(bindings).chosen("pcl", TOLD, DAY) == (target, version)


@pytest.mark.parametrize(
    ("new", "refused"),
    [
        (bound(9, 2), True),
        (bound(9, 2, branch="310000-01"), False),
        (bound(9, 2, from_=date(2027, 1, 1)), False),
        (bound(9, 2, from_=date(2026, 1, 1), to=DAY), False),
    ],
)
def test_two_bindings_that_are_equally_narrow_never_hold_at_once(new: Binding, refused: bool) -> None:
    known = Bindings([bound(1, 1, to=date(2027, 1, 1))])
    if refused:
        with pytest.raises(Conflict, match="could be of this binding"):
            known.require_bindable(new)
    else:
        known.require_bindable(new)


def test_amounts_that_meet_are_ambiguous_and_bands_beside_one_another_are_not() -> None:
    known = Bindings([bound(1, 1, amount_below_minor=100)])
    known.require_bindable(bound(2, 1, amount_from_minor=100))
    with pytest.raises(Conflict):
        known.require_bindable(bound(2, 1, amount_from_minor=99))


def test_a_version_that_starts_cases_or_is_the_last_one_is_not_retired() -> None:
    known = Bindings([bound(1, 1)], [Retirement("other", 1, DAY)])
    for code, version, versions, why in (
        ("pcl-branch", 1, [1, 2], "version-bound"),
        ("other", 1, [1, 2], "version-retired"),
        ("other", 2, [1, 2], "last-version"),
    ):
        with pytest.raises(Conflict) as refused:
            known.require_retirable(Retirement(code, version, DAY), versions)
        assert refused.value.code == why
    known.require_retirable(Retirement("other", 2, DAY), [1, 2, 3])


def test_nothing_is_bound_to_a_version_that_will_be_retired_by_then() -> None:
    known = Bindings([], [Retirement("pcl-branch", 1, date(2026, 6, 1))])
    with pytest.raises(Conflict):
        known.require_bindable(bound(1, 1))
    known.require_bindable(bound(1, 1, to=date(2026, 6, 1)))
