"""Days past due and buckets (domain.md §1.3, §4.4)."""

from datetime import date

BUCKET_DAYS = 30
BUCKETS = ("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M6+")
"""M0 for no day, Mk for 30(k−1)+1 to 30k days, M6+ for more than 180."""


def days_past_due(
    as_of: date, oldest_unpaid_due_on: date | None, grace_days: int, payable_on: date | None = None
) -> int:
    """DPD: days since the due date of the oldest unpaid instalment; 0 within grace, then from the due date (R-3.9).

    Grace begins on the working day to which holidays have moved the payment, if they have (R-3.7).
    """
    if oldest_unpaid_due_on is None or (as_of - (payable_on or oldest_unpaid_due_on)).days <= grace_days:
        return 0
    return (as_of - oldest_unpaid_due_on).days


def bucket(dpd: int) -> str:
    """The bucket of a number of days past due."""
    return BUCKETS[min(-(-dpd // BUCKET_DAYS), len(BUCKETS) - 1)]
