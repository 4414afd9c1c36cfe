"""How payments and questions about cards end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.card import Verify
from integration_gateway.domain.payments.payment import Pay, PaymentResult, PaymentState
from integration_gateway.use_cases.desk.ports import Telling
from loan_contracts.cards import CardCheck, CardVerified
from loan_contracts.lending import PaymentFailed, PaymentSettled


@dataclass(frozen=True, slots=True)
class FinishPayment:
    """The channel has said how an order ended."""

    item: WorkItem[Pay]
    result: PaymentResult

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        told = {"state": self.result.state.value, "code": self.result.code, "reference": self.result.channel_reference}
        known = {"settled_on": self.result.settled_on, "trace": self.result.trace}
        return told | {name: value for name, value in known.items() if value}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Tells how the payment ended."""
        settled = self.result.state is PaymentState.SUCCESS
        uow.emit(self._settled(now) if settled else self._failed(now))

    def _settled(self, now: datetime) -> PaymentSettled:
        work = self.item.work
        return PaymentSettled(
            payment_id=self.item.id,
            loan_id=work.loan_id,
            application_id=work.application_id,
            direction=work.direction,
            amount_minor=work.amount_minor,
            currency=work.currency,
            settled_at=now,
            channel_reference=self.result.channel_reference,
        )

    def _failed(self, now: datetime) -> PaymentFailed:
        work = self.item.work
        return PaymentFailed(
            payment_id=self.item.id,
            loan_id=work.loan_id,
            application_id=work.application_id,
            direction=work.direction,
            amount_minor=work.amount_minor,
            code=self.result.code,
            failed_at=now,
        )


@dataclass(frozen=True, slots=True)
class FinishVerification:
    """The bank has said whether a card is its customer's."""

    item: WorkItem[Verify]
    check: CardCheck
    code: str

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"check": self.check.value, "code": self.code}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Tells what the bank said."""
        work = self.item.work
        uow.emit(
            CardVerified(
                customer_id=work.customer_id,
                verification_id=self.item.id,
                card_token=work.card_token,
                outcome=self.check,
                code=self.code,
            )
        )
