"""The papers of offers, and to whom disclosures were given out."""

from application_svc.use_cases.contracts.ports import DisclosureDelivery, OfferPapers
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
