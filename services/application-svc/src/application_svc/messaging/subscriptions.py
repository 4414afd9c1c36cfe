"""What application-svc listens to."""

from application_svc.use_cases.ports import BoundsInForce, Preload, Products
from application_svc.use_cases.record_decision import RecordDecision, record_decision
from application_svc.use_cases.record_disbursement import record_disbursement
from application_svc.use_cases.record_review import record_review
from application_svc.use_cases.record_settlement import record_settlement
from application_svc.use_cases.record_task import record_task
from application_svc.use_cases.request_supplement import request_supplement
from loan_contracts.messages import (
    DecisionMade,
    LoanDisbursed,
    LoanSettled,
    ReviewUpdated,
    SupplementRequested,
    TaskCreated,
)
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(
    products: Products, bounds: BoundsInForce, applications: Preload, decided: Preload, reviews: Preload
) -> Subscriptions:
    """The table; `applications` loads those that a batch is about, `decided` also what their customers have from us."""
    return Subscriptions(
        on(TaskCreated, record_task, preload=applications),
        on(DecisionMade, record_decision, lambda message: RecordDecision.of(message, products, bounds), decided),
        on(ReviewUpdated, record_review, preload=reviews),
        on(SupplementRequested, request_supplement, preload=applications),
        on(LoanDisbursed, record_disbursement, preload=applications),
        on(LoanSettled, record_settlement, preload=applications),
    )
