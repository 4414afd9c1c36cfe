"""What postloan-svc and the gateway tell about collecting from a borrower's card: the agreements under which it is done
(代扣协议), and what the network gave back."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from loan_contracts.lending import PaymentDirection, PaymentMessage
from loan_contracts.message import Family, Message, Shown
from loan_contracts.texts import Code, Token
from loan_contracts.values import Currency, Minor


class AgreementMessage(Message):
    """A message about one agreement to collect."""

    KEY = "agreement_id"
    agreement_id: Shown[UUID]
    loan_id: UUID
    application_id: UUID


class CollectionAgreementRequested(AgreementMessage):
    """The borrower agrees that what is due is collected from his verified card; the gateway has the network sign it."""

    TYPE = "collection-agreement.requested"
    customer_id: UUID


class CollectionAgreementSigned(AgreementMessage):
    """The network knows the agreement: orders may name it from now on."""

    TYPE = "collection-agreement.signed"
    card_token: Token = Field(description="The card that it is about: the one that was verified when it was signed")
    signed_at: datetime


class CollectionAgreementRefused(AgreementMessage):
    """The network, or the borrower's bank, does not sign it."""

    TYPE = "collection-agreement.refused"
    code: Shown[Code] = Field(description="Response code of domain.md §7.8")
    refused_at: datetime


class AgreementEnd(StrEnum):
    """Why an agreement has ended."""

    REVOKED = "REVOKED"  # by the borrower
    SETTLED = "SETTLED"  # nothing is owed any more
    TRANSFERRED = "TRANSFERRED"  # the claim is somebody else's


class CollectionAgreementEnded(AgreementMessage):
    """Nothing is collected under the agreement any more; the gateway ends it with the network."""

    TYPE = "collection-agreement.ended"
    customer_id: UUID
    reason: Shown[AgreementEnd]
    ended_at: datetime


class PaymentReturned(PaymentMessage):
    """Money that had been collected went back to the payer (退票, chargeback): the network has taken it again."""

    TYPE = "payment.returned"
    direction: Shown[PaymentDirection]
    amount_minor: Shown[Minor]
    currency: Currency = "CNY"
    returned_on: Shown[date] = Field(description="The settlement day in whose file it is")


MESSAGES: Family = (
    CollectionAgreementRequested,
    CollectionAgreementSigned,
    CollectionAgreementRefused,
    CollectionAgreementEnded,
    PaymentReturned,
)
