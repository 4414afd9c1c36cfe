"""The card network as a Payments port: an order number moves money at most once, whatever happens on the way."""

import asyncio
from collections.abc import Sequence
from typing import Final

from integration_gateway.clients.outbound import CallFailed, Line
from integration_gateway.clients.payments.unionpay.wire import (
    authentication,
    query,
    read_authentication,
    read_query,
    read_transaction,
    transaction,
)
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from integration_gateway.domain.payments.payment import ORDER_UNKNOWN, PaymentOrder, PaymentResult, PaymentState

TRANSACTIONS_PATH: Final = "/unionpay/v1/transactions"
QUERIES_PATH: Final = "/unionpay/v1/queries"
AUTHENTICATIONS_PATH: Final = "/unionpay/v1/authentications"
TIMEOUT_S: Final = 10
QUERY_WAITS_S: Final = (0.0, 0.2, 1.0)
"""Pauses before the queries about an order that is not settled; what stays open after them is asked for later."""


class UnionPayPayments:
    """Implements Payments."""

    def __init__(self, transactions: Line, queries: Line, query_waits_s: Sequence[float] = QUERY_WAITS_S) -> None:
        self._transactions = transactions
        self._queries = queries
        self._query_waits_s = query_waits_s

    async def settle(self, order: PaymentOrder, sent_before: bool = False) -> PaymentResult:
        """Sends the order and, where the answer leaves it open, asks what became of it (domain.md §7.8).

        One that may have been sent is asked for first. It is sent again only where the network knows no such order, and
        then under the same number and trade time: if the first one arrives after all, the later is the duplicate (12).
        UNKNOWN means: try again later, with this same order.
        """
        result = await self._ask(order) if sent_before else None
        if result is None or result.code == ORDER_UNKNOWN:
            result = await self._send(order)
        for wait_s in self._query_waits_s:
            if result.state is not PaymentState.UNKNOWN:
                break
            await asyncio.sleep(wait_s)
            result = await self._ask(order)
        return result

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """Asks what became of an order, once."""
        return await self._ask(order)

    async def _send(self, order: PaymentOrder) -> PaymentResult:
        try:
            return await self._transactions.exchange(transaction(order), lambda raw: read_transaction(raw, order))
        except CallFailed as failure:
            return PaymentResult(order.order_id, PaymentState.UNKNOWN, failure.code)

    async def _ask(self, order: PaymentOrder) -> PaymentResult:
        try:
            return await self._queries.exchange(query(order), lambda raw: read_query(raw, order))
        except CallFailed as failure:
            return PaymentResult(order.order_id, PaymentState.UNKNOWN, failure.code)


class UnionPayCards:
    """Implements Cards."""

    def __init__(self, authentications: Line) -> None:
        self._authentications = authentications

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks once; what has no answer may be asked again under the same number."""
        try:
            return await self._authentications.exchange(
                authentication(question), lambda raw: read_authentication(raw, question)
            )
        except CallFailed as failure:
            return CardAnswer(None, failure.code)
