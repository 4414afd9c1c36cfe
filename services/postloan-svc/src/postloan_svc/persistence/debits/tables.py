"""Where agreements to collect, debits and their runs live."""

from loan_contracts.payments.collecting import AgreementEnd
from loan_servicekit.db.columns import Column, aggregates, enumerated
from postloan_svc.domain.debits.agreement import AgreementStatus, CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt, DebitStatus, Occasion
from postloan_svc.domain.debits.run import DebitRun

COLLECTION_AGREEMENTS = aggregates(
    "collection_agreements",
    CollectionAgreement,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("text_version", "text"),
        Column("parts", "boolean"),
        Column("agreed_by", "text"),
        Column("agreed_at", "timestamptz"),
        enumerated("status", AgreementStatus),
        Column("card_token", "text"),
        Column("signed_at", "timestamptz"),
        Column("code", "text"),
        Column("ended_at", "timestamptz"),
        enumerated("end_reason", AgreementEnd),
        Column("frozen_at", "timestamptz"),
        Column("frozen_by", "text"),
        Column("frozen_because", "text"),
    ],
    missing="collection-agreement-not-found",
)
DEBIT_ATTEMPTS = aggregates(
    "debit_attempts",
    DebitAttempt,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        enumerated("occasion", Occasion),
        Column("business_date", "date"),
        Column("amount_minor", "bigint"),
        Column("currency", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        Column("agreement_id", "uuid"),
        Column("card_token", "text"),
        Column("slot", "text"),
        Column("part", "int"),
        Column("quote_id", "uuid"),
        enumerated("status", DebitStatus),
        Column("code", "text"),
        Column("ended_at", "timestamptz"),
        Column("repayment_id", "uuid"),
        Column("problem", "text"),
    ],
    missing="debit-not-found",
)
DEBIT_RUNS = aggregates(
    "debit_runs",
    DebitRun,
    [
        Column("id", "text"),
        Column("business_date", "date"),
        Column("slot", "text"),
        Column("after", "uuid"),
        Column("debits", "int"),
        Column("amount_minor", "bigint"),
        Column("ended_at", "timestamptz"),
    ],
    missing="debit-run-not-found",
)
