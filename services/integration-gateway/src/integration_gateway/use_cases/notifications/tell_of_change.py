"""What a change of a loan is to its borrower: told where he has not agreed on it himself, and the end of the relation
where the claim was sold."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from integration_gateway.use_cases.customers.keep_relation import EndRelation, UnitOfWork, end_relation
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.notifications.tell_applicant import TellApplicant, tell_applicant
from loan_contracts.lending import LoanChanged

TOLD = {"REPRICING": "loan-repriced", "RATE": "loan-repriced", "TRANSFER": "claim-transferred"}
"""Changes that the borrower is told of, by kind: another rate, and who his creditor is, which counts against him from
the notice on (民法典 546)."""
TRANSFER, TRANSFERRED = "TRANSFER", "TRANSFERRED"


@dataclass(frozen=True, slots=True)
class TellOfChange:
    """A change of a loan; without a template it is not told. `sold`: the claim is not ours any more; `ends`: nor is
    anything else of its contract."""

    id: UUID
    application_id: UUID
    template: str | None
    annual_rate: str
    on: str
    sold: bool
    ends: bool


async def tell_of_change(command: TellOfChange, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Raises NotFound `customer-unknown` as `tell_applicant` does."""
    if command.template:
        said = {"on": command.on} if command.sold else {"annual_rate": command.annual_rate, "on": command.on}
        await tell_applicant(
            TellApplicant(command.id, command.application_id, command.template, said), intake, uow, now
        )
    if command.ends:
        await end_relation(EndRelation(command.application_id), uow, now)


def change_notice(message: LoanChanged) -> TellOfChange:
    """One that is taken back is told by nobody."""
    template = None if message.reverses else TOLD.get(message.kind)
    sold = message.kind == TRANSFER and message.status == TRANSFERRED
    return TellOfChange(
        id=uuid5(message.loan_id, f"{message.kind} {message.sequence}"),
        application_id=message.application_id,
        template=template,
        annual_rate=f"{message.annual_rate * 100:.4f}".rstrip("0").rstrip(".") + "%",
        on=message.value_date.isoformat(),
        sold=sold,
        ends=sold and message.line_id is None,  # of a line other draws may be owed
    )
