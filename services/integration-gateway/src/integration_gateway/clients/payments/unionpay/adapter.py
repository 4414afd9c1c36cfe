"""The card network as a Payments port: an order moves money at most once, whatever happens on the way."""

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
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentResult, PaymentState
from integration_gateway.use_cases.payments.schedule import Schedule

TRANSACTIONS_PATH: Final = "/unionpay/v1/transactions"
QUERIES_PATH: Final = "/unionpay/v1/queries"
AUTHENTICATIONS_PATH: Final = "/unionpay/v1/authentications"
TIMEOUT_S: Final = 10


class UnionPayPayments:
    """Implements Payments."""

    def __init__(self, transactions: Line, queries: Line, schedule: Schedule) -> None:
        self._transactions, self._queries, self.schedule = transactions, queries, schedule

    async def send(self, order: PaymentOrder) -> PaymentResult:
        """Sends an order, once."""
        try:
            return await self._transactions.exchange(transaction(order), lambda raw: read_transaction(raw, order))
        except CallFailed as failure:
            return PaymentResult(order.order_id, PaymentState.UNKNOWN, failure.code, sent=failure.sent)

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """Asks what became of an order, once."""
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
