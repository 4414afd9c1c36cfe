"""Takes in what customers are to be told: what another service asks for, and what concerns every applicant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from integration_gateway.domain.notifications.notice import Notify
from integration_gateway.domain.notifications.reminder import Remind, first_look
from integration_gateway.use_cases.customers.keep_relation import BeginRelation
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork
from integration_gateway.use_cases.desk.take_request import TakeRequest
from loan_contracts.decisions import DecisionMade, Outcome, SupplementRequested
from loan_contracts.lending import LoanDisbursed, RepaymentReversed
from loan_contracts.operations import NotificationRequested
from loan_servicekit.core import NotFound


@dataclass(frozen=True, slots=True)
class TellApplicant:
    """Something that the applicant of an application is to be told, whoever he is."""

    id: UUID
    application_id: UUID
    template: str
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)


async def tell_applicant(command: TellApplicant, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Puts a notice on the desk. The message names no customer: it is about one whose data was collected. Raises
    NotFound `customer-unknown` as long as nothing was."""
    customer_id = intake.customers.get(command.application_id)
    if customer_id is None:
        raise NotFound("customer-unknown", f"nothing was collected for application {command.application_id} yet")
    work = Notify(customer_id, command.template, command.parameters, command.application_id)
    intake.put(uow, command.id, work, now)


def notification(message: NotificationRequested) -> TakeRequest[Notify]:
    """What another service wants to be told."""
    work = Notify(message.customer_id, message.template, message.parameters, message.application_id, requested=True)
    return TakeRequest(message.notification_id, work)


def decision_notice(message: DecisionMade) -> TellApplicant:
    """The applicant hears of the decision; reasons and figures are shown in the front end, not in a text message."""
    template = "decision-declined" if message.outcome is Outcome.DECLINED else "decision-approved"
    return TellApplicant(_id(template, message), message.application_id, template)


def supplement_notice(message: SupplementRequested) -> TellApplicant:
    """The applicant hears which documents are missing."""
    template, parameters = "supplement-requested", {"documents": ",".join(message.document_kinds)}
    return TellApplicant(_id(template, message), message.application_id, template, parameters)


def disbursement_notice(message: LoanDisbursed) -> BeginRelation:
    """The borrower hears that the money is on its way."""
    template, parameters = "loan-disbursed", {"loan_no": message.loan_no}
    work = Notify(message.customer_id, template, parameters, message.application_id)
    look = Remind(message.application_id, message.customer_id, message.loan_id)
    look_on = first_look(message.first_due_date)
    return BeginRelation(_id(template, message), message.application_id, work, look, look_on)


def return_notice(message: RepaymentReversed) -> TellApplicant | None:
    """The borrower hears that his bank has taken a debit back and that it is owed again; of a mistake of ours he does
    not."""
    if not message.returned:
        return None
    yuan, fen = divmod(message.amount_minor, 100)
    said = {"amount": f"{yuan}.{fen:02d}", "on": message.business_date.isoformat()}
    template = "debit-returned"
    id = uuid5(message.repayment_id, f"{template} {message.sequence}")
    return TellApplicant(id, message.application_id, template, said)


def _id(template: str, message: DecisionMade | SupplementRequested | LoanDisbursed) -> UUID:
    """The same for the same message. Of a credit line's loans each is told, though their application is one."""
    about = message.loan_id if isinstance(message, LoanDisbursed) and message.line_id else message.application_id
    return uuid5(about, f"{template} {message.sequence}")
