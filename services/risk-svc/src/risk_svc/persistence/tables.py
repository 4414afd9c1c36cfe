"""Every table of the service."""

from loan_servicekit.db.unit_of_work import Schema
from risk_svc.persistence.assessment.tables import ASSESSMENTS
from risk_svc.persistence.policy.tables import POLICY_PROPOSALS

SCHEMA = Schema({"assessments": ASSESSMENTS, "policy_proposals": POLICY_PROPOSALS}, {})
