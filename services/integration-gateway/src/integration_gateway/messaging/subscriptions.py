"""What integration-gateway listens to."""

from integration_gateway.operations import Operations
from integration_gateway.use_cases.notifications.tell_applicant import notification
from integration_gateway.use_cases.notifications.tell_of_change import change_notice
from integration_gateway.use_cases.notifications.tell_staff import lapsing_notice, waiting_notice
from integration_gateway.use_cases.partners import hear
from integration_gateway.use_cases.payments.agree import ending, signing
from integration_gateway.use_cases.payments.take_order import payment, verification
from integration_gateway.use_cases.signatures.sign import signature
from integration_gateway.use_cases.sources.take_collection import collection
from loan_contracts.applications import ApplicationWithdrawn, DisclosureConfirmed, OfferMade
from loan_contracts.assessment import ExternalDataRequested
from loan_contracts.cards import CardVerificationRequested
from loan_contracts.decisions import (
    DecisionMade,
    EvidenceLapsing,
    SupplementRequested,
    TaskHandedOver,
    TaskMentioned,
    TaskOverdue,
    TaskReminded,
)
from loan_contracts.lending import (
    CreditLineChanged,
    LoanChanged,
    LoanDisbursed,
    LoanSettled,
    PaymentRequested,
    RepaymentDue,
    RepaymentMissed,
    RepaymentReceived,
    RepaymentReversed,
)
from loan_contracts.operations import NotificationRequested
from loan_contracts.payments.collecting import CollectionAgreementEnded, CollectionAgreementRequested
from loan_contracts.seals import Seals
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(operations: Operations, orders: Seals, provider_signs: bool) -> Subscriptions:
    """The table; `orders` knows the seal of who may order payments, and contracts are signed with a provider where one
    was chosen."""
    return Subscriptions(
        on(ExternalDataRequested, operations.take_collection, collection),
        on(PaymentRequested, operations.take_order, lambda message: payment(message, orders)),
        on(CollectionAgreementRequested, operations.take_request, signing),
        on(CollectionAgreementEnded, operations.take_request, ending),
        on(CardVerificationRequested, operations.take_request, verification),
        on(NotificationRequested, operations.take_request, notification),
        on(DecisionMade, operations.hear, hear.decision, patient=True),
        on(SupplementRequested, operations.hear, hear.supplement, patient=True),
        on(ApplicationWithdrawn, operations.hear, hear.withdrawal, patient=True),
        on(OfferMade, operations.hear, hear.offer, patient=True),
        on(DisclosureConfirmed, operations.take_signature, lambda message: signature(message, provider_signs)),
        on(TaskReminded, operations.take_request, waiting_notice),
        on(TaskOverdue, operations.take_request, waiting_notice),
        on(TaskHandedOver, operations.take_request, waiting_notice),
        on(TaskMentioned, operations.take_request, waiting_notice),
        on(EvidenceLapsing, operations.take_request, lapsing_notice),
        on(LoanDisbursed, operations.hear, hear.disbursement, patient=True),
        on(LoanSettled, operations.hear, hear.settled, patient=True),
        on(CreditLineChanged, operations.hear, hear.line_changed, patient=True),
        on(RepaymentDue, operations.hear, hear.due, patient=True),
        on(RepaymentReceived, operations.hear, hear.received, patient=True),
        on(RepaymentReversed, operations.hear, hear.reversed, patient=True),
        on(RepaymentMissed, operations.hear, hear.missed, patient=True),
        on(LoanChanged, operations.tell_of_change, change_notice, patient=True),
    )
