"""Every metric of a service, in one place."""

from prometheus_client import Counter, Gauge, Histogram

HTTP_SECONDS = Histogram(
    "http_request_seconds",
    "Time to answer a request",
    ["service", "method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
)
HANDLED = Counter(
    "messages_handled_total",
    "Messages by outcome: done, duplicate, refused, dead, retried",
    ["service", "type", "outcome"],
)
BATCH_SIZE = Histogram(
    "consumer_batch_size", "Messages a transaction", ["service"], buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500)
)
CONSUMER_LAG = Gauge("consumer_lag", "Messages that wait for this consumer", ["service"])
RELAYED = Counter("outbox_relayed_total", "Messages published from the outbox", ["service"])
OUTBOX_PENDING = Gauge("outbox_pending", "Outbox rows known to wait for publication", ["service"])
CONSUMER_STOPPED = Gauge("consumer_stopped", "1 where the consumer stopped after too many dead letters", ["service"])
CONSUMER_MISSING = Gauge(
    "consumer_topics_missing", "Topics that the consumer reads and the broker has not", ["service"]
)
LETTERS = Gauge("dead_letters", "Letters that are open, by state", ["service", "state"])
OUTBOX_SET_ASIDE = Gauge(
    "outbox_set_aside", "Outbox rows that the broker refuses and an operator has to look at", ["service"]
)
OUTBOX_HELD = Gauge(
    "outbox_topics_held", "Topics whose outbox rows wait, because the broker has no such topic", ["service"]
)
BROKER_LOSSES = Counter(
    "broker_losses_total", "Topics that came back with less than they had acknowledged", ["service"]
)
SET_ASIDE = Counter(
    "job_set_aside_total", "What a job could not do and went on without: somebody has to look", ["service", "job"]
)
JOB_FAILURES = Counter(
    "job_failures_total", "Steps of what a service does by itself that have failed", ["service", "job"]
)
BUSINESS_DAY_LAG = Gauge(
    "business_day_lag_days", "Days by which the open business day lags behind the calendar", ["service"]
)
DAY_CLOSING = Gauge(
    "day_closing_loans", "Loans that a part of the closing of a day has gone over", ["service", "step", "part"]
)
LEDGER_BREAKS = Gauge(
    "ledger_breaks", "Accounts and loans that did not agree on the day that was compared last", ["service"]
)
EVIDENCE_SEALED = Gauge("evidence_sealed_seq", "Last entry of the evidence chain that is under a seal", ["service"])
EVIDENCE_BROKEN = Gauge("evidence_broken", "1 where the evidence chain was found not to hold", ["service"])
