"""The channel's file against our orders: what differs, and what is only asked about."""

from datetime import date
from uuid import UUID

import pytest

from integration_gateway.domain.payments.payment import PaymentState
from integration_gateway.domain.payments.settlement import (
    BreakKind,
    OwnOrder,
    Returned,
    ReturnedOrder,
    SettledOrder,
    compared,
    with_returns,
)
from loan_contracts.lending import PaymentDirection

DAY, PAYMENT = date(2026, 11, 29), UUID(int=1)
THERE = SettledOrder("DF1", 100, "1129103000", "Q1", "12")


def ours(state: PaymentState = PaymentState.SUCCESS, amount: int = 100, order: str = "DF1") -> OwnOrder:
    return OwnOrder(order, PAYMENT, amount, state)


def test_a_day_that_agrees_has_no_breaks() -> None:
    found = compared(DAY, [THERE], [ours()])
    assert (found.orders, found.amount_minor, found.breaks, found.to_ask) == (1, 100, [], [])


@pytest.mark.parametrize(
    ("settled", "own", "kind", "amounts"),
    [
        ([THERE], [], BreakKind.SETTLED_THERE_ALONE, (None, 100)),
        ([THERE], [ours(PaymentState.FAIL)], BreakKind.SETTLED_THERE_ALONE, (100, 100)),
        ([THERE], [ours(amount=99)], BreakKind.AMOUNT_DIFFERS, (99, 100)),
        ([], [ours()], BreakKind.SETTLED_HERE_ALONE, (100, None)),
    ],
)
def test_what_differs_is_a_break(
    settled: list[SettledOrder], own: list[OwnOrder], kind: BreakKind, amounts: tuple[int | None, int | None]
) -> None:
    [found] = compared(DAY, settled, own).breaks
    assert (found.order_id, found.kind, (found.ours_minor, found.theirs_minor)) == ("DF1", kind, amounts)


def test_an_order_without_an_end_that_is_settled_there_is_asked_about_and_no_break() -> None:
    found = compared(DAY, [THERE], [ours(PaymentState.UNKNOWN)])
    assert (found.to_ask, found.breaks) == (["DF1"], [])


def test_one_that_is_not_in_the_file_and_has_no_end_is_left_alone() -> None:
    assert compared(DAY, [], [ours(PaymentState.UNKNOWN), ours(PaymentState.FAIL, order="DF2")]).breaks == []


@pytest.mark.parametrize(
    ("trace", "amount", "known"), [("1 0222", 100, True), ("1 0222", 99, False), ("2 0222", 100, False)]
)
def test_what_went_back_is_taken_back_where_it_is_ours_and_a_break_where_not(
    trace: str, amount: int, known: bool
) -> None:
    own = Returned(PAYMENT, PAYMENT, PAYMENT, PaymentDirection.COLLECT, 100, "CNY", "1 0222")
    found = with_returns(compared(DAY, [], []), [ReturnedOrder(trace, amount)], [own])
    assert list(found.returned) == ([own] if known else [])
    assert [(each.kind, each.order_id, each.theirs_minor) for each in found.breaks] == (
        [] if known else [(BreakKind.RETURNED_UNKNOWN, trace, amount)]
    )
