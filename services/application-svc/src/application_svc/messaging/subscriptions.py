"""What application-svc listens to."""

from application_svc.use_cases.applications.record_review import record_review
from application_svc.use_cases.applications.record_task import record_claim, record_completion, record_task
from application_svc.use_cases.applications.request_supplement import request_supplement
from application_svc.use_cases.contracts.record_decision import RecordDecision, record_decision
from application_svc.use_cases.contracts.record_disbursement import record_disbursement
from application_svc.use_cases.contracts.record_settlement import record_settlement
from application_svc.use_cases.customers.record_card_verification import record_card_verification
from application_svc.use_cases.ports import BoundsInForce, Preload, Products
from loan_contracts.cards import CardVerified
from loan_contracts.messages import (
    DecisionMade,
    LoanDisbursed,
    LoanSettled,
    ReviewUpdated,
    SupplementRequested,
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
)
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(
    products: Products,
    bounds: BoundsInForce,
    applications: Preload,
    decided: Preload,
    reviews: Preload,
    customers: Preload,
) -> Subscriptions:
    """The table; `applications` and `customers` load those that a batch is about, `decided` also what their customers have from us."""
    return Subscriptions(
        on(TaskCreated, record_task, preload=applications),
        on(TaskClaimed, record_claim),
        on(TaskReassigned, record_claim),
        on(TaskCompleted, record_completion),
        on(DecisionMade, record_decision, lambda message: RecordDecision.of(message, products, bounds), decided),
        on(ReviewUpdated, record_review, preload=reviews),
        on(SupplementRequested, request_supplement, preload=applications),
        on(CardVerified, record_card_verification, preload=customers),
        on(LoanDisbursed, record_disbursement, preload=applications),
        on(LoanSettled, record_settlement, preload=applications),
    )
