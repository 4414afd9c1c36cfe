"""Traces, metrics and logs, the same in every service."""

from loan_servicekit.telemetry.failures import described
from loan_servicekit.telemetry.logs import configure_logging
from loan_servicekit.telemetry.metrics import (
    BATCH_SIZE,
    BROKER_LOSSES,
    BUSINESS_DAY_LAG,
    CONSUMER_LAG,
    CONSUMER_MISSING,
    CONSUMER_STOPPED,
    EVIDENCE_BROKEN,
    EVIDENCE_SEALED,
    HANDLED,
    HTTP_SECONDS,
    JOB_FAILURES,
    LEDGER_BREAKS,
    LETTERS,
    OUTBOX_HELD,
    OUTBOX_PENDING,
    OUTBOX_SET_ASIDE,
    RELAYED,
    SET_ASIDE,
)
from loan_servicekit.telemetry.tracing import Tracing, open_span, sampled, span, sql_span_begin, sql_span_end

__all__ = [
    "BATCH_SIZE",
    "BROKER_LOSSES",
    "BUSINESS_DAY_LAG",
    "CONSUMER_LAG",
    "CONSUMER_MISSING",
    "CONSUMER_STOPPED",
    "EVIDENCE_BROKEN",
    "EVIDENCE_SEALED",
    "HANDLED",
    "HTTP_SECONDS",
    "JOB_FAILURES",
    "LEDGER_BREAKS",
    "LETTERS",
    "OUTBOX_HELD",
    "OUTBOX_PENDING",
    "OUTBOX_SET_ASIDE",
    "RELAYED",
    "SET_ASIDE",
    "Tracing",
    "configure_logging",
    "described",
    "open_span",
    "sampled",
    "span",
    "sql_span_begin",
    "sql_span_end",
]
