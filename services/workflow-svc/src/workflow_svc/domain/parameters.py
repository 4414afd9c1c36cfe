"""What the parameters of workflow-svc may be: who may approve how much alone, and when people work."""

from loan_contracts.access import TASK_ROLES
from loan_servicekit.core.parameters import ParameterCatalogue, number
from loan_servicekit.core.working_days import WORKING_DAYS

AUTHORITY = "authority."
REVIEW_DAYS = "review.answer-working-days"
MOST_ALONE = "1000000"  # above it a committee decides (domain.md §15.7)

_ALONE = number("CNY", "authority", "What one person of the role may approve alone", "0", MOST_ALONE)
_REVIEW = number("day", "calendar", "Working days to answer a borrower who asks about a decision", "1", "60")
CATALOGUE = ParameterCatalogue(
    {**WORKING_DAYS, REVIEW_DAYS: _REVIEW} | {AUTHORITY + role: _ALONE for role in sorted(TASK_ROLES)}
)
