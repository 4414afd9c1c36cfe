"""The payment channel over real HTTP: money moves once, whatever happens on the way (domain.md §7.8)."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import orjson
import pytest
from outside_world import FIRST_STORY_ROW, NAMES, Outside, a_request

from integration_gateway.domain.payments.card import CardQuestion
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState, order_id
from loan_contracts.cards import CardCheck
from loan_contracts.lending import PaymentDirection
from loan_servicekit.core import utc_now

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
        "ordered_at": utc_now().replace(microsecond=0),
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
    result = await outside.settle(order)
    assert (result.order_id, result.state, result.code) == (order.order_id, SUCCESS, "00")
    assert result.channel_reference
    [entry] = await booked(outside, order)
    assert entry["account"] == f"{order.card[:6]}******{order.card[-4:]}"
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
    first = await outside.settle(order)
    second = await outside.settle(order)
    assert second == first
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (2, "SUCCESS")


async def test_orders_sent_side_by_side_pay_once(outside: Outside) -> None:
    order = an_order("side-by-side")
    results = await asyncio.gather(*(outside.settle(order) for _ in range(20)))
    assert {result.state for result in results} == {SUCCESS}
    assert len({result.channel_reference for result in results}) == 1
    [entry] = await booked(outside, order)
    assert entry["requests"] == 20


@pytest.mark.parametrize("fault", [{"hang": True}, {"delay_ms": 60_000}, {"malformed": True}])
async def test_a_lost_answer_is_found_by_a_query_and_not_sent_again(outside: Outside, fault: dict[str, object]) -> None:
    order = an_order(f"lost {fault}")
    await outside.switch("PUT", "faults/PAYMENT", **fault)
    result = await outside.settle(order, timeout_s=1.0)
    assert (result.state, result.code) == (SUCCESS, "00")
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_an_order_is_sent_once_whatever_the_front_of_the_channel_says(outside: Outside, status: int) -> None:
    """Not even a closed door (503) says that the order did not go through it."""
    order = an_order(f"lost {status}")
    await outside.switch("PUT", "faults/PAYMENT", status=status, delay_ms=1)  # after the booking
    before = await outside.calls("PAYMENT")
    sent = await outside.payments().send(order)
    assert (sent.state, sent.code, sent.sent) == (UNKNOWN, f"http-{status}", True)
    assert (await outside.payments().look_up(order)).state is SUCCESS
    assert await outside.calls("PAYMENT") == before + 1
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


async def test_an_order_that_found_no_way_out_is_known_not_to_have_been_sent(
    outside: Outside, unused_port: int
) -> None:
    elsewhere = Outside(outside.session, f"http://127.0.0.1:{unused_port}", outside.credentials)
    nowhere = elsewhere.payments(breaker_failures=1)
    refused = await nowhere.send(an_order("no way out"))
    assert (refused.state, refused.code, refused.sent) == (UNKNOWN, "network", False)
    spared = await nowhere.send(an_order("no way out"))
    assert (spared.code, spared.sent) == ("circuit-open", False)


@pytest.mark.parametrize("code", ["01", "03", "04", "05", "60"])
@pytest.mark.parametrize(("then", "state"), [("00", SUCCESS), ("A6", SUCCESS), ("64", FAIL)])
async def test_an_unclear_answer_is_resolved_by_queries_and_never_by_a_second_payment(
    outside: Outside, code: str, then: str, state: PaymentState
) -> None:
    order = an_order(f"unclear {code} {then}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code, then=then, after_queries=3)
    result = await outside.settle(order)
    assert (result.state, result.code) == (state, then)
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (1, "FAIL" if state is FAIL else "SUCCESS")


@pytest.mark.parametrize("code", ["02", "06", "42", "51", "74", "90", "99"])
async def test_a_code_that_says_nothing_for_sure_fails_no_payment(outside: Outside, code: str) -> None:
    order = an_order(f"strange {code}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code)
    for _ in range(2):
        assert (await outside.settle(order)).state is UNKNOWN
    assert len(await booked(outside, order)) == 1


async def test_an_order_is_known_by_its_number_and_its_very_time(outside: Outside) -> None:
    order = an_order("its time")
    assert (await outside.settle(order)).state is SUCCESS
    later = replace(order, ordered_at=order.ordered_at + timedelta(seconds=1))
    assert (await outside.payments().look_up(later)).code == "34"


@pytest.mark.parametrize("minutes", [-24 * 60, -3, 3])
async def test_an_order_of_another_time_than_now_is_refused(outside: Outside, minutes: int) -> None:
    """What arrives late is not paid: so an order that the network does not know for long enough never will be."""
    order = an_order(f"late {minutes}")
    order = replace(order, ordered_at=order.ordered_at + timedelta(minutes=minutes))
    result = await outside.settle(order)
    assert (result.state, result.code) == (FAIL, "10")
    assert await booked(outside, order) == []


async def test_an_order_is_looked_up_without_being_sent(outside: Outside) -> None:
    order = an_order("looked up")
    assert (await outside.payments().look_up(order)).state is UNKNOWN
    assert await booked(outside, order) == []
    await outside.settle(order)
    assert (await outside.payments().look_up(order)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


async def test_a_payment_that_stays_in_progress_is_unknown_and_found_later(outside: Outside) -> None:
    order = an_order("slow")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code="04", then="64", after_queries=4)
    assert (await outside.settle(order, queries=2)).state is UNKNOWN
    await outside.payments().look_up(order)
    found = await outside.payments().look_up(order)
    assert (found.state, found.code) == (FAIL, "64")
    [entry] = await booked(outside, order)
    assert (entry["requests"], entry["state"]) == (1, "FAIL")


async def test_a_silent_channel_leaves_the_payment_unknown(outside: Outside) -> None:
    order = an_order("silent")
    await outside.switch("PUT", "faults/PAYMENT", hang=True)
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    result = await outside.settle(order, timeout_s=1.0)
    assert (result.state, result.code) == (UNKNOWN, "http-500")
    await outside.switch("DELETE", "faults")
    assert (await outside.payments().look_up(order)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["requests"] == 1


@pytest.mark.parametrize("code", ["61", "62", "63", "64", "65", "66", "71"])
async def test_a_refusal_is_final(outside: Outside, code: str) -> None:
    order = an_order(f"refused {code}")
    await outside.switch("POST", "payment-scripts", biz_no=order.biz_no, code=code)
    for _ in range(2):
        result = await outside.settle(order)
        assert (result.state, result.code) == (FAIL, code)
    [entry] = await booked(outside, order)
    assert entry["state"] == "FAIL"


async def test_a_script_may_go_by_amount_or_by_card(outside: Outside) -> None:
    await outside.switch("POST", "payment-scripts", amount_minor=66_600, code="64")
    await outside.switch("POST", "payment-scripts", card="6209990000000000029", code="65")
    by_amount = await outside.settle(an_order("amount", amount_minor=66_600))
    by_card = await outside.settle(an_order("card", card="6209990000000000029"))
    neither = await outside.settle(an_order("neither"))
    assert [by_amount.code, by_card.code, neither.code] == ["64", "65", "00"]


async def test_a_card_that_fails_luhn_is_refused(outside: Outside) -> None:
    result = await outside.settle(an_order("luhn", card="6209990000000000012"))  # domain.md §6.3, negative
    assert (result.state, result.code) == (FAIL, "61")


async def test_an_order_that_breaks_the_format_is_refused_and_not_booked(outside: Outside) -> None:
    order = an_order("format", amount_minor=0)
    result = await outside.settle(order)
    assert (result.state, result.code) == (FAIL, "10")
    assert await booked(outside, order) == []


async def test_another_amount_under_the_same_number_is_never_taken_for_this_payment(outside: Outside) -> None:
    order = an_order("amounts", amount_minor=100)
    await outside.settle(order)
    result = await outside.settle(replace(order, amount_minor=200))
    assert (result.state, result.code) == (UNKNOWN, "wrong-subject")
    assert [entry["amount_minor"] for entry in await booked(outside, an_order("amounts"))] == [100]


@pytest.mark.parametrize(
    "script", [{"code": "64"}, {"biz_no": "x", "code": "03"}, {"biz_no": "x", "code": "64", "then": "00"}]
)
async def test_scripts_that_make_no_sense_are_refused(outside: Outside, script: dict[str, str]) -> None:
    async with outside.session.post(f"{outside.url}/admin/payment-scripts", data=orjson.dumps(script)) as response:
        assert response.status == 422


async def test_a_merchant_who_has_to_encrypt_pays_and_checks_cards_too(outside: Outside) -> None:
    order, network = an_order("encrypted"), outside.network(encrypts=True)
    await network.payments().send(order)
    assert (await network.payments().look_up(order)).state is SUCCESS
    [entry] = await booked(outside, order)
    assert entry["account"] == f"{order.card[:6]}******{order.card[-4:]}"
    subject = a_request(FIRST_STORY_ROW).subject
    question = CardQuestion("YZ1234567801", order.card, subject.name, subject.identity_number, subject.mobile)
    assert (await network.cards().verify(question)).check is CardCheck.MATCHED


async def test_trouble_with_the_question_says_nothing_of_the_card(outside: Outside) -> None:
    """A signature or a format that the network refuses (11, 10) is ours to mend; it is no mismatch."""
    question = CardQuestion("YZ12345678", "6209990000000000029", "张测试", "990101199003078017", "16400000000")
    await outside.switch("POST", "payment-scripts", card=question.card, code="11")
    answer = await outside.network().cards().verify(question)
    assert (answer.check, answer.code) == (None, "11")
