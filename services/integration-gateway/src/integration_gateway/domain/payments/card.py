"""The four elements of a card: name, identity number, card number, mobile number (domain.md R-6.2)."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.payments.payment import PaymentState, state_of
from loan_contracts.cards import CardCheck


@dataclass(frozen=True, slots=True)
class Verify:
    """Asks the bank whether a card is its customer's."""

    KIND: ClassVar[Kind] = Kind.VERIFY

    customer_id: UUID
    card_token: str

    @property
    def application_id(self) -> UUID | None:
        """A card is its customer's, whatever he applies for."""
        return None


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """Whether they belong together."""

    order_id: str
    card: str = field(repr=False)
    name: str = field(repr=False)
    identity_number: str = field(repr=False)
    mobile: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """What the card network says; `check` None: nothing yet, it may be asked again."""

    check: CardCheck | None
    code: str


def question_id(verification_id: UUID) -> str:
    """The network's order number of a question, the same whenever it is asked again."""
    return f"YZ{verification_id.hex}"


def answer_of(code: str) -> CardAnswer:
    """The answer of a response code: one that ends a payment well or for good ends a question too."""
    checks = {PaymentState.SUCCESS: CardCheck.MATCHED, PaymentState.FAIL: CardCheck.DIFFERS}
    return CardAnswer(checks.get(state_of(code)), code)
