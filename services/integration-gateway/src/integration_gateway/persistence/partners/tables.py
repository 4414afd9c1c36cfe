"""Partners, the applications that they have brought, and what they are told."""

from pydantic import TypeAdapter

from integration_gateway.domain.partners.partner import Partner, PartnerKey, PartnerStatus, Proposal, Terms
from integration_gateway.domain.partners.partner_application import PartnerApplication, Stage
from integration_gateway.domain.partners.webhook import SealedSecret
from integration_gateway.use_cases.partners.records import DeliveryRow, EndpointRow, EventRow
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows, structured

SECRETS: TypeAdapter[tuple[SealedSecret, ...]] = TypeAdapter(tuple[SealedSecret, ...])
PARTNERS = aggregates(
    "partners",
    Partner,
    [
        Column("id", "uuid"),
        enumerated("status", PartnerStatus),
        structured("terms", TypeAdapter(Terms)),
        structured("proposal", TypeAdapter(Proposal)),
        Column("approved_by", "text"),
        Column("approved_at", "timestamptz"),
        structured("keys", TypeAdapter(tuple[PartnerKey, ...])),
    ],
    missing="partner-not-found",
)
PARTNER_APPLICATIONS = aggregates(
    "partner_applications",
    PartnerApplication,
    [
        Column("id", "uuid"),
        Column("partner_id", "uuid"),
        Column("reference", "text"),
        Column("fingerprint", "text"),
        Column("product_code", "text"),
        Column("amount_minor", "bigint"),
        Column("term_months", "int"),
        Column("created_at", "timestamptz"),
        enumerated("stage", Stage),
        Column("application_no", "text"),
    ],
    missing="application-not-found",
)
PARTNER_EVENTS = rows(
    "partner_events",
    EventRow,
    [
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        Column("partner_id", "uuid"),
        Column("type", "text"),
        Column("data", "json"),
        Column("told_at", "timestamptz"),
    ],
    on_conflict="on conflict (id) do nothing",
)
WEBHOOK_DELIVERIES = rows(
    "webhook_deliveries",
    DeliveryRow,
    [
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        Column("partner_id", "uuid"),
        Column("type", "text"),
        Column("body", "text"),
        Column("created_at", "timestamptz"),
        Column("since", "timestamptz"),
        Column("due_at", "timestamptz"),
    ],
    on_conflict="on conflict (id) do nothing",
)
WEBHOOK_ENDPOINTS = rows(
    "webhook_endpoints",
    EndpointRow,
    [
        Column("partner_id", "uuid"),
        Column("url", "text"),
        structured("secrets", SECRETS),
        Column("changed_by", "text"),
        Column("changed_at", "timestamptz"),
    ],
    on_conflict=(
        "on conflict (partner_id) do update set url = excluded.url, secrets = excluded.secrets,"
        " changed_by = excluded.changed_by, changed_at = excluded.changed_at, failing_since = null, disabled_at = null"
    ),
)
