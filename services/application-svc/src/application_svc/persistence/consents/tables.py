"""Consents, their wordings and their scans."""

from pydantic import TypeAdapter

from application_svc.domain.consents.consent import Consent, ConsentForm, Evidence, Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextStatus
from application_svc.use_cases.consents.ports import ConsentScan
from loan_contracts.values import Source
from loan_servicekit.db.columns import Column, aggregates, enumerated, made, rows, structured

COLUMNS = (
    Column("id", "uuid"),
    Column("customer_id", "uuid"),
    enumerated("source", Source),
    enumerated("purpose", Purpose),
    enumerated("form", ConsentForm),
    Column("text_version", "text"),
    Column("valid_from", "timestamptz"),
    Column("valid_until", "timestamptz"),
    Column("withdrawn_at", "timestamptz"),
    Column("text_hash", "text"),
    structured("evidence", TypeAdapter(Evidence)),
)
CONSENTS = aggregates("consents", Consent, COLUMNS, missing="consent-not-found")
GRANTED_CONSENTS = rows(
    "consents", Consent, (*COLUMNS, made("version", "int", lambda consent: 1), Column("sequence", "int"))
)
CONSENT_TEXTS = aggregates(
    "consent_texts",
    ConsentText,
    (
        Column("id", "uuid"),
        enumerated("source", Source),
        enumerated("purpose", Purpose),
        Column("text_version", "text"),
        Column("wording", "text"),
        Column("hash", "text"),
        Column("valid_from", "date"),
        enumerated("status", TextStatus),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ),
    missing="consent-text-not-found",
)
CONSENT_SCANS = rows(
    "consent_scans",
    ConsentScan,
    (
        Column("id", "uuid"),
        Column("customer_id", "uuid"),
        Column("media_type", "text"),
        Column("size_bytes", "int"),
        Column("sha256", "text"),
        Column("uploaded_by", "text"),
        Column("uploaded_at", "timestamptz"),
    ),
)
