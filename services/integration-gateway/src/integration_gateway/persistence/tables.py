"""Where outside work waits and what was collected."""

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.notifications.sign_in_code import SignInCode
from integration_gateway.domain.payments.settlement import BreakKind, Clearing
from integration_gateway.persistence.desk.bodies import stored
from integration_gateway.persistence.notifications.communications import COMMUNICATIONS, PREFERENCES
from integration_gateway.persistence.partners.tables import (
    PARTNER_APPLICATIONS,
    PARTNER_EVENTS,
    PARTNERS,
    WEBHOOK_DELIVERIES,
    WEBHOOK_ENDPOINTS,
)
from integration_gateway.persistence.providers.quarantine import QUARANTINED_ANSWERS
from integration_gateway.persistence.sources.found import packed
from integration_gateway.persistence.switches import PROVIDER_SWITCHES
from integration_gateway.use_cases.customers.keep_relation import RelationRow
from integration_gateway.use_cases.desk.ports import DeskRow
from integration_gateway.use_cases.payments.clear_break import ClearingRow
from integration_gateway.use_cases.payments.reconcile import BreakRow, DayRow
from integration_gateway.use_cases.sources.ports import CollectionRow
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows
from loan_servicekit.db.unit_of_work import Schema

DESK = rows(
    "desk",
    DeskRow,
    [
        Column("id", "uuid"),
        enumerated("kind", Kind),
        Column("application_id", "uuid"),
        Column("body", "json", of="work", write=stored),
        Column("requested_at", "timestamptz"),
        Column("due_at", "timestamptz"),
        Column("correlation_id", "text"),
        Column("causation_id", "text"),
        Column("traceparent", "text"),
    ],
    on_conflict="on conflict (id) do nothing",
)
COLLECTIONS = rows(
    "collections",
    CollectionRow,
    [
        Column("request_id", "uuid"),
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("purpose_code", "text"),
        Column("collected_at", "timestamptz"),
        Column("found", "bytea", write=packed),
        Column("raw", "text"),
        Column("report_at", "timestamptz"),
    ],
)
_RELATION = [Column("application_id", "uuid"), Column("begun_at", "timestamptz"), Column("ended_at", "timestamptz")]
BEGUN = rows("loan_relations", RelationRow, _RELATION, on_conflict="on conflict (application_id) do nothing")
ENDED = rows(
    "loan_relations",
    RelationRow,
    _RELATION,
    on_conflict="on conflict (application_id) do update set ended_at = excluded.ended_at",
)
SETTLEMENT_DAYS = rows(
    "settlement_days",
    DayRow,
    [
        Column("settled_on", "date"),
        Column("orders", "int"),
        Column("amount_minor", "bigint"),
        Column("breaks", "int"),
        Column("compared_at", "timestamptz"),
    ],
    on_conflict="on conflict do nothing",
)
SETTLEMENT_BREAKS = rows(
    "settlement_breaks",
    BreakRow,
    [
        Column("settled_on", "date"),
        Column("order_id", "text"),
        enumerated("kind", BreakKind),
        Column("payment_id", "uuid"),
        Column("ours_minor", "bigint"),
        Column("theirs_minor", "bigint"),
    ],
    on_conflict="on conflict do nothing",
)
SETTLEMENT_CLEARINGS = rows(
    "settlement_clearings",
    ClearingRow,
    [
        Column("settled_on", "date"),
        Column("order_id", "text"),
        enumerated("outcome", Clearing),
        Column("reference", "text"),
        Column("note", "text"),
        Column("cleared_by", "text"),
        Column("cleared_at", "timestamptz"),
    ],
)
SIGN_IN_CODES = aggregates(
    "sign_in_codes",
    SignInCode,
    [
        Column("id", "uuid"),
        Column("code_hash", "text"),
        Column("sent_at", "timestamptz"),
        Column("tries_left", "int"),
        Column("sent_on", "date"),
        Column("sent_that_day", "int"),
    ],
    missing="sign-in-code-not-found",
)
SCHEMA = Schema(
    {
        "sign_in_codes": SIGN_IN_CODES,
        "contact_preferences": PREFERENCES,
        "provider_switches": PROVIDER_SWITCHES,
        "quarantined_answers": QUARANTINED_ANSWERS,
        "partners": PARTNERS,
        "partner_applications": PARTNER_APPLICATIONS,
    },
    {
        "desk": DESK,
        "collections": COLLECTIONS,
        "begun_relations": BEGUN,
        "ended_relations": ENDED,
        "settlement_days": SETTLEMENT_DAYS,
        "settlement_breaks": SETTLEMENT_BREAKS,
        "communications": COMMUNICATIONS,
        "settlement_clearings": SETTLEMENT_CLEARINGS,
        "partner_events": PARTNER_EVENTS,
        "webhook_deliveries": WEBHOOK_DELIVERIES,
        "webhook_endpoints": WEBHOOK_ENDPOINTS,
    },
)
