"""The monthly status that the credit bureau is told (domain.md §4.4, R-3.10)."""

from postloan_svc.domain.delinquency.dpd import bucket

NOTHING_DUE, IN_TIME, LATE_IN_MONTH = "*", "N", "M"
LONGER = "7"  # more than 180 days


def bureau_code(dpd: int, anything_due: bool, paid_late: bool, knows_late_in_month: bool) -> str:
    """The code of a month by the days past due at its end: 1 to 7 by bucket, N in time, * where nothing fell due.

    M says that what fell due was paid after it, and before the month ended; only where the version of the bureau's
    specification knows it (R-3.10), else that is N.
    """
    if dpd > 0:
        held = bucket(dpd)[1:]
        return held if held.isdigit() else LONGER
    if paid_late and knows_late_in_month:
        return LATE_IN_MONTH
    return IN_TIME if anything_due else NOTHING_DUE
