"""What application-svc listens to."""

from application_svc.use_cases.ports import Preload, Products
from application_svc.use_cases.record_decision import RecordDecision, record_decision
from application_svc.use_cases.record_disbursement import record_disbursement
from application_svc.use_cases.supplement_application import request_supplement
from loan_contracts.messages import DecisionMade, LoanDisbursed, SupplementRequested
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(products: Products, applications: Preload) -> Subscriptions:
    """The table; `applications` loads those that a batch is about."""
    return Subscriptions(
        on(DecisionMade, record_decision, lambda message: RecordDecision.of(message, products), applications),
        on(SupplementRequested, request_supplement, preload=applications),
        on(LoanDisbursed, record_disbursement, preload=applications),
    )
