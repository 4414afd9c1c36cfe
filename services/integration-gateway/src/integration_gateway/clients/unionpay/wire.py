"""Shapes of credit transfer, debit and query (domain.md §7.8). Amounts in fen, currency by its number."""

from collections.abc import Mapping
from typing import Any

import orjson

from integration_gateway.domain.payment import (
    ORDER_UNKNOWN,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    state_of,
)
from loan_contracts.lending import PaymentDirection

_CURRENCY_NUMBERS = {"CNY": "156"}
_TRANSACTION_TYPES = {PaymentDirection.PAY_OUT: "CREDIT", PaymentDirection.COLLECT: "DEBIT"}


def transaction(order: PaymentOrder) -> bytes:
    """The order as the network wants it."""
    return orjson.dumps(
        {
            "orderId": order.order_id,
            "bizNo": order.biz_no,
            "txnType": _TRANSACTION_TYPES[order.direction],
            "acct": order.card,
            "name": order.name,
            "idNo": order.identity_number,
            "txnAmt": order.amount_minor,
            "currency": _CURRENCY_NUMBERS[order.currency],
        }
    )


def query(order_id: str) -> bytes:
    """A question about an earlier order."""
    return orjson.dumps({"orderId": order_id})


def read_transaction(raw: bytes, order: PaymentOrder) -> PaymentResult:
    """What the network did with the order. An answer about another order or amount is malformed (ValueError)."""
    answer = orjson.loads(raw)
    if answer["orderId"] != order.order_id or answer["txnAmt"] != order.amount_minor:
        raise ValueError("answer about another transaction")
    return _result(answer, answer["respCode"])


def read_query(raw: bytes, order_id: str) -> PaymentResult:
    """What became of an order: the original code where the query itself went well."""
    answer = orjson.loads(raw)
    if answer["orderId"] != order_id:
        raise ValueError("answer about another order")
    code = answer["respCode"]
    if code == "00":
        return _result(answer, answer["origRespCode"])
    # A query that fails says nothing about the payment, whatever its code would mean for a payment.
    return PaymentResult(order_id, PaymentState.UNKNOWN, ORDER_UNKNOWN if code == ORDER_UNKNOWN else f"query-{code}")


def _result(answer: Mapping[str, Any], code: str) -> PaymentResult:
    return PaymentResult(
        order_id=answer["orderId"],
        state=state_of(code),
        code=code,
        channel_reference=answer.get("queryId", ""),
        account_masked=answer.get("acct", ""),
    )
