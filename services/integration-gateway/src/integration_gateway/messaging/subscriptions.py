"""What integration-gateway listens to."""

from integration_gateway.use_cases.take_request import (
    collection,
    decision_notice,
    disbursement_notice,
    notification,
    payment,
    supplement_notice,
    take_request,
)
from loan_contracts.assessment import ExternalDataRequested
from loan_contracts.decisions import DecisionMade, SupplementRequested
from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_contracts.operations import NotificationRequested
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(customers: Preload) -> Subscriptions:
    """The table; `customers` finds out whose application a message is about."""
    return Subscriptions(
        on(ExternalDataRequested, take_request, collection),
        on(PaymentRequested, take_request, payment),
        on(NotificationRequested, take_request, notification),
        on(DecisionMade, take_request, decision_notice, preload=customers),
        on(SupplementRequested, take_request, supplement_notice, preload=customers),
        on(LoanDisbursed, take_request, disbursement_notice),
    )
