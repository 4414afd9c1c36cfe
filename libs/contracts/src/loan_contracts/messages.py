"""The catalogue: every message of the platform by wire type, family by family. docs/messages.md and docs/asyncapi.json
are made from it."""

from loan_contracts import applications, assessment, cards, decisions, lending, operations
from loan_contracts.applications import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ConfirmationMethod,
    ContractSigned,
    DisclosureConfirmed,
    OfferMade,
    ReviewKind,
    ReviewRequested,
)
from loan_contracts.assessment import (
    ExternalDataCollected,
    ExternalDataRequested,
    FraudOutcome,
    FraudScreened,
    FraudScreeningRequested,
    RiskAssessed,
    RiskAssessmentRequested,
    RiskOutcome,
)
from loan_contracts.cards import CardVerificationRequested, CardVerified
from loan_contracts.decisions import (
    DecisionMade,
    Outcome,
    ReviewStatus,
    ReviewUpdated,
    SupplementRequested,
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskOverdue,
    TaskReassigned,
)
from loan_contracts.lending import (
    BusinessDayClosed,
    LoanDisbursed,
    LoanDisbursementFailed,
    LoanSettled,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    PaymentSettled,
    RepaymentDue,
    RepaymentMissed,
    RepaymentReceived,
)
from loan_contracts.message import Message, by_type
from loan_contracts.operations import AuditRecorded, NotificationDelivered, NotificationRequested

MESSAGES: dict[str, type[Message]] = by_type(
    *applications.MESSAGES,
    *assessment.MESSAGES,
    *decisions.MESSAGES,
    *lending.MESSAGES,
    *cards.MESSAGES,
    *operations.MESSAGES,
)

SERVICES = (
    "application-svc",
    "workflow-svc",
    "risk-svc",
    "antifraud-svc",
    "postloan-svc",
    "integration-gateway",
    "reporting-svc",
)

TOPICS: tuple[str, ...] = (*MESSAGES, *(f"dead-letter.{service}" for service in SERVICES))

__all__ = [
    "MESSAGES",
    "SERVICES",
    "TOPICS",
    "ApplicationSubmitted",
    "ApplicationSupplemented",
    "ApplicationWithdrawn",
    "AuditRecorded",
    "BusinessDayClosed",
    "CardVerificationRequested",
    "CardVerified",
    "ConfirmationMethod",
    "ContractSigned",
    "DecisionMade",
    "DisclosureConfirmed",
    "ExternalDataCollected",
    "ExternalDataRequested",
    "FraudOutcome",
    "FraudScreened",
    "FraudScreeningRequested",
    "LoanDisbursed",
    "LoanDisbursementFailed",
    "LoanSettled",
    "Message",
    "NotificationDelivered",
    "NotificationRequested",
    "OfferMade",
    "Outcome",
    "PaymentDirection",
    "PaymentFailed",
    "PaymentRequested",
    "PaymentSettled",
    "RepaymentDue",
    "RepaymentMissed",
    "RepaymentReceived",
    "ReviewKind",
    "ReviewRequested",
    "ReviewStatus",
    "ReviewUpdated",
    "RiskAssessed",
    "RiskAssessmentRequested",
    "RiskOutcome",
    "SupplementRequested",
    "TaskClaimed",
    "TaskCompleted",
    "TaskCreated",
    "TaskOverdue",
    "TaskReassigned",
]
