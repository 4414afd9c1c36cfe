"""A client of the partner API."""

from loan_partner.client import Paper, PartnerApi, Refused
from loan_partner.shapes import Instalment, KeptPaper, Offer, Plan, Repayment, Repayments, Status, Submitted
from loan_partner.webhooks import Event, Forged, check_webhook

__all__ = [
    "Event",
    "Forged",
    "Instalment",
    "KeptPaper",
    "Offer",
    "Paper",
    "PartnerApi",
    "Plan",
    "Refused",
    "Repayment",
    "Repayments",
    "Status",
    "Submitted",
    "check_webhook",
]
