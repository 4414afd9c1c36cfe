"""Where everything lives."""

from loan_servicekit.db.unit_of_work import Schema
from postloan_svc.persistence.calendar.tables import CALENDARS, CLOSING_SHARDS, DAY_CLOSINGS, SET_ASIDE_LOANS
from postloan_svc.persistence.classification.tables import (
    AGEING_PAUSES,
    CLASSIFICATION_CHANGES,
    CLASSIFICATION_REQUESTS,
    CLASSIFICATIONS,
)
from postloan_svc.persistence.credit_line.tables import CREDIT_LINES
from postloan_svc.persistence.debits.tables import COLLECTION_AGREEMENTS, DEBIT_ATTEMPTS, DEBIT_RUNS
from postloan_svc.persistence.disbursement.tables import PAY_OUTS, PURPOSE_CHECKS
from postloan_svc.persistence.general_ledger.tables import ACCOUNT_CHANGES, ACCOUNTS, GL_ENTRIES, JOURNALS, PERIODS
from postloan_svc.persistence.ledger.tables import LEDGER_ENTRIES, REPAYMENTS
from postloan_svc.persistence.loan.history import LOAN_EVENTS, SCHEDULE_VERSIONS
from postloan_svc.persistence.loan.tables import LOANS
from postloan_svc.persistence.papers.tables import PAPERS
from postloan_svc.persistence.servicing.tables import (
    BANK_STATEMENTS,
    LOAN_CHANGES,
    PREPAYMENT_QUOTES,
    REPAYMENT_REQUESTS,
)

SCHEMA = Schema(
    aggregates={
        "loans": LOANS,
        "pay_outs": PAY_OUTS,
        "purpose_checks": PURPOSE_CHECKS,
        "calendars": CALENDARS,
        "day_closings": DAY_CLOSINGS,
        "closing_shards": CLOSING_SHARDS,
        "repayment_requests": REPAYMENT_REQUESTS,
        "prepayment_quotes": PREPAYMENT_QUOTES,
        "loan_changes": LOAN_CHANGES,
        "bank_statements": BANK_STATEMENTS,
        "journals": JOURNALS,
        "periods": PERIODS,
        "account_changes": ACCOUNT_CHANGES,
        "classifications": CLASSIFICATIONS,
        "classification_requests": CLASSIFICATION_REQUESTS,
        "ageing_pauses": AGEING_PAUSES,
        "papers": PAPERS,
        "collection_agreements": COLLECTION_AGREEMENTS,
        "debit_attempts": DEBIT_ATTEMPTS,
        "debit_runs": DEBIT_RUNS,
        "credit_lines": CREDIT_LINES,
    },
    rows={
        each.name: each
        for each in (
            LEDGER_ENTRIES,
            REPAYMENTS,
            LOAN_EVENTS,
            SCHEDULE_VERSIONS,
            SET_ASIDE_LOANS,
            GL_ENTRIES,
            ACCOUNTS,
            CLASSIFICATION_CHANGES,
        )
    },
)
