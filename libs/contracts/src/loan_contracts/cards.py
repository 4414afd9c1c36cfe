"""Whether a card is its customer's: asked of the bank for every card that was not told at registration."""

from enum import StrEnum
from uuid import UUID

from loan_contracts.message import Family, Message, Shown
from loan_contracts.texts import Code, Token


class CardMessage(Message):
    """A message about a customer's card, which is named by its keyed hash."""

    KEY = "customer_id"
    customer_id: UUID
    application_id: UUID | None = None
    verification_id: Shown[UUID]
    card_token: Token


class CardVerificationRequested(CardMessage):
    """application-svc asks whether name, identity number, card and mobile number belong together (domain.md R-6.2)."""

    TYPE = "card-verification.requested"


class CardCheck(StrEnum):
    """What the bank says of the four elements."""

    MATCHED = "MATCHED"
    DIFFERS = "DIFFERS"


class CardVerified(CardMessage):
    """The bank has answered."""

    TYPE = "card.verified"
    outcome: Shown[CardCheck]
    code: Shown[Code]


MESSAGES: Family = (
    CardVerificationRequested,
    CardVerified,
)
