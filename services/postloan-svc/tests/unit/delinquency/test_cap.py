"""The line on all charges over balance and time: R-3.19 and example E8c of domain.md §3.5."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from postloan_svc.domain.delinquency.cap import CapMeasure, CapWindow, Line, cut_down, limited

DUE, NEXT, LAST = date(2026, 2, 21), date(2026, 3, 21), date(2026, 4, 21)
COURT = Decimal("0.24")


@pytest.mark.parametrize(
    ("measure", "days", "allowed"),
    [
        ("NOMINAL_360", 360, "24000.00"),
        ("NOMINAL_360", 455, "30333.33"),
        ("NOMINAL_365", 365, "24000.00"),
        ("EFFECTIVE_360", 360, "24000.00"),
        ("EFFECTIVE_360", 180, "11355.28"),  # the root of 1.24 is 1.11355287
        ("EFFECTIVE_365", 730, "53760.00"),
    ],
)
def test_what_the_line_allows_on_a_hundred_thousand(measure: str, days: int, allowed: str) -> None:
    line = Line(COURT, CapMeasure(measure))
    on = date.fromordinal(DUE.toordinal() + days)
    halfway = date.fromordinal(DUE.toordinal() + days // 2)
    window = CapWindow(DUE, DUE).rolled(halfway, 10_000_000, line).rolled(on, 10_000_000, line)
    room = window.room(Fraction(0), line)
    assert abs(room - int(Decimal(allowed) * 100)) < 1


def test_contract_interest_and_what_was_charged_take_room_and_it_never_falls_below_nothing() -> None:
    line = Line(COURT, CapMeasure.NOMINAL_360)
    window = CapWindow(DUE, DUE).rolled(date(2027, 2, 16), 10_000_000, line)  # 360 days
    assert window.room(Fraction(2_200_000), line) == 200_000
    assert window.charged(Fraction(150_000)).room(Fraction(2_200_000), line) == 50_000
    assert window.charged(Fraction(250_000)).room(Fraction(2_200_000), line) == 0


def test_room_that_an_early_time_leaves_over_is_none_for_a_later_one() -> None:
    accrued = {DUE: Fraction(10), NEXT: Fraction(20), LAST: Fraction(500)}
    rooms = {DUE: Fraction(1_000), NEXT: Fraction(900), LAST: Fraction(400)}
    assert limited(accrued, rooms) == {LAST: 400, NEXT: 420, DUE: 430}
    assert limited(accrued, rooms | {NEXT: Fraction(410)}) == {LAST: 400, NEXT: 410, DUE: 420}


def test_compound_interest_goes_before_penalty_and_later_instalments_first() -> None:
    assert cut_down([(100, 10), (50, 5)], Fraction(200)) == [(100, 10), (50, 5)]
    assert cut_down([(100, 10), (50, 5)], Fraction(158)) == [(100, 8), (50, 0)]
    assert cut_down([(100, 10), (50, 5)], Fraction(1001, 10)) == [(100, 0), (0, 0)]
