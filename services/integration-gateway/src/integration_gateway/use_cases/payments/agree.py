"""Signs agreements to collect with the network, and ends them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.agreement import (
    Agree,
    AgreementAnswer,
    AgreementQuestion,
    binding_of,
    ending_id,
    question_id,
)
from integration_gateway.domain.payments.payment import CARD_DIFFERS, PaymentState
from integration_gateway.use_cases.desk.engine import Postpone
from integration_gateway.use_cases.desk.ports import Telling
from integration_gateway.use_cases.desk.take_request import TakeRequest
from integration_gateway.use_cases.desk.waits import delay_s
from integration_gateway.use_cases.payments.ports import Agreements
from loan_contracts.operations import AuditRecorded
from loan_contracts.payments.collecting import (
    CollectionAgreementEnded,
    CollectionAgreementRefused,
    CollectionAgreementRequested,
    CollectionAgreementSigned,
)


@dataclass(frozen=True, slots=True)
class FinishAgreement:
    """The network has signed an agreement, refused it, or ended it."""

    item: WorkItem[Agree]
    answer: AgreementAnswer
    card_token: str | None = None

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"state": self.answer.state.value, "code": self.answer.code}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Tells what became of it; its end is known to who has asked for it."""
        work, code = self.item.work, self.answer.code
        about = {
            "agreement_id": work.agreement_id,
            "loan_id": work.loan_id,
            "application_id": work.application_id,
        }
        if work.ends:
            uow.emit(
                AuditRecorded(
                    subject_type="collection-agreement",
                    subject_id=str(work.agreement_id),
                    application_id=work.application_id,
                    action="end_agreement",
                    detail={"code": code},
                )
            )
        elif self.answer.state is PaymentState.SUCCESS and self.card_token:
            uow.emit(CollectionAgreementSigned(**about, card_token=self.card_token, signed_at=now))
        else:
            uow.emit(CollectionAgreementRefused(**about, code=code, refused_at=now))


@dataclass(frozen=True, slots=True)
class Agreeing:
    """The network's word on agreements."""

    agreements: Agreements

    async def agree(self, item: WorkItem[Agree], customer: CustomerIdentity) -> FinishAgreement | Postpone:
        """Asks until there is an answer. Each question has a number of its own; the agreement's stays, so that one
        whose answer was lost is found as it was signed."""
        subject, work = customer.subject, item.work
        if not work.ends and not subject.card:
            return FinishAgreement(item, AgreementAnswer(PaymentState.FAIL, CARD_DIFFERS))
        question = AgreementQuestion(
            question_id(item.id, item.tries),
            binding_of(work.agreement_id),
            subject.card or "",
            subject.name,
            subject.identity_number,
            subject.mobile,
        )
        answer = await (self.agreements.end(question) if work.ends else self.agreements.sign(question))
        if answer.state is PaymentState.UNKNOWN:
            return Postpone(item.id, delay_s(item.tries))
        return FinishAgreement(item, answer, subject.card_token)


def signing(message: CollectionAgreementRequested) -> TakeRequest[Agree]:
    """A borrower has agreed."""
    work = Agree(message.application_id, message.loan_id, message.customer_id, message.agreement_id)
    return TakeRequest(message.agreement_id, work)


def ending(message: CollectionAgreementEnded) -> TakeRequest[Agree]:
    """Nothing is collected under an agreement any more."""
    work = Agree(message.application_id, message.loan_id, message.customer_id, message.agreement_id, ends=True)
    return TakeRequest(ending_id(message.agreement_id), work)
