"""Traces over HTTP, SQL and Kafka: one application is one trace.
The sampled flag is looked at before the SDK is touched.

The door decides once whether a request is sampled: so many a second for certain, beyond that a ratio. Everything that
follows from the request carries the decision in `traceparent`; unsampled work costs no span, but keeps its trace id.
"""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from opentelemetry import context as otel_context
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, TraceFlags, format_span_id, format_trace_id
from opentelemetry.util.types import Attributes

from loan_contracts.envelope import TRACEPARENT, is_traced

_random = random.Random()  # seeded by the system; an identifier of a trace is no secret
_tracer: trace.Tracer = trace.NoOpTracer()


def sampled(traceparent: str | None) -> bool:
    """Whether a W3C traceparent carries the sampled flag."""
    return traceparent is not None and traceparent.endswith("-01")


class Tracing:
    """The process's tracer, and the sampling decision of its door."""

    def __init__(self, service: str, endpoint: str | None, ratio: float, per_second: float) -> None:
        """`endpoint`: OTLP over HTTP, e.g. a collector's; None keeps no spans."""
        global _tracer
        self._ratio, self._per_second = ratio, per_second
        self._budget, self._refilled = per_second, time.monotonic()
        self._provider: TracerProvider | None = None
        if endpoint:
            self._provider = TracerProvider(resource=Resource.create({"service.name": service}))
            exporter = OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces", timeout=5)
            self._provider.add_span_processor(BatchSpanProcessor(exporter, schedule_delay_millis=3000))
            _tracer = self._provider.get_tracer("loan_servicekit")

    def begin(self, traceparent: str | None) -> str:
        """The traceparent of a request that enters here: the caller's, or a new one with our sampling decision."""
        if traceparent and TRACEPARENT.fullmatch(traceparent):
            return traceparent
        flag = "01" if self._provider and self._choose() else "00"
        return f"00-{_random.getrandbits(128):032x}-{_random.getrandbits(64):016x}-{flag}"

    def begin_about(self, subject: UUID) -> str:
        """The traceparent of a request about something that has one trace for all its life: its id is the trace id.

        Every request and process comes to the same sampling decision, without asking anybody.
        """
        flag = "01" if self._provider and is_traced(subject, round(self._ratio * 1000)) else "00"
        return f"00-{subject.hex}-{_random.getrandbits(64):016x}-{flag}"

    def _choose(self) -> bool:
        now = time.monotonic()
        self._budget = min(self._per_second, self._budget + (now - self._refilled) * self._per_second)
        self._refilled = now
        if self._budget >= 1:
            self._budget -= 1
            return True
        return _random.random() < self._ratio

    def close(self) -> None:
        """Sends what is left."""
        if self._provider:
            self._provider.shutdown()


def _remote(traceparent: str) -> SpanContext:
    _, trace_id, span_id, _ = traceparent.split("-")
    return SpanContext(int(trace_id, 16), int(span_id, 16), is_remote=True, trace_flags=TraceFlags(1))


class OpenSpan:
    """A span that has begun; `traceparent` is what follows from it carries."""

    def __init__(self, name: str, traceparent: str, kind: SpanKind, attributes: Attributes) -> None:
        parent = trace.set_span_in_context(NonRecordingSpan(_remote(traceparent)))
        self._span = _tracer.start_span(name, context=parent, kind=kind, attributes=attributes)
        made = self._span.get_span_context()
        self.traceparent = traceparent
        if made.is_valid:
            self.traceparent = f"00-{format_trace_id(made.trace_id)}-{format_span_id(made.span_id)}-01"

    @contextmanager
    def current(self) -> Iterator[None]:
        """Makes it the span that statements hang below."""
        token = otel_context.attach(trace.set_span_in_context(self._span))
        try:
            yield
        finally:
            otel_context.detach(token)

    def end(self, error: BaseException | None = None) -> None:
        """Ends it, as failed where an error is given: its class and code are kept, never its words."""
        if error is not None:
            self._span.set_attribute("error.type", getattr(error, "code", None) or type(error).__name__)
            self._span.set_status(trace.StatusCode.ERROR)
        self._span.end()


def open_span(
    name: str, traceparent: str | None, kind: SpanKind = SpanKind.INTERNAL, attributes: Attributes = None
) -> OpenSpan | None:
    """A span below `traceparent`; None where that is not sampled."""
    return OpenSpan(name, traceparent, kind, attributes) if traceparent and sampled(traceparent) else None


@contextmanager
def span(
    name: str, traceparent: str | None, kind: SpanKind = SpanKind.INTERNAL, attributes: Attributes = None
) -> Iterator[str | None]:
    """The same as a block, current inside it; yields the traceparent for what follows."""
    opened = open_span(name, traceparent, kind, attributes)
    if opened is None:
        yield traceparent
        return
    try:
        with opened.current():
            yield opened.traceparent
    except BaseException as error:
        opened.end(error)
        raise
    opened.end()


def sql_span_begin(connection: Any, _cursor: object, statement: str, *_: object) -> None:
    """Engine listener: a span for a statement, below the current sampled span only."""
    current = trace.get_current_span().get_span_context()
    if current.is_valid and current.trace_flags.sampled:
        words = statement.split(None, 3)
        name = " ".join(words[:3])[:60]
        connection.info.setdefault("spans", []).append(
            _tracer.start_span(name, kind=SpanKind.CLIENT, attributes={"db.system": "postgresql"})
        )


def sql_span_end(connection: Any, *_: object) -> None:
    """Engine listener: the statement's span ends, whether it succeeded or not."""
    if connection is not None and connection.info.get("spans"):
        connection.info["spans"].pop().end()
