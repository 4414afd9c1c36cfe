"""Takes the one decision of an application; an approval becomes an offer in the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Bound, Exposure, room_minor
from application_svc.domain.applications.offer import Decision
from application_svc.domain.contracts import offering
from application_svc.use_cases.ports import BoundsInForce, Holding, Products, UnitOfWork
from loan_contracts.decisions import case_id_of
from loan_contracts.messages import DecisionMade
from loan_servicekit.core import NotCredible, business_day


@dataclass(frozen=True, slots=True)
class RecordDecision:
    """What the process has decided."""

    application_id: UUID
    case_id: UUID
    decision: Decision
    products: Products
    bounds: BoundsInForce

    @classmethod
    def of(cls, message: DecisionMade, products: Products, bounds: BoundsInForce) -> "RecordDecision":
        """The command of a message."""
        decision = Decision(
            id=message.decision_id,
            outcome=message.outcome,
            amount_minor=message.amount_minor,
            term_months=message.term_months,
            annual_rate=message.annual_rate,
            method=message.repayment_method,
            reasons=tuple(message.reasons),
            automatic=message.automatic,
            decided_by=message.decided_by,
            decided_at=message.decided_at,
            supersedes=message.supersedes,
        )
        return cls(message.application_id, message.case_id, decision, products, bounds)


async def record_decision(command: RecordDecision, uow: UnitOfWork, now: datetime) -> Application:
    """Decided once, by the case that this application has opened, within what was asked for.

    Raises NotCredible `decision-of-another-case`, and what `offering.record_decision` raises.
    """
    application = await uow.applications.get(command.application_id)
    if command.case_id != case_id_of(application.id):
        raise NotCredible("decision-of-another-case", f"case {command.case_id} is not that of {application.id}")
    product = command.products.version(application.product_code, application.product_version)
    today = business_day(now)
    bounds = command.bounds.on(today)
    holding: Holding | None = uow.batch.get("holding", {}).get(application.customer_id)
    room = None
    if holding is not None and product.online_consumer_credit:
        cap_minor, version = bounds.online_consumer_max_minor, command.products.version
        room = room_minor(holding.exposures, application.id, Bound.OFFERED, cap_minor, version)
    papers = offering.record_decision(application, command.decision, product, bounds, today, now, room)
    if papers is not None:
        disclosure, contract = papers
        if holding is not None:
            terms = contract.content
            holding.exposures[application.id] = Exposure(product.code, product.version, terms.principal_minor,
                                                         terms.term_months, terms.annual_rate, Bound.OFFERED)  # fmt: skip
        uow.papers.append(application.id, contract.content.contract_no, disclosure.text, disclosure.hash, contract.text,
                          contract.hash, now)  # fmt: skip
    return application
