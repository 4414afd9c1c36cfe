"""Shapes of credit transfer, debit and query (domain.md §7.8). Amounts in fen, currency by its number."""

from datetime import timedelta, timezone

import orjson

from integration_gateway.clients.wire import Json
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion, answer_of
from integration_gateway.domain.payments.payment import (
    ORDER_UNKNOWN,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    state_of,
)
from loan_contracts.lending import PaymentDirection

_CURRENCY_NUMBERS = {"CNY": "156"}
_TRANSACTION_TYPES = {  # 代付, 代收; what was paid too much goes back as a transfer of its own
    PaymentDirection.PAY_OUT: "12",
    PaymentDirection.COLLECT: "11",
    PaymentDirection.REFUND: "12",
}
_CHINA = timezone(timedelta(hours=8))


def transaction(order: PaymentOrder) -> bytes:
    """The order as the network wants it."""
    return orjson.dumps(
        {
            "orderId": order.order_id,
            "txnTime": _trade_time(order),
            "bizNo": order.biz_no,
            "txnType": _TRANSACTION_TYPES[order.direction],
            "acct": order.card,
            "name": order.name,
            "idNo": order.identity_number,
            "txnAmt": order.amount_minor,
            "currency": _CURRENCY_NUMBERS[order.currency],
        }
    )


def authentication(question: CardQuestion) -> bytes:
    """A question about the four elements of a card."""
    return orjson.dumps(
        {
            "orderId": question.order_id,
            "acct": question.card,
            "name": question.name,
            "idNo": question.identity_number,
            "phoneNo": question.mobile,
        }
    )


def read_authentication(raw: bytes, question: CardQuestion) -> CardAnswer:
    """What the network says of them. An answer to another question is malformed (ValueError)."""
    answer = orjson.loads(raw)
    _require(answer, question.order_id, True)
    return answer_of(answer["respCode"])


def query(order: PaymentOrder) -> bytes:
    """A question about an earlier order, by the number and the time that it was sent with."""
    return orjson.dumps({"orderId": order.order_id, "txnTime": _trade_time(order)})


def _trade_time(order: PaymentOrder) -> str:
    """YYYYMMDDhhmmss, Beijing time; its day is the trade date within which the number is unique."""
    return f"{order.ordered_at.astimezone(_CHINA):%Y%m%d%H%M%S}"


def read_transaction(raw: bytes, order: PaymentOrder) -> PaymentResult:
    """What the network did with the order. An answer about another order or amount is malformed (ValueError)."""
    answer = orjson.loads(raw)
    code = answer["respCode"]
    # A refusal of the format (10) may not repeat the amount; nothing else may leave it out.
    amount = answer.get("txnAmt", order.amount_minor if state_of(code) is PaymentState.FAIL else None)
    _require(answer, order.order_id, amount == order.amount_minor)
    return _result(answer, code)


def read_query(raw: bytes, order: PaymentOrder) -> PaymentResult:
    """What became of an order: the original code where the query itself went well.

    An order of another number or amount is malformed (ValueError): it is not the one that was sent.
    """
    answer = orjson.loads(raw)
    code = answer["respCode"]
    if code == "00":
        _require(answer, order.order_id, answer["txnAmt"] == order.amount_minor)
        return _result(answer, answer["origRespCode"])
    _require(answer, order.order_id, True)
    # A query that fails says nothing about the payment, whatever its code would mean for a payment.
    found = ORDER_UNKNOWN if code == ORDER_UNKNOWN else f"query-{code}"
    return PaymentResult(order.order_id, PaymentState.UNKNOWN, found)


def _require(answer: Json, order_id: str, same_amount: bool) -> None:
    if answer["orderId"] != order_id or not same_amount:
        raise ValueError("answer about another transaction")


def _result(answer: Json, code: str) -> PaymentResult:
    return PaymentResult(
        order_id=answer["orderId"],
        state=state_of(code),
        code=code,
        channel_reference=answer.get("queryId", ""),
        account_masked=answer.get("acct", ""),
    )
