"""The payment channel over real HTTP: money moves once, whatever happens on the way (domain.md §7.8)."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import orjson
import pytest
from outside_world import AT, FIRST_STORY_ROW, NAMES, Outside, a_request

from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState, order_id
from loan_contracts.lending import PaymentDirection

SUCCESS, FAIL, UNKNOWN = PaymentState.SUCCESS, PaymentState.FAIL, PaymentState.UNKNOWN
PAY_OUT, COLLECT = PaymentDirection.PAY_OUT, PaymentDirection.COLLECT


def an_order(
    name: str, direction: PaymentDirection = PAY_OUT, amount_minor: int = 888_488, **changes: Any
) -> PaymentOrder:
    """An order of its own for each test, by name."""
    subject = a_request(FIRST_STORY_ROW).subject
    payment_id: UUID = uuid5(NAMES, name)
    assert subject.card is not None
    fields = {
        "card": subject.card,
        "name": subject.name,
        "identity_number": subject.identity_number,
        "biz_no": name,
        "ordered_at": AT,
    }
    return PaymentOrder(
        order_id=order_id(payment_id, direction), direction=direction, amount_minor=amount_minor, **(fields | changes)
    )


async def booked(outside: Outside, order: PaymentOrder) -> list[dict[str, object]]:
    """What the channel's book says under the order's business number."""
    items: list[dict[str, object]] = (await outside.look(f"payments?biz_no={order.biz_no}"))["items"]
    return items


@pytest.mark.parametrize(("direction", "kind"), [(PAY_OUT, "12"), (COLLECT, "11")])
async def test_an_order_moves_money(outside: Outside, direction: PaymentDirection, kind: str) -> None:
    order = an_order(f"plain-{kind}", direction)
    result = await outside.payments().settle(order)
    assert (result.order_id, result.state, result.code) == (order.order_id, SUCCESS, "00")
    assert result.channel_reference
    assert result.account_masked == f"{order.card[:6]}******{order.card[-4:]}"
    [entry] = await booked(outside, order)
    assert entry["order_id"] == order.order_id
    assert (entry["txn_type"], entry["amount_minor"], entry["state"], entry["requests"]) == (
        kind,
        888_488,
        "SUCCESS",
        1,
    )
    assert order.card not in str(entry)


async def test_a_repeated_order_tells_how_the_first_one_ended_and_pays_once(outside: Outside) -> None:
    order = an_order("repeated")
    first = await outside.payments().settle(order)
    second = await outside.payments().settle(order)
    assert second == first
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (2, "SUCCESS")


async def test_orders_sent_side_by_side_pay_once(outside: Outside) -> None:
    order = an_order("side-by-side")
    results = await asyncio.gather(*(outside.payments().settle(order) for _ in range(20)))
    assert {result.state for result in results} == {SUCCESS}
    assert len({result.channel_reference for result in results}) == 1
    [entry] = await booked(outside, order)
    assert entry["requests"] == 20


@pytest.mark.parametrize("fault", [{"hang": True}, {"delay_ms": 60_000}, {"malformed": True}])
async def test_a_lost_answer_is_found_by_a_query_and_not_sent_again(outside: Outside, fault: dict[str, object]) -> None:
    order = an_order(f"lost {fault}")
    await outside.switch("PUT", "faults/PAYMENT", **fault)
    result = await outside.payments(timeout_s=1.0).settle(order)
    assert (result.state, result.code) == (SUCCESS, "00")
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


@pytest.mark.parametrize(("status", "requests"), [(504, 2), (500, 1)])
async def test_an_answer_lost_to_an_error_status_pays_once_whether_it_is_sent_again_or_asked_for(
    outside: Outside, status: int, requests: int
) -> None:
    order = an_order(f"lost {status}")
    await outside.switch("PUT", "faults/PAYMENT", status=status, delay_ms=1, times=1)  # after the booking
    result = await outside.payments().settle(order)
    assert result.state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == requests


async def test_an_order_that_never_arrived_stays_unknown_and_may_be_sent_again_later(outside: Outside) -> None:
    order = an_order("never arrived")
    await outside.switch("PUT", "faults/PAYMENT", status=503)  # at the door, before the booking
    result = await outside.payments(attempts=2).settle(order)
    assert (result.state, result.code) == (UNKNOWN, "34")
    assert await booked(outside, order) == []
    await outside.switch("DELETE", "faults/PAYMENT")
    assert (await outside.payments().settle(order)).state is SUCCESS
    assert len(await booked(outside, order)) == 1


@pytest.mark.parametrize("code", ["01", "03", "04", "05", "60"])
@pytest.mark.parametrize(("then", "state"), [("00", SUCCESS), ("A6", SUCCESS), ("64", FAIL)])
async def test_an_unclear_answer_is_resolved_by_queries_and_never_by_a_second_payment(
    outside: Outside, code: str, then: str, state: PaymentState
) -> None:
    order = an_order(f"unclear {code} {then}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code, then=then, after_queries=3)
    result = await outside.payments().settle(order)
    assert (result.state, result.code) == (state, then)
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (1, "FAIL" if state is FAIL else "SUCCESS")


@pytest.mark.parametrize("code", ["02", "06", "42", "51", "74", "90", "99"])
async def test_a_code_that_says_nothing_for_sure_fails_no_payment(outside: Outside, code: str) -> None:
    order = an_order(f"strange {code}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code)
    for _ in range(2):
        assert (await outside.payments(query_waits_s=(0.0, 0.0)).settle(order)).state is UNKNOWN
    assert len(await booked(outside, order)) == 1


async def test_an_order_keeps_its_trade_date_since_under_another_one_it_is_another_payment(outside: Outside) -> None:
    order = an_order("midnight", ordered_at=datetime(2026, 9, 1, 15, 59, 59, tzinfo=UTC))  # 23:59:59 in Beijing
    await outside.switch("PUT", "faults/PAYMENT", status=500, delay_ms=1, times=1)  # after the booking
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    assert (await outside.payments().settle(order)).state is UNKNOWN
    await outside.switch("DELETE", "faults")
    assert (await outside.payments().settle(order)).state is SUCCESS  # whenever that is
    assert len(await booked(outside, order)) == 1
    tomorrow = replace(order, ordered_at=order.ordered_at + timedelta(seconds=1))
    assert (await outside.payments().look_up(tomorrow)).code == "34"
    await outside.payments().settle(tomorrow)
    assert len(await booked(outside, order)) == 2  # what must never happen to us, and does with the network


async def test_an_order_that_may_have_been_sent_is_asked_for_and_sent_only_if_nobody_knows_it(outside: Outside) -> None:
    order = an_order("asked first")
    await outside.switch("PUT", "faults/PAYMENT", status=500, delay_ms=1, times=1)  # after the booking
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    assert (await outside.payments().settle(order)).state is UNKNOWN
    assert (await outside.payments().settle(order, sent_before=True)).state is UNKNOWN  # silence is no "no such order"
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1
    await outside.switch("DELETE", "faults")
    assert (await outside.payments().settle(order, sent_before=True)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1
    lost = an_order("lost on its way")
    assert (await outside.payments().settle(lost, sent_before=True)).state is SUCCESS
    assert [entry["requests"] for entry in await booked(outside, lost)] == [1]


async def test_an_order_is_looked_up_without_being_sent(outside: Outside) -> None:
    order = an_order("looked up")
    assert (await outside.payments().look_up(order)).state is UNKNOWN
    assert await booked(outside, order) == []
    await outside.payments().settle(order)
    assert (await outside.payments().look_up(order)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


async def test_a_payment_that_stays_in_progress_is_unknown_and_found_later(outside: Outside) -> None:
    order = an_order("slow")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code="04", then="64", after_queries=4)
    payments = outside.payments(query_waits_s=(0.0, 0.0))
    assert (await payments.settle(order)).state is UNKNOWN
    found = await payments.settle(order)
    assert (found.state, found.code) == (FAIL, "64")
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (2, "FAIL")


async def test_a_silent_channel_leaves_the_payment_unknown(outside: Outside) -> None:
    order = an_order("silent")
    await outside.switch("PUT", "faults/PAYMENT", hang=True)
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    result = await outside.payments(timeout_s=1.0).settle(order)
    assert (result.state, result.code) == (UNKNOWN, "http-500")
    await outside.switch("DELETE", "faults")
    assert (await outside.payments().settle(order)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == 2


@pytest.mark.parametrize("code", ["61", "62", "63", "64", "65", "66", "71"])
async def test_a_refusal_is_final(outside: Outside, code: str) -> None:
    order = an_order(f"refused {code}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code)
    for _ in range(2):
        result = await outside.payments().settle(order)
        assert (result.state, result.code) == (FAIL, code)
    [entry] = await booked(outside, order)
    assert entry["state"] == "FAIL"


async def test_a_script_may_go_by_amount_or_by_card(outside: Outside) -> None:
    await outside.switch("POST", "payment-scripts", amount_minor=66_600, code="64")
    await outside.switch("POST", "payment-scripts", card="6209990000000000029", code="65")
    by_amount = await outside.payments().settle(an_order("amount", amount_minor=66_600))
    by_card = await outside.payments().settle(an_order("card", card="6209990000000000029"))
    neither = await outside.payments().settle(an_order("neither"))
    assert [by_amount.code, by_card.code, neither.code] == ["64", "65", "00"]


async def test_a_card_that_fails_luhn_is_refused(outside: Outside) -> None:
    result = await outside.payments().settle(an_order("luhn", card="6209990000000000012"))  # domain.md §6.3, negative
    assert (result.state, result.code) == (FAIL, "61")


async def test_an_order_that_breaks_the_format_is_refused_and_not_booked(outside: Outside) -> None:
    order = an_order("format", amount_minor=0)
    result = await outside.payments().settle(order)
    assert (result.state, result.code) == (FAIL, "10")
    assert await booked(outside, order) == []


async def test_another_amount_under_the_same_number_is_never_taken_for_this_payment(outside: Outside) -> None:
    await outside.payments().settle(an_order("amounts", amount_minor=100))
    result = await outside.payments().settle(an_order("amounts", amount_minor=200))
    assert (result.state, result.code) == (UNKNOWN, "malformed")
    assert [entry["amount_minor"] for entry in await booked(outside, an_order("amounts"))] == [100]


@pytest.mark.parametrize(
    "script", [{"code": "64"}, {"biz_no": "x", "code": "03"}, {"biz_no": "x", "code": "64", "then": "00"}]
)
async def test_scripts_that_make_no_sense_are_refused(outside: Outside, script: dict[str, str]) -> None:
    async with outside.session.post(f"{outside.url}/admin/payment-scripts", data=orjson.dumps(script)) as response:
        assert response.status == 422
