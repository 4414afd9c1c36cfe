"""What postloan-svc listens to."""

from loan_contracts.applications import ContractSigned
from loan_contracts.assessment import RiskAssessed
from loan_contracts.decisions import ApprovalDecided
from loan_contracts.lending import PaymentFailed, PaymentSettled
from loan_contracts.payments.collecting import CollectionAgreementRefused, CollectionAgreementSigned, PaymentReturned
from loan_servicekit.kafka import Subscriptions, on
from postloan_svc.operations import Operations


def subscriptions(operations: Operations) -> Subscriptions:
    """The table."""
    return Subscriptions(
        on(ContractSigned, operations.book_loan),
        on(RiskAssessed, operations.note_estimate),
        on(ApprovalDecided, operations.take_approval),
        on(PaymentSettled, operations.settle_payment),
        on(PaymentFailed, operations.fail_payment),
        on(PaymentReturned, operations.return_payment),
        on(CollectionAgreementSigned, operations.note_signature),
        on(CollectionAgreementRefused, operations.note_refusal),
    )
