"""The span receiver: OTLP over HTTP, for the services' own exporters.

Senders are processes, not people, so it asks for no person's token and no permission: they prove themselves with the
shared secret of the cluster, and an ingress does not show the path. It is therefore not part of the OpenAPI document.
"""

import hmac
import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request, Response
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.trace.v1 import trace_pb2

from loan_servicekit.http.problems import problem_response
from reporting_svc.domain.traces.span import Scalar, Span, SpanStatus, clipped, kept
from reporting_svc.use_cases.traces.ports import SpanStore

PROTOBUF = "application/x-protobuf"
MOST_BYTES = 4 * 1024 * 1024
MOST_UNPACKED_BYTES = 16 * 1024 * 1024
BEARER = re.compile(r"bearer +([!-~]+) *", re.IGNORECASE | re.ASCII)  # the scheme in either case (RFC 9110 §11.1)
GZIP = 31  # zlib's number for "expect a gzip header"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_NS, LAST_NS = 946_684_800 * 10**9, 4_102_444_800 * 10**9  # the years 2000 to 2099
STATUSES = (SpanStatus.UNSET, SpanStatus.OK, SpanStatus.ERROR)


class TooLarge(Exception):
    """The body is larger than the receiver takes."""


def span_receiver(store: SpanStore, token: str) -> APIRouter:
    """The route; with an empty token it lets nobody in."""
    router = APIRouter(include_in_schema=False)
    expected = token.encode()

    @router.post("/v1/otlp/v1/traces")
    async def receive_spans(request: Request) -> Response:
        """Stores the spans of an export request."""
        given = BEARER.fullmatch(", ".join(request.headers.getlist("authorization")))
        if not token or given is None or not hmac.compare_digest(given[1].encode(), expected):
            return problem_response(401, "token-invalid", "spans are taken from holders of the receiver's token")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != PROTOBUF:
            return problem_response(415, "content-type-not-allowed", f"send {PROTOBUF}")
        encoding = request.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip"):
            return problem_response(415, "content-encoding-not-allowed", "send it plain or with gzip")
        try:
            body = await _body(request)
            sent = ExportTraceServiceRequest.FromString(_unpacked(body) if encoding == "gzip" else body)
        except TooLarge:
            return problem_response(
                413, "request-too-large", f"at most {MOST_BYTES} bytes, {MOST_UNPACKED_BYTES} unpacked"
            )
        except (DecodeError, zlib.error, EOFError):
            return problem_response(400, "spans-malformed", "the body is no export request of OTLP traces")
        answer = ExportTraceServiceResponse()
        spans = [span for span in _spans(sent, answer) if span is not None]
        await store.keep(spans)
        return Response(answer.SerializeToString(), 200, media_type=PROTOBUF)

    return router


async def _body(request: Request) -> bytes:
    request.scope["most_bytes"] = 2 * MOST_BYTES  # the limit here says more about itself
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


def _unpacked(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=GZIP)
    plain = unpacker.decompress(body, MOST_UNPACKED_BYTES)
    if unpacker.unconsumed_tail:
        raise TooLarge
    if not unpacker.eof:
        raise EOFError("the packed body ends early")
    return plain


def _spans(sent: ExportTraceServiceRequest, answer: ExportTraceServiceResponse) -> Iterator[Span | None]:
    """The spans of a request; those that cannot be right are counted in the answer."""
    for group in sent.resource_spans:
        named = [str(v) for k, v in _scalars(group.resource.attributes) if k == "service.name"]
        service = clipped(named[0]) if named else "unknown"
        for scope in group.scope_spans:
            for span in scope.spans:
                if _is_sound(span):
                    yield _span(span, service)
                else:
                    answer.partial_success.rejected_spans += 1
                    answer.partial_success.error_message = "identifiers or times of a span are not valid"


def _is_sound(span: trace_pb2.Span) -> bool:
    times = FIRST_NS <= span.start_time_unix_nano <= span.end_time_unix_nano < LAST_NS
    return times and len(span.trace_id) == 16 and len(span.span_id) == 8 and len(span.parent_span_id) in (0, 8)


def _span(span: trace_pb2.Span, service: str) -> Span:
    attributes = kept(_scalars(span.attributes))
    for event in span.events:
        if event.name == "exception":  # what happened, not what it said: the text may quote a person's data
            attributes |= kept((k, v) for k, v in _scalars(event.attributes) if k == "exception.type")
    return Span(
        trace_id=span.trace_id.hex(),
        span_id=span.span_id.hex(),
        parent_id=span.parent_span_id.hex() or None,
        service=service,
        name=clipped(span.name),
        kind=_kind(span.kind),
        started_at=_time(span.start_time_unix_nano),
        ended_at=_time(span.end_time_unix_nano),
        status=STATUSES[span.status.code] if span.status.code < len(STATUSES) else SpanStatus.UNSET,
        attributes=attributes,
    )


def _kind(number: int) -> str:
    known = trace_pb2.Span.SpanKind.values()
    return trace_pb2.Span.SpanKind.Name(number).removeprefix("SPAN_KIND_") if number in known else "UNSPECIFIED"


def _time(nanoseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=nanoseconds // 1000)


def _scalars(attributes: Iterable[KeyValue]) -> Iterator[tuple[str, Scalar]]:
    for entry in attributes:
        which = entry.value.WhichOneof("value")
        if which in ("string_value", "bool_value", "int_value"):
            yield entry.key, getattr(entry.value, which)
