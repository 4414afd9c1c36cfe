"""The papers of offers, and to whom disclosures were given out."""

from application_svc.use_cases.contracts.ports import DisclosureDelivery, OfferPapers, SealedPayee
from loan_servicekit.db.columns import Column, rows

PAPERS = rows(
    "papers",
    OfferPapers,
    (
        Column("application_id", "uuid"),
        Column("contract_no", "text"),
        Column("disclosure", "text"),
        Column("disclosure_hash", "text"),
        Column("contract", "text"),
        Column("contract_hash", "text"),
        Column("made_at", "timestamptz"),
    ),
)
DISCLOSURE_DELIVERIES = rows(
    "disclosure_deliveries",
    DisclosureDelivery,
    (
        Column("application_id", "uuid"),
        Column("disclosure_hash", "text"),
        Column("delivered_to", "text"),
        Column("delivered_at", "timestamptz"),
    ),
    on_conflict="on conflict do nothing",
)
COUNTERPARTIES = rows(
    "counterparties",
    SealedPayee,
    (
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("token", "text"),
        Column("name", "text"),
        Column("account", "text"),
        Column("registration", "text"),
        Column("named_at", "timestamptz"),
    ),
    on_conflict="on conflict (application_id) do update set token = excluded.token, name = excluded.name,"
    " account = excluded.account, registration = excluded.registration, named_at = excluded.named_at",
)
