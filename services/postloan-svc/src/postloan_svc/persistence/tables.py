"""Where everything lives."""

from loan_servicekit.db.unit_of_work import Schema
from postloan_svc.persistence.calendar.tables import CALENDARS, DAY_CLOSINGS
from postloan_svc.persistence.ledger.tables import LEDGER_ENTRIES, REPAYMENTS
from postloan_svc.persistence.loan.tables import LOANS

SCHEMA = Schema(
    aggregates={"loans": LOANS, "calendars": CALENDARS, "day_closings": DAY_CLOSINGS},
    rows={LEDGER_ENTRIES.name: LEDGER_ENTRIES, REPAYMENTS.name: REPAYMENTS},
)
