"""Traces, metrics and logs, the same in every service."""

from loan_servicekit.telemetry.failures import described
from loan_servicekit.telemetry.logs import configure_logging
from loan_servicekit.telemetry.metrics import (
    BATCH_SIZE,
    CONSUMER_LAG,
    HANDLED,
    HTTP_SECONDS,
    OUTBOX_PENDING,
    RELAYED,
)
from loan_servicekit.telemetry.tracing import Tracing, open_span, sampled, span, sql_span_begin, sql_span_end

__all__ = [
    "BATCH_SIZE",
    "CONSUMER_LAG",
    "HANDLED",
    "HTTP_SECONDS",
    "OUTBOX_PENDING",
    "RELAYED",
    "Tracing",
    "configure_logging",
    "described",
    "open_span",
    "sampled",
    "span",
    "sql_span_begin",
    "sql_span_end",
]
