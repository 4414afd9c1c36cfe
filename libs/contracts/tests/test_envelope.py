"""CloudEvents 1.0 in Kafka binary mode: there and back, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from loan_contracts.decisions import DecisionMade
from loan_contracts.envelope import Envelope, EnvelopeInvalid, Headers

FULL = Envelope(
    id=UUID("019bd906-1280-798f-a429-4925d566d08d"),
    type=DecisionMade.TYPE,
    source="workflow-svc",
    time=datetime(2026, 1, 20, 6, 12, 43, 610_000, tzinfo=UTC),
    subject="019bd906-1280-798f-a429-4925d566d08d",
    dataschema=DecisionMade.dataschema(),
    correlation_id="019bd906-1280-798f-a429-4925d566d08d",
    causation_id="019bd906-1fe6-74fe-89fc-52e3dfb02843",
    traceparent="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    actor="u-approver-2",
)
REQUIRED = ("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_subject", "ce_dataschema",
            "ce_correlationid")  # fmt: skip


def with_header(name: str, value: bytes | None) -> Headers:
    return [(n, v) for n, v in FULL.headers() if n != name] + ([(name, value)] if value is not None else [])


@pytest.mark.parametrize(
    "envelope",
    [
        FULL,
        replace(FULL, causation_id=None, traceparent=None, actor=None),
        replace(FULL, time=datetime(2026, 1, 20, 14, 12, tzinfo=timezone(timedelta(hours=8))), actor="审批主管"),
    ],
)
def test_an_envelope_comes_back_from_its_headers_as_it_was(envelope: Envelope) -> None:
    assert Envelope.from_headers(envelope.headers()) == envelope


def test_headers_are_those_of_the_kafka_binary_mode() -> None:
    headers = dict(FULL.headers())
    assert headers["ce_specversion"] == b"1.0"
    assert headers["ce_type"] == b"decision.made"
    assert headers["ce_dataschema"] == b"xinliu:decision.made:1"
    assert headers["content-type"] == b"application/json"
    assert headers["ce_time"] == b"2026-01-20T06:12:43.610000+00:00"
    assert headers["traceparent"] == b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def test_absent_extensions_have_no_header() -> None:
    names = {name for name, _ in replace(FULL, causation_id=None, traceparent=None, actor=None).headers()}
    assert not names & {"ce_causationid", "ce_actor", "traceparent"}


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_attribute_is_refused(name: str) -> None:
    with pytest.raises(EnvelopeInvalid, match=name):
        Envelope.from_headers(with_header(name, None))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ce_id", b"17"),
        ("ce_id", b"\xff\xfe"),
        ("ce_time", b"yesterday"),
        ("ce_time", b"2026-01-20T06:12:43"),
        ("ce_type", b"\xc3\x28"),
        ("ce_subject", b"\x80"),
        ("ce_actor", b"\xff"),
        ("ce_specversion", b"0.3"),
    ],
)
def test_a_malformed_attribute_is_refused(name: str, value: bytes) -> None:
    with pytest.raises(EnvelopeInvalid):
        Envelope.from_headers(with_header(name, value))


@pytest.mark.parametrize("value", [b"", b"x-01", b"\xff-01", b"00-" + b"z" * 32 + b"-00f067aa0ba902b7-01"])
def test_a_malformed_trace_context_is_ignored_and_the_message_accepted(value: bytes) -> None:
    assert Envelope.from_headers(with_header("traceparent", value)) == replace(FULL, traceparent=None)


def test_headers_of_others_and_empty_ones_do_not_disturb() -> None:
    strange: list[tuple[str, bytes | None]] = [*FULL.headers(), ("x-trace", b"\xff"), ("ce_partitionkey", None)]
    assert Envelope.from_headers(strange) == FULL  # type: ignore[arg-type]  # clients give None for a null value


def test_no_headers_at_all_are_refused() -> None:
    with pytest.raises(EnvelopeInvalid):
        Envelope.from_headers([])
