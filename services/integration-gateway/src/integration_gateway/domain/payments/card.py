"""The four elements of a card: name, identity number, card number, mobile number (domain.md R-6.2)."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.payments.payment import PaymentState, base36, state_of
from loan_contracts.cards import CardCheck

_NO_MATCH = frozenset({"61", "62", "63", "65", "66", "67", "68", "72", "73"})


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


def question_id(verification_id: UUID, tries: int) -> str:
    """The network's order number of a question: one of its own whenever it is asked again."""
    return f"YZ{base36(verification_id)}{tries:02d}"


def answer_of(code: str) -> CardAnswer:
    """The answer of a response code: success, or what is wrong with card or holder. What is wrong with the question
    itself (format, signature, merchant, limits) says nothing of the card."""
    if code in _NO_MATCH:
        return CardAnswer(CardCheck.DIFFERS, code)
    return CardAnswer(CardCheck.MATCHED if state_of(code) is PaymentState.SUCCESS else None, code)
