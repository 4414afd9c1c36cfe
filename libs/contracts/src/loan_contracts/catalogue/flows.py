"""Who sends each message and who receives it: the table behind the catalogue; services are compared with it by a test.

reporting-svc receives everything, for the timeline and the evidence chain, so its rows say nothing and are added here.
"""

from dataclasses import dataclass

from loan_contracts.messages import MESSAGES

APPLICATION = "application-svc"
WORKFLOW = "workflow-svc"
RISK = "risk-svc"
ANTIFRAUD = "antifraud-svc"
POSTLOAN = "postloan-svc"
GATEWAY = "integration-gateway"
REPORTING = "reporting-svc"
EVERYBODY = (APPLICATION, WORKFLOW, RISK, ANTIFRAUD, POSTLOAN, GATEWAY, REPORTING)


@dataclass(frozen=True, slots=True)
class Flow:
    """The senders and the receivers of one message type, by service name. What has no sender yet is written by
    nobody."""

    senders: tuple[str, ...]
    receivers: tuple[str, ...]


def _flow(senders: str | tuple[str, ...], *receivers: str) -> Flow:
    return Flow((senders,) if isinstance(senders, str) else senders, (*receivers, REPORTING))


FLOWS: dict[str, Flow] = {
    "application.submitted": _flow(APPLICATION, WORKFLOW),
    "application.supplemented": _flow(APPLICATION, WORKFLOW),
    "application.withdrawn": _flow(APPLICATION, WORKFLOW, GATEWAY),
    "document.attached": _flow(APPLICATION, WORKFLOW),
    "review.requested": _flow(APPLICATION, WORKFLOW),
    "review.updated": _flow(WORKFLOW, APPLICATION),
    "offer.made": _flow(APPLICATION, GATEWAY),
    "disclosure.confirmed": _flow(APPLICATION, GATEWAY),
    "contract.signed": _flow(APPLICATION, POSTLOAN),
    "external-data.requested": _flow(WORKFLOW, GATEWAY),
    "external-data.collected": _flow(GATEWAY, WORKFLOW),
    "fraud-screening.requested": _flow(WORKFLOW, ANTIFRAUD),
    "fraud.screened": _flow(ANTIFRAUD, WORKFLOW),
    "risk-assessment.requested": _flow(WORKFLOW, RISK),
    "risk.assessed": _flow(RISK, WORKFLOW, POSTLOAN),
    "task.created": _flow(WORKFLOW, APPLICATION),
    "task.claimed": _flow(WORKFLOW, APPLICATION),
    "task.completed": _flow(WORKFLOW, APPLICATION),
    "task.reassigned": _flow(WORKFLOW, APPLICATION),
    "task.reminded": _flow(WORKFLOW, GATEWAY),
    "task.overdue": _flow(WORKFLOW, GATEWAY),
    "task.handed-over": _flow(WORKFLOW, GATEWAY),
    "task.mentioned": _flow(WORKFLOW, GATEWAY),
    "evidence.lapsing": _flow(WORKFLOW, GATEWAY),
    "supplement.requested": _flow(WORKFLOW, APPLICATION, GATEWAY),
    "decision.made": _flow(WORKFLOW, APPLICATION, GATEWAY),
    "approval.requested": _flow(POSTLOAN, WORKFLOW),
    "approval.decided": _flow(WORKFLOW, POSTLOAN),
    "payment.requested": _flow(POSTLOAN, GATEWAY),
    "payment.settled": _flow(GATEWAY, POSTLOAN),
    "payment.failed": _flow(GATEWAY, POSTLOAN),
    "payment.returned": _flow(GATEWAY, POSTLOAN),
    "collection-agreement.requested": _flow(POSTLOAN, GATEWAY),
    "collection-agreement.signed": _flow(GATEWAY, POSTLOAN),
    "collection-agreement.refused": _flow(GATEWAY, POSTLOAN),
    "collection-agreement.ended": _flow(POSTLOAN, GATEWAY),
    "loan.disbursed": _flow(POSTLOAN, APPLICATION, WORKFLOW, GATEWAY),
    "loan.disbursement-failed": _flow(POSTLOAN),
    "repayment.due": _flow(POSTLOAN, GATEWAY),
    "repayment.received": _flow(POSTLOAN, GATEWAY),
    "repayment.reallocated": _flow(POSTLOAN),
    "repayment.reversed": _flow(POSTLOAN, GATEWAY),
    "repayment.missed": _flow(POSTLOAN, GATEWAY),
    "repayment.miss-corrected": _flow(POSTLOAN),
    "loan.reclassified": _flow(POSTLOAN, WORKFLOW),
    "loan.settled": _flow(POSTLOAN, APPLICATION, WORKFLOW, GATEWAY),
    "loan.changed": _flow(POSTLOAN, APPLICATION, GATEWAY),
    "credit-line.changed": _flow(POSTLOAN, APPLICATION, GATEWAY),
    "business-day.closed": _flow(POSTLOAN),
    "card-verification.requested": _flow(APPLICATION, GATEWAY),
    "card.verified": _flow(GATEWAY, APPLICATION),
    "notification.requested": _flow((), GATEWAY),
    "notification.delivered": _flow(GATEWAY),
    "audit.recorded": _flow(EVERYBODY),
}

assert FLOWS.keys() == MESSAGES.keys(), f"messages without a flow, or the reverse: {FLOWS.keys() ^ MESSAGES.keys()}"


def sent_by(service: str) -> frozenset[str]:
    """The types that a service sends."""
    return frozenset(type for type, flow in FLOWS.items() if service in flow.senders)


def received_by(service: str) -> frozenset[str]:
    """The types that a service listens to."""
    return frozenset(type for type, flow in FLOWS.items() if service in flow.receivers)
