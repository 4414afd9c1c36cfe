"""The span store: what the services' exporters send comes back as one tree; what may not be kept is not."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import uvicorn
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Span as WireSpan
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from loan_servicekit.testing import Harness
from reporting_svc.persistence.traces.spans import SqlSpans

PATH = "/v1/otlp/v1/traces"
GOOD = {"authorization": "Bearer token-of-this-test", "content-type": "application/x-protobuf"}
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@asynccontextmanager
async def served(harness: Harness) -> AsyncIterator[str]:
    """The service behind a real port."""
    server = uvicorn.Server(uvicorn.Config(harness.app, port=0, lifespan="off", log_config=None, access_log=False))
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await running


def finished_spans() -> list[ReadableSpan]:
    """A request in one service, a message handled in another below it, and one that fails on a person's data."""
    memory = InMemorySpanExporter()
    providers = [TracerProvider(resource=Resource.create({"service.name": s})) for s in ("application-svc", "risk-svc")]
    for provider in providers:
        provider.add_span_processor(SimpleSpanProcessor(memory))
    door, risk = (p.get_tracer("test") for p in providers)
    asked = {"http.route": "/v1/applications", "url.query": "name=zhang"}
    heard = {"batch.size": 7, "message.id": "m-1", "applicant": "zhang"}
    with door.start_as_current_span("POST submit_application", kind=SpanKind.SERVER, attributes=asked):
        with risk.start_as_current_span("handle risk-assessment.requested", kind=SpanKind.CONSUMER,
                                        attributes=heard) as span:  # fmt: skip
            span.record_exception(ValueError("no income for zhang"))
            span.set_status(StatusCode.ERROR, "no income for zhang")
    return list(memory.get_finished_spans())


def a_span(
    name: str, id: int, parent: int = 0, start_ms: float = 0, end_ms: float = 1, trace: str = TRACE, **more: Any
) -> Any:
    began = int(NOON.timestamp()) * 10**9
    return WireSpan(
        trace_id=bytes.fromhex(trace), span_id=id.to_bytes(8, "big"), name=name,
        parent_span_id=parent.to_bytes(8, "big") if parent else b"", kind=1,
        start_time_unix_nano=began + round(start_ms * 10**6), end_time_unix_nano=began + round(end_ms * 10**6), **more,
    )  # fmt: skip


def an_export(service: str, *spans: Any) -> ExportTraceServiceRequest:
    request = ExportTraceServiceRequest()
    group = request.resource_spans.add()
    attribute = group.resource.attributes.add()
    attribute.key, attribute.value.string_value = "service.name", service
    group.scope_spans.add().spans.extend(spans)
    return request


async def export(bus: Any, service: str, *spans: Any) -> ExportTraceServiceResponse:
    body = an_export(service, *spans).SerializeToString()
    answer = await bus.harness.client.post(PATH, content=body, headers=GOOD)
    assert answer.status_code == 200, answer.text
    return ExportTraceServiceResponse.FromString(answer.content)


@pytest.mark.parametrize("compression", [Compression.NoCompression, Compression.Gzip])
async def test_spans_of_the_sdk_exporter_come_back_as_one_tree_without_a_persons_data(
    bus: Any, harness: Harness, monkeypatch: pytest.MonkeyPatch, compression: Compression
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20token-of-this-test")
    spans = finished_spans()
    async with served(harness) as address:
        exporter = OTLPSpanExporter(endpoint=f"{address}{PATH}", compression=compression, timeout=5)
        for _ in range(2):  # an exporter whose answer was lost sends again
            assert await asyncio.to_thread(exporter.export, spans) is SpanExportResult.SUCCESS
        exporter.shutdown()
    trace_id = f"{spans[0].context.trace_id:032x}"
    trace = await bus.get(f"/v1/traces/{trace_id}", "operations")
    door, risk = trace["spans"]
    assert (door["service"], door["name"], door["depth"], door["kind"]) == (
        "application-svc", "POST submit_application", 0, "SERVER")  # fmt: skip
    assert (risk["service"], risk["depth"], risk["parent_id"]) == ("risk-svc", 1, door["span_id"])
    assert (risk["status"], door["status"]) == ("ERROR", "UNSET")
    assert risk["attributes"] == {"batch.size": 7, "message.id": "m-1", "exception.type": "ValueError"}
    assert door["attributes"] == {"http.route": "/v1/applications"}
    assert trace["services"] == ["application-svc", "risk-svc"]
    assert trace["duration_ms"] == door["duration_ms"] >= risk["duration_ms"]
    assert "zhang" not in str(await harness.rows("select * from spans"))


async def test_a_trace_is_a_tree_with_offsets_and_durations_even_where_parents_are_missing_or_form_a_circle(
    bus: Any,
) -> None:
    await export(bus, "application-svc", a_span("root", 1, end_ms=50))
    await export(bus, "risk-svc", a_span("late child", 3, 1, 30, 45.5), a_span("orphan", 4, 99, 10, 12))
    await export(bus, "workflow-svc", a_span("child", 2, 1, 5.25, 20), a_span("grandchild", 5, 2, 6, 7))
    await export(bus, "workflow-svc", a_span("circle a", 6, 7, 60, 61), a_span("circle b", 7, 6, 61, 62))
    trace = await bus.get(f"/v1/traces/{TRACE}", "operations")
    assert [(s["name"], s["depth"], s["offset_ms"], s["duration_ms"]) for s in trace["spans"]] == [
        ("root", 0, 0, 50), ("child", 1, 5.25, 14.75), ("grandchild", 2, 6, 1), ("late child", 1, 30, 15.5),
        ("orphan", 0, 10, 2), ("circle a", 0, 60, 1), ("circle b", 1, 61, 1),
    ]  # fmt: skip
    assert (trace["duration_ms"], trace["started_at"]) == (62, "2026-11-23T04:00:00Z")


async def test_an_application_can_be_looked_at_whether_its_requests_were_sampled_or_not(bus: Any) -> None:
    application, first, second, third = (uuid4() for _ in range(4))
    later = "a" * 32
    await bus.tell(
        bus.record("application.submitted", NOON, first, application_id=application,
                   envelope={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01", "causation_id": f"http:{TRACE}"}),
        bus.record("risk-assessment.requested", NOON + timedelta(milliseconds=40), second, application_id=application,
                   envelope={"causation_id": str(first)}),
        bus.record("fraud-screening.requested", NOON + timedelta(milliseconds=41), application_id=application,
                   envelope={"causation_id": str(first)}),
        bus.record("risk.assessed", NOON + timedelta(milliseconds=90), third, source="risk-svc",
                   application_id=application, envelope={"causation_id": str(second)}),
        bus.record("contract.signed", NOON + timedelta(seconds=9), application_id=application,
                   envelope={"traceparent": f"00-{later}-00f067aa0ba902b7-00", "causation_id": f"http:{later}"}),
    )  # fmt: skip
    path = f"/v1/applications/{application}/trace"
    found = await bus.get(path, "operations")
    assert [(m["type"], m["depth"], m["offset_ms"], m["waited_ms"]) for m in found["messages"]] == [
        ("application.submitted", 0, 0, None), ("risk-assessment.requested", 1, 40, 40), ("risk.assessed", 2, 90, 50),
        ("fraud-screening.requested", 1, 41, 41), ("contract.signed", 0, 9000, None),
    ]  # fmt: skip
    assert found["traces"] == []
    await export(bus, "application-svc", a_span("POST submit_application", 1))
    await export(bus, "application-svc", a_span("POST other", 1, trace="b" * 32))
    found = await bus.get(path, "operations")
    assert [(t["trace_id"], [s["name"] for s in t["spans"]]) for t in found["traces"]] == [
        (TRACE, ["POST submit_application"])]  # fmt: skip


async def test_spans_that_cannot_be_right_are_counted_back_and_the_others_kept(bus: Any) -> None:
    answer = await export(
        bus, "s\0vc" + "x" * 900, a_span("go\0od", 1), a_span("backwards", 2, start_ms=5, end_ms=1),
        WireSpan(name="empty"),
        a_span("far", 3, end_ms=2**62 / 10**6), a_span("short", 4, trace="ab"),
    )  # fmt: skip
    assert answer.partial_success.rejected_spans == 4
    (row,) = await bus.harness.rows("select name, length(service) from spans")
    assert row == ("good", 200)


async def test_only_holders_of_the_receivers_token_may_send(bus: Any) -> None:
    body = an_export("x", a_span("x", 1)).SerializeToString()
    for headers in (
        {}, {"authorization": "Bearer wrong"}, {"authorization": "Bearer "}, {"authorization": "token-of-this-test"},
        bus.harness.signer.headers("operations"), {"authorization": "Bearer \u00ff".encode("latin-1")},
    ):  # fmt: skip
        answer = await bus.harness.client.post(
            PATH, content=body, headers={**headers, "content-type": GOOD["content-type"]}
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "token-invalid")
    assert await bus.harness.rows("select count(*) from spans") == [(0,)]


async def test_the_token_may_be_sent_as_the_standards_say(bus: Any) -> None:
    body = gzip.compress(an_export("x", a_span("x", 1)).SerializeToString())
    for scheme in ("bearer ", "BEARER ", "Bearer  "):
        headers = {"authorization": f"{scheme}token-of-this-test", "content-type": "Application/X-Protobuf"}
        answer = await bus.harness.client.post(PATH, content=body, headers={**headers, "content-encoding": "GZIP"})
        assert answer.status_code == 200, scheme


async def test_bodies_that_are_no_export_are_refused_without_harm(bus: Any) -> None:
    packed = {**GOOD, "content-encoding": "gzip"}
    bomb = gzip.compress(bytes(40 * 1024 * 1024))
    cases: list[tuple[bytes, dict[str, str], int]] = [
        (b"\xff\xff\xff", GOOD, 400),
        (b"not gzip", packed, 400),
        (gzip.compress(an_export("x", a_span("x", 1)).SerializeToString())[:-9], packed, 400),
        (bomb, packed, 413),
        (bytes(5 * 1024 * 1024), GOOD, 413),
        (b"{}", {**GOOD, "content-type": "application/json"}, 415),
        (b"", {**GOOD, "content-encoding": "br"}, 415),
        (b"", GOOD, 200),
    ]
    for body, headers, status in cases:
        assert (await bus.harness.client.post(PATH, content=body, headers=headers)).status_code == status
    assert await bus.harness.rows("select count(*) from spans") == [(0,)]


async def test_old_spans_are_forgotten_and_young_ones_stay(bus: Any, harness: Harness) -> None:
    await export(bus, "x", a_span("old", 1, end_ms=1), a_span("young", 2, start_ms=2 * 3600_000, end_ms=2 * 3600_000))
    store = SqlSpans(harness.service.engine, lambda: NOON + timedelta(hours=25), timedelta(hours=24))
    assert await store.forget_old() == 1
    assert await harness.rows("select name from spans") == [("young",)]


async def test_a_day_is_made_ahead_holds_its_spans_and_is_dropped_when_it_is_over(bus: Any, harness: Harness) -> None:
    """Spans of a day that nobody has made lie with the others, and move into their day when it is made."""
    days = [timedelta(days=n) for n in range(5)]
    later = NOON + timedelta(days=40)
    hours_ahead = [day.total_seconds() * 1000 + 40 * 86_400_000 for day in days]
    await export(bus, "early", *(a_span(f"day {n}", n + 1, start_ms=ms, end_ms=ms) for n, ms in enumerate(hours_ahead)))
    store = SqlSpans(harness.service.engine, lambda: later, timedelta(days=2))
    where = "select name, tableoid::regclass::text from spans order by started_at"
    assert {table for _, table in await harness.rows(where)} == {"spans_other"}
    assert (await store.make_days(), await store.make_days()) == (3, 0)
    assert await harness.rows(where) == [
        ("day 0", "spans_other"), ("day 1", "spans_20270103"), ("day 2", "spans_20270104"), ("day 3", "spans_20270105"),
        ("day 4", "spans_other"),
    ]  # fmt: skip
    await export(bus, "early", a_span("day 2", 3, start_ms=hours_ahead[2], end_ms=hours_ahead[2]))  # sent again
    trace = await bus.get(f"/v1/traces/{TRACE}", "operations")
    assert [span["name"] for span in trace["spans"]] == [f"day {n}" for n in range(5)]
    midnight = datetime(2027, 1, 5, tzinfo=UTC)
    for now, left in (
        (midnight + timedelta(days=2, microseconds=-1), ["day 2", "day 3", "day 4"]),
        (midnight + timedelta(days=2), ["day 3", "day 4"]),
        (midnight + timedelta(days=9), []),
    ):
        await SqlSpans(harness.service.engine, lambda now=now: now, timedelta(days=2)).forget_old()
        assert [row[0] for row in await harness.rows(where)] == left


async def test_processes_that_turn_the_days_at_once_make_each_day_once(harness: Harness) -> None:
    later = NOON + timedelta(days=60)
    stores = [SqlSpans(harness.service.engine, lambda: later, timedelta(days=2)) for _ in range(4)]
    assert sorted(await asyncio.gather(*(store.make_days() for store in stores))) == [0, 0, 0, 3]


async def test_a_trace_that_was_not_sampled_is_not_found(bus: Any) -> None:
    assert (await bus.get(f"/v1/traces/{'0' * 32}", "operations", expect=404))["code"] == "trace-not-found"
    assert (await bus.get("/v1/traces/xyz", "operations", expect=422))["code"] == "request-invalid"
