"""The catalogue: every message of the platform by wire type, family by family. docs/messages.md and docs/asyncapi.json
are made from it."""

from loan_contracts import applications, assessment, cards, decisions, lending, operations
from loan_contracts.message import Message, by_type
from loan_contracts.payments import collecting

MESSAGES: dict[str, type[Message]] = by_type(
    *applications.MESSAGES,
    *assessment.MESSAGES,
    *decisions.MESSAGES,
    *lending.MESSAGES,
    *collecting.MESSAGES,
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
