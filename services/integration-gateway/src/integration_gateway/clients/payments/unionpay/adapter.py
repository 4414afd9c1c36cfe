"""UnionPay ACP 5.1.0 as ports: payments, cards, and what its notifications are about."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final

from integration_gateway.clients.credentials import Credentials
from integration_gateway.clients.outbound import CallFailed, Line, LineTo
from integration_gateway.clients.payments.unionpay.credentials import read_keys
from integration_gateway.clients.payments.unionpay.envelope import FORM
from integration_gateway.clients.payments.unionpay.messages import (
    Merchant,
    Notice,
    Speaker,
    agreement_end_form,
    agreement_form,
    check_form,
    file_form,
    order_form,
    query_form,
    read_agreement,
    read_check,
    read_file,
    read_notice,
    read_order,
    read_query,
)
from integration_gateway.clients.payments.unionpay.row import UnionPayRow
from integration_gateway.clients.payments.unionpay.settlement import read_day
from integration_gateway.domain.payments.agreement import AgreementAnswer, AgreementQuestion
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from integration_gateway.domain.payments.payment import ORDER_UNKNOWN, PaymentOrder, PaymentResult, PaymentState
from integration_gateway.domain.payments.settlement import DayFile
from integration_gateway.use_cases.payments.schedule import Schedule
from loan_servicekit.core import Clock, Unavailable

ORDERS_PATH: Final = "/gateway/api/backTransReq.do"
FILE_TIMEOUT_S: Final = 60
QUERIES_PATH: Final = "/gateway/api/queryTrans.do"


class UnionPayPayments:
    """Implements Payments. `us` is the merchant with the keys of now; it raises CallFailed where there are none."""

    def __init__(self, orders: Line, queries: Line, us: Callable[[], Speaker], schedule: Schedule) -> None:
        self._orders, self._queries, self._us, self.schedule = orders, queries, us, schedule

    async def send(self, order: PaymentOrder) -> PaymentResult:
        """Sends an order, once. The network takes it (or refuses it); how it ends is found out by queries."""
        try:
            us = self._us()
            return await self._orders.exchange(order_form(order, us), lambda raw: read_order(raw, order, us), FORM)
        except CallFailed as failure:
            return PaymentResult(order.order_id, PaymentState.UNKNOWN, failure.code, sent=failure.sent)

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """Asks what became of an order, once."""
        try:
            us = self._us()
            return await self._queries.exchange(query_form(order, us), lambda raw: read_query(raw, order, us), FORM)
        except CallFailed as failure:
            return PaymentResult(order.order_id, PaymentState.UNKNOWN, failure.code)


class UnionPayCards:
    """Implements Cards: the network's real-name check."""

    def __init__(self, checks: Line, us: Callable[[], Speaker]) -> None:
        self._checks, self._us = checks, us

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks once; what has no answer may be asked again, under another number."""
        try:
            us = self._us()
            return await self._checks.exchange(
                check_form(question, us), lambda raw: read_check(raw, question, us), FORM
            )
        except CallFailed as failure:
            return CardAnswer(None, failure.code)


class UnionPayAgreements:
    """Implements Agreements. Both answers are final at once; what has no answer may be asked again."""

    def __init__(self, line: Line, us: Callable[[], Speaker]) -> None:
        self._line, self._us = line, us

    async def sign(self, question: AgreementQuestion) -> AgreementAnswer:
        """Has the network sign one."""
        return await self._asked(agreement_form, question)

    async def end(self, question: AgreementQuestion) -> AgreementAnswer:
        """Ends one; one that the network does not know is at its end."""
        answer = await self._asked(agreement_end_form, question)
        return AgreementAnswer(PaymentState.SUCCESS, answer.code) if answer.code == ORDER_UNKNOWN else answer

    async def _asked(
        self, form: Callable[[AgreementQuestion, Speaker], bytes], question: AgreementQuestion
    ) -> AgreementAnswer:
        try:
            us = self._us()
            return await self._line.exchange(form(question, us), lambda raw: read_agreement(raw, question, us), FORM)
        except CallFailed as failure:
            return AgreementAnswer(PaymentState.UNKNOWN, failure.code)


class UnionPayNotices:
    """Reads what the network posts to us."""

    def __init__(self, us: Callable[[], Speaker]) -> None:
        self._us = us

    def read(self, body: bytes) -> Notice:
        """What a notification is about. ValueError or LookupError where it is none of the network's."""
        return read_notice(body, self._us())


class UnionPayFiles:
    """Implements SettlementFiles."""

    def __init__(self, files: Line, us: Callable[[], Speaker]) -> None:
        self._files, self._us = files, us

    async def settled_on(self, day: date) -> DayFile | None:
        """What was settled on a day, and what went back; None as long as there is no file."""
        try:
            us = self._us()
            return await self._files.exchange(file_form(day, us), lambda raw: _day(raw, us), FORM)
        except CallFailed as failure:
            raise Unavailable("settlement-file-unavailable", f"the channel gives no file: {failure.code}") from failure


def _day(raw: bytes, us: Speaker) -> DayFile | None:
    content = read_file(raw, us)
    return None if content is None else read_day(content)


class UnionPay:
    """All of it, as its row says: one merchant, one folder of credentials, a line an operation."""

    def __init__(self, row: UnionPayRow, line: LineTo, clock: Clock) -> None:
        self._row, self._line, self._clock = row, line, clock
        self._merchant = Merchant(row.merchant, row.back_url, row.encrypts)
        self._credentials = Credentials(row.credentials, partial(read_keys, holder=row.holder))

    def payments(self) -> UnionPayPayments:
        """Pay-outs and collections; an order is posted once."""
        row, url = self._row, self._row.url.rstrip("/")
        return UnionPayPayments(
            self._line("unionpay/orders", url + ORDERS_PATH, row.timeout_s, 1),
            self._line("unionpay/queries", url + QUERIES_PATH, row.timeout_s, 3),
            self.us,
            Schedule(row.queries_s, timedelta(seconds=row.absent_after_s)),
        )

    def cards(self) -> UnionPayCards:
        """The real-name check; its question is one of its time and is not repeated either."""
        url = self._row.url.rstrip("/") + ORDERS_PATH
        return UnionPayCards(self._line("unionpay/checks", url, self._row.timeout_s, 1), self.us)

    def agreements(self) -> UnionPayAgreements:
        """Agreements to collect."""
        url = self._row.url.rstrip("/") + ORDERS_PATH
        return UnionPayAgreements(self._line("unionpay/agreements", url, self._row.timeout_s, 1), self.us)

    def files(self) -> UnionPayFiles:
        """Its reconciliation files."""
        return UnionPayFiles(self._line("unionpay/files", self._row.file_url, FILE_TIMEOUT_S, 3), self.us)

    def notices(self) -> UnionPayNotices:
        """What it posts to us."""
        return UnionPayNotices(self.us)

    def us(self) -> Speaker:
        """The merchant with the keys of now. Raises CredentialsUnusable."""
        return Speaker(self._merchant, self._credentials.current(), self._clock())
