"""What integration-gateway listens to."""

from integration_gateway.use_cases.desk.take_request import (
    collection,
    decision_notice,
    disbursement_notice,
    notification,
    payment,
    supplement_notice,
    take_order,
    take_request,
    verification,
)
from loan_contracts.assessment import ExternalDataRequested
from loan_contracts.cards import CardVerificationRequested
from loan_contracts.decisions import DecisionMade, SupplementRequested
from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_contracts.operations import NotificationRequested
from loan_contracts.seals import Seals
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(take_in: Preload, orders: Seals) -> Subscriptions:
    """The table; `take_in` finds out what is known of a batch already, and which workers have room; `orders` knows the
    seal of who may order payments."""
    return Subscriptions(
        on(ExternalDataRequested, take_request, collection, preload=take_in),
        on(PaymentRequested, take_order, lambda message: payment(message, orders), preload=take_in),
        on(CardVerificationRequested, take_request, verification, preload=take_in),
        on(NotificationRequested, take_request, notification, preload=take_in),
        on(DecisionMade, take_request, decision_notice, preload=take_in),
        on(SupplementRequested, take_request, supplement_notice, preload=take_in),
        on(LoanDisbursed, take_request, disbursement_notice, preload=take_in),
    )
