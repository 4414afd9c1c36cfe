"""Takes the one decision of an application; an approval becomes an offer in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Bound, Exposure, room_minor
from application_svc.domain.applications.offer import Decision
from application_svc.domain.contracts import offering
from application_svc.domain.contracts.loan_contract import LoanContract
from application_svc.use_cases.applications.ports import Holding
from application_svc.use_cases.contracts.ports import OfferPapers
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce, Products
from loan_contracts.decisions import DecisionMade, case_id_of
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
            conditions=tuple(message.conditions),
            conditions_before_contract=tuple(message.conditions_before_contract),
        )
        return cls(message.application_id, message.case_id, decision, products, bounds)


async def record_decision(
    command: RecordDecision, holding: Mapping[UUID, Holding], uow: UnitOfWork, now: datetime
) -> Application:
    """Decided once, by the case that this application has opened, within what was asked for; `holding` by customer, of
    those to whom a loan is offered.

    Raises NotCredible `decision-of-another-case`, and what `offering.record_decision` raises.
    """
    application = await uow.applications.get(command.application_id)
    if command.case_id != case_id_of(application.id):
        raise NotCredible("decision-of-another-case", f"case {command.case_id} is not that of {application.id}")
    product = command.products.version(application.product_code, application.product_version)
    today = business_day(now)
    bounds = command.bounds.on(today)
    holder = holding.get(application.customer_id)
    room = None
    if holder is not None and product.online_consumer_credit:
        cap_minor, version = bounds.online_consumer_max_minor, command.products.version
        room = room_minor(holder.exposures, application.id, Bound.OFFERED, cap_minor, version)
    papers = offering.record_decision(application, command.decision, product, bounds, today, now, room)
    if papers is not None:
        if holder is not None:
            holder.exposures[application.id] = _exposure(papers.contract.content)
        uow.papers.append(_row(application, papers, now))
    return application


def _exposure(terms: LoanContract) -> Exposure:
    """What an offer with these terms binds."""
    return Exposure(
        terms.product_code,
        terms.product_version,
        terms.principal_minor,
        terms.term_months,
        terms.annual_rate,
        Bound.OFFERED,
    )


def _row(application: Application, papers: offering.Papers, now: datetime) -> OfferPapers:
    """The papers as they are kept."""
    disclosure, contract = papers
    return OfferPapers(
        application_id=application.id,
        contract_no=contract.content.contract_no,
        disclosure=disclosure.text,
        disclosure_hash=disclosure.hash,
        contract=contract.text,
        contract_hash=contract.hash,
        made_at=now,
    )
