"""What application-svc listens to."""

from application_svc.operations import Operations
from application_svc.use_cases.contracts.record_decision import RecordDecision
from application_svc.use_cases.products.ports import BoundsInForce, Products
from loan_contracts.cards import CardVerified
from loan_contracts.decisions import (
    DecisionMade,
    ReviewUpdated,
    SupplementRequested,
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
)
from loan_contracts.lending import CreditLineChanged, LoanChanged, LoanDisbursed, LoanSettled
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(operations: Operations, products: Products, bounds: BoundsInForce) -> Subscriptions:
    """The table."""
    return Subscriptions(
        on(TaskCreated, operations.record_task),
        on(TaskClaimed, operations.record_claim),
        on(TaskReassigned, operations.record_claim),
        on(TaskCompleted, operations.record_completion),
        on(DecisionMade, operations.record_decision, lambda message: RecordDecision.of(message, products, bounds)),
        on(ReviewUpdated, operations.record_review),
        on(SupplementRequested, operations.request_supplement),
        on(CardVerified, operations.record_card_verification),
        on(LoanDisbursed, operations.record_disbursement, patient=True),
        on(LoanSettled, operations.record_settlement, patient=True),
        on(CreditLineChanged, operations.record_line, patient=True),
        on(LoanChanged, operations.record_transfer, patient=True),
    )
