"""Arrears by instalment (domain.md §1.3): tolerance, materiality, days that are paused."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from postloan_svc.domain.classification.bands import principal_by_age
from postloan_svc.domain.classification.months import code_of_month
from postloan_svc.domain.classification.standing import IN_TIME, Pause, Tolerance, arrears_of, standing
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
DUE = date(2026, 2, 21)


@pytest.fixture
def e1(a_loan: Loan) -> Loan:
    """E1, paid out on 2026-01-21: 8,884.88 on the 21st of each month, three days of grace."""
    a_loan.confirm_pay_out(a_loan.request_pay_out(), 10_000_000, date(2026, 1, 21), NOW)
    return a_loan


def stands(loan: Loan, on: date, tolerance: Tolerance = Tolerance(), *pauses: Pause) -> tuple[int, int, int]:
    found = standing(arrears_of(loan), on, loan.outstanding_principal_minor, tolerance, pauses)
    return found.dpd, found.terms, found.overdue_minor


def test_each_instalment_ages_by_itself(e1: Loan) -> None:
    advance(e1, DUE + timedelta(days=70), 90)
    assert stands(e1, DUE + timedelta(days=3)) == (0, 0, 0)  # within grace
    assert stands(e1, DUE + timedelta(days=4)) == (4, 1, 888_488)
    assert stands(e1, DUE + timedelta(days=31)) == (31, 1, 888_488)  # the second is within its own grace
    assert stands(e1, DUE + timedelta(days=32)) == (32, 2, 1_776_976)
    bands = principal_by_age(arrears_of(e1), DUE + timedelta(days=70))
    principals = [each.principal_minor for each in arrears_of(e1)]
    assert bands == {
        "1-30": principals[2], "31-60": principals[1], "61-90": principals[0], "91-180": 0, "181+": 0,
    }  # fmt: skip
    assert len(principals) == 3


def test_what_is_too_little_makes_nothing_past_due(e1: Loan) -> None:
    on = DUE + timedelta(days=10)
    repay(e1, Receipt(e1.id, 888_388, DUE), DUE, lambda day: 90)
    advance(e1, on, 90)
    assert stands(e1, on) == (10, 1, 100)
    assert stands(e1, on, Tolerance(least_minor=99))[0] == 10
    assert stands(e1, on, Tolerance(least_minor=100)) == (0, 0, 0)
    assert stands(e1, on, Tolerance(material_percent=Decimal("0.001")))[0] == 10  # 92.11 fen of the balance
    assert stands(e1, on, Tolerance(material_percent=Decimal("0.01"))) == (0, 0, 0)


def test_days_of_a_pause_do_not_count_and_go_on_counting_behind_it(e1: Loan) -> None:
    advance(e1, DUE + timedelta(days=60), 90)
    pause = Pause(DUE + timedelta(days=11), DUE + timedelta(days=20))
    counted = [stands(e1, DUE + timedelta(days=days), Tolerance(), pause)[0] for days in (10, 11, 15, 20, 21, 60)]
    assert counted == [10, 10, 10, 10, 11, 50]
    before = Pause(DUE - timedelta(days=30), DUE + timedelta(days=5))  # only days past due are taken off
    assert stands(e1, DUE + timedelta(days=8), Tolerance(), before)[0] == 3


def test_a_loan_in_time_has_nothing(e1: Loan) -> None:
    assert standing(arrears_of(e1), DUE, 10_000_000, Tolerance()) == IN_TIME


def test_the_bureau_is_told_each_month(e1: Loan) -> None:
    advance(e1, DUE + timedelta(days=6), 90)
    assert code_of_month(e1, date(2026, 1, 31), 0, True) == "*"
    assert code_of_month(e1, date(2026, 2, 28), 7, True) == "1"
    repay(e1, Receipt(e1.id, 892_000, DUE + timedelta(days=6)), DUE + timedelta(days=6), lambda day: 90)
    assert code_of_month(e1, date(2026, 2, 28), 0, True) == "M"
    assert code_of_month(e1, date(2026, 2, 28), 0, False) == "N"
