"""What workflow-svc listens to."""

from loan_contracts.applications import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    DocumentAttached,
    ReviewRequested,
)
from loan_contracts.assessment import ExternalDataCollected, FraudScreened, RiskAssessed
from loan_contracts.decisions import ApprovalRequested
from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from loan_servicekit.kafka import Subscriptions, on
from workflow_svc.operations import Operations


def subscriptions(operations: Operations) -> Subscriptions:
    """The table."""
    return Subscriptions(
        on(ApplicationSubmitted, operations.open_case),
        on(ApprovalRequested, operations.open_approval),
        on(ExternalDataCollected, operations.take_collection),
        on(FraudScreened, operations.take_screening),
        on(RiskAssessed, operations.take_assessment),
        on(ApplicationSupplemented, operations.take_supplement),
        on(DocumentAttached, operations.take_paper),
        on(ApplicationWithdrawn, operations.take_withdrawal),
        on(ReviewRequested, operations.open_review),
        on(LoanDisbursed, operations.note_disbursed),
        on(LoanReclassified, operations.note_reclassified),
        on(LoanSettled, operations.note_settled),
    )
