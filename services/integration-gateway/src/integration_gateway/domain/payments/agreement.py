"""Agreements to collect (代扣协议): signed with the network once, named by every collection that is made under them."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.payments.payment import PaymentState, base36, state_of

_OURS_TO_MEND = frozenset({"10", "11", "13", "31", "32", "39"})
"""Codes about the question, the merchant or the hour: they say nothing of the borrower's card."""


@dataclass(frozen=True, slots=True)
class Agree:
    """Signs an agreement with the network for the customer's verified card, or ends it."""

    KIND: ClassVar[Kind] = Kind.AGREE

    application_id: UUID
    loan_id: UUID
    customer_id: UUID
    agreement_id: UUID
    ends: bool = False


@dataclass(frozen=True, slots=True)
class AgreementQuestion:
    """What the network is asked: `binding` is the agreement's number there, which we give and which stays."""

    order_id: str
    binding: str
    card: str = field(repr=False)
    name: str = field(repr=False)
    identity_number: str = field(repr=False)
    mobile: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """What the network says: SUCCESS, it is signed or ended; UNKNOWN, it may be asked again."""

    state: PaymentState
    code: str


def binding_of(agreement_id: UUID) -> str:
    """The agreement's number at the network (`bindId`)."""
    return f"XY{base36(agreement_id)}"


def question_id(item_id: UUID, tries: int) -> str:
    """The network's order number of a question: one of its own whenever it is asked again."""
    return f"QY{base36(item_id)}{tries:02d}"


def ending_id(agreement_id: UUID) -> UUID:
    """The item of the desk that ends an agreement."""
    return uuid5(agreement_id, "end")


def answer_of(code: str) -> AgreementAnswer:
    """The answer of a response code. What is ours to mend is asked again."""
    return AgreementAnswer(PaymentState.UNKNOWN if code in _OURS_TO_MEND else state_of(code), code)
