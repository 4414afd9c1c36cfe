"""Before a service listens to what is said: who says it, how it is written, how long it is, and whether it was said before."""

import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from parcel import build
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from loan_servicekit.http.context import MOST_BYTES
from loan_servicekit.http.middleware import RequestMiddleware
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import Tracing
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values

JSON = {"content-type": "application/json"}


def body(weight: int = 1) -> dict[str, Any]:
    return {"id": str(uuid4()), "weight": weight}


async def post(harness: Harness, content: Any = None, path: str = "/v1/parcels", **headers: str) -> Any:
    usual = {name.lower(): value for name, value in harness.signer.headers("channel").items()} | JSON
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = json.dumps(body()).encode() if content is None else content
    return await harness.client.post(path, content=sent, headers=usual | named)


async def test_a_body_is_not_read_before_the_caller_is_known(harness: Harness) -> None:
    asked = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b"[[],[],[]]" * 1000

    for headers, expected in (
        ({}, 401),
        ({"authorization": "Bearer a.b.c"}, 401),
        (harness.signer.headers("auditor"), 403),
    ):
        answer = await harness.client.post("/v1/parcels", content=endless(), headers=headers | JSON)
        assert answer.status_code == expected
    assert asked == 0
    assert (await harness.client.post("/v1/nothing", content=endless(), headers=JSON)).status_code == 404
    assert asked == 0


async def test_json_has_at_most_a_megabyte(harness: Harness) -> None:
    long = b'{"id":"' + b" " * MOST_BYTES + b'"}'
    assert (await post(harness, long)).json()["code"] == "request-too-large"
    answer = await post(harness, b" " * (MOST_BYTES - 100) + json.dumps(body()).encode())
    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("headers", "content", "code"),
    [
        *(({"content_type": kind}, None, "charset-unsupported") for kind in (
            "application/json; charset=gbk", "application/json;charset=GB18030", 'application/json; charset="utf-16"',
            "application/json; a=b; charset=latin1", "application/json; CHARSET=us-ascii-x", "application/json; charset=",
        )),
        *(({"content_type": kind}, None, "content-type-unsupported") for kind in (
            "text/plain", "text/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json", "/",
            "application/jsonp", "application/xml", "",
        )),
        *(({"content_encoding": coding}, None, "content-encoding-unsupported") for coding in (
            "gzip", "br", "deflate", "zstd", "compress", "x-gzip", "GZIP", "identity, gzip", "unknown", "gzip,br", "*",
        )),
        ({"content_type": "application/json"}, '{"姓名": "张三"}'.encode("gbk"), "json-not-utf-8"),
        ({"content_type": "application/json; charset=utf-8"}, '{"姓名": "张三"}'.encode("gb18030"), "json-not-utf-8"),
        ({}, b'{"id": 1, "id": 2}', "json-name-twice"),
        ({}, b'\xef\xbb\xbf{}', "json-malformed"),
        ({}, b'{"weight": NaN}', "json-number"),
    ],
)  # fmt: skip
async def test_what_is_not_json_in_utf_8_as_it_is_is_refused_with_what_is_taken(
    module_harness: Harness, headers: dict[str, str], content: bytes | None, code: str
) -> None:
    answer = await post(module_harness, content, **headers)
    assert answer.json()["code"] == code
    assert answer.status_code == (400 if code.startswith("json") else 415)
    if answer.status_code == 415:
        expected = ("accept-encoding", "identity") if "encoding" in code else ("accept", "application/json")
        assert answer.headers[expected[0]] == expected[1]


@pytest.mark.parametrize(
    "headers",
    [{}, {"content_type": "application/json; charset=utf-8"}, {"content_type": 'Application/JSON; Charset="UTF-8"'},
     {"content_type": "application/vnd.parcel+json"}, {"content_encoding": "identity"}, {"content_encoding": ""}],
)  # fmt: skip
async def test_json_may_say_that_it_is_utf_8_and_unpacked(module_harness: Harness, headers: dict[str, str]) -> None:
    assert (await post(module_harness, **headers)).status_code == 201


async def test_a_key_belongs_to_one_request_its_path_its_query_and_its_body(harness: Harness) -> None:
    key, sent = {"idempotency_key": "k-1"}, json.dumps(body()).encode()
    first = await post(harness, sent, "/v1/parcels?a=1&b=2&c=%E4%BF%A1", **key)
    assert first.status_code == 201
    for same in (
        "/v1/parcels?a=1&b=2&c=%E4%BF%A1",
        "/v1/parcels?b=2&c=%e4%bf%a1&a=1",
        "/v1/parcels?%61=1&b=2&c=信",
        "/v1/parcel%73?a=1&b=2&c=信",
    ):
        again = await post(
            harness, sent, same, **key, accept="text/html", content_type="application/json; charset=utf-8"
        )
        assert (again.status_code, again.content) == (201, first.content), same
        assert again.headers["idempotent-replayed"] == "true"
    for other in ("/v1/parcels", "/v1/parcels?a=1&b=3&c=信", "/v1/parcels?a=1&b=2", "/v1/parcels?a=1&b=2&c=信&d=", "/v1/parcels?a=2&b=1&c=信",
                  "/v1/parcels?a=1&a=1&b=2&c=信", "/v1/parcels?a=1%26b=2&c=信", "/v1/parcels?A=1&b=2&c=信"):  # fmt: skip
        refused = await post(harness, sent, other, **key)
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency-key-reused"), other
    replay = "/v1/admin/outbox/replay?since_s="
    mine = harness.signer.headers("operations")
    assert (await harness.client.post(f"{replay}60", headers=mine)).status_code == 202
    assert (await harness.client.post(f"{replay}90", headers=mine)).json()["code"] == "idempotency-key-reused"
    twice = [*mine.items(), ("Idempotency-Key", "k-2")]
    assert (await harness.client.post(f"{replay}60", headers=twice)).json()["code"] == "idempotency-key-invalid"


async def test_who_has_moved_to_another_branch_does_not_see_what_he_was_answered_there(harness: Harness) -> None:
    sent = json.dumps(body()).encode()
    for branch, expected in (("310000-01", 201), ("310000-01", 201), ("310000-02", 422)):
        headers = harness.signer.headers("customer-manager", branch=branch) | JSON | {"Idempotency-Key": "k-1"}
        answer = await harness.client.post("/v1/parcels", content=sent, headers=headers)
        assert answer.status_code == expected


async def test_head_answers_as_get_does_without_the_content(harness: Harness) -> None:
    for path in ("/v1/admin/dead-letters", "/health/live", "/openapi.json", "/docs", "/v1/nothing"):
        headers = harness.signer.headers("operations")
        full, head = [await harness.client.request(method, path, headers=headers) for method in ("GET", "HEAD")]
        assert (head.status_code, head.content) == (full.status_code, b""), path
        ignored = {"date", "x-correlation-id"}
        assert {k: v for k, v in head.headers.items() if k not in ignored} == {
            k: v for k, v in full.headers.items() if k not in ignored
        }
    refused = await harness.client.head("/v1/parcels", headers=harness.signer.headers("channel"))
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")
    assert (await harness.client.head("/v1/admin/dead-letters")).status_code == 401


async def test_what_is_answered_is_kept_nowhere_and_guessed_by_nobody(harness: Harness) -> None:
    answers = [await post(harness), await post(harness, b"{"), await harness.client.get("/v1/nothing"), await harness.client.get("/health/live"),
               await harness.client.get("/v1/admin/dead-letters", headers=harness.signer.headers("operations")),
               await harness.client.get("/v1/admin/dead-letters")]  # fmt: skip
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store", answer.request.url
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
    page = await harness.client.get("/docs")
    assert "script-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(("docs", "shown"), [(None, False), (False, False), (True, True)])
async def test_in_production_the_documents_are_shown_where_it_is_asked_for(
    database_url: str, docs: bool | None, shown: bool
) -> None:
    values = settings_values(database_url) | {"profile": "production", "docs": docs, "kafka_security_protocol": "SASL_SSL",
                                              "kafka_username": "u", "kafka_password": "p"}  # fmt: skip
    harness = Harness(build(ServiceSettings(**values), "api"))
    for path in ("/docs", "/openapi.json", "/static-offline-docs/swagger-ui.css", "/docs/oauth2-redirect", "/redoc"):
        found = (await harness.client.get(path)).status_code
        assert found == (200 if shown and path != "/redoc" else 404), path
    await harness.close()


async def test_what_the_client_has_already_is_not_sent_again() -> None:
    """If-None-Match on whatever bears an ETag (RFC 9110 §13.1.2)."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"content", 200, {"ETag": '"2"'}, "text/plain")(scope, receive, send)

    middleware = RequestMiddleware(app, "risk-svc", Tracing("risk-svc", None, 0, 0), "")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(middleware), base_url="http://a") as client:
        for header, expected in (
            ('"2"', 304),
            ('W/"2"', 304),
            ('"1", "2"', 304),
            ("*", 304),
            ('"1"', 200),
            ("2", 200),
            ("\x80", 200),
        ):
            for method in ("GET", "HEAD", "POST"):
                answer = await client.request(method, "/v1/x", headers=[(b"if-none-match", header.encode("latin-1"))])
                assert answer.status_code == (200 if method == "POST" else expected), (method, header)
                assert answer.content == (b"content" if answer.status_code == 200 and method != "HEAD" else b"")
                assert answer.headers["etag"] == '"2"' and answer.headers["cache-control"] == "no-store"


FULL_WIDTH, ARABIC = "%EF%BC%95", "%D9%A5"  # the digit five in other scripts


@pytest.mark.parametrize(
    ("method", "target", "pointers"),
    [
        *(("GET", f"dead-letters?limit={value}", {"/query/limit"}) for value in (
            "5_0", "%205", "5%20", "+5", "%2B5", "05", "5.0", "5e0", "0x5", "", "true", "%0A5", "5%00", "-0", "9" * 5000,
            FULL_WIDTH, ARABIC, "5&limit=6", "5&limit=5", "201", "0", "-1",
        )),
        *(("POST", f"outbox/replay?since_s={value}", {"/query/since_s"}) for value in (
            "1_000", "NaN", "inf", "Infinity", "1e999", "%205", "%2B5", ".5", "5.", FULL_WIDTH, "0", "5&since_s=6",
        )),
        *(("GET", f"parameters?on={value}", {"/query/on"}) for value in (
            "0", "1764547200", "2026-11-23T00:00:00", "%202026-11-23", "20261123", "2026-11-23&on=2026-11-24", FULL_WIDTH * 4,
        )),
        ("GET", "dead-letters?limit=a&cursor=a&cursor=b", {"/query/limit", "/query/cursor"}),
    ],
)  # fmt: skip
async def test_parameters_are_written_as_the_document_says_and_said_once(
    module_harness: Harness, method: str, target: str, pointers: set[str]
) -> None:
    headers = module_harness.signer.headers("operations", "auditor")
    answer = await module_harness.client.request(method, f"/v1/admin/{target}", headers=headers)
    assert answer.status_code == 422
    assert answer.json()["code"] == "request-invalid"
    assert {error["pointer"] for error in answer.json()["errors"]} == pointers


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [("GET", "dead-letters?limit=5", 200), ("GET", "dead-letters?state=DEAD&state=RETRYING&limit=200", 200),
     ("GET", "parameters?on=2026-11-23", 200), ("POST", "outbox/replay?since_s=0.5", 202),
     ("POST", "outbox/replay?since_s=86400", 202), ("POST", "outbox/replay?since_s=1e3", 202)],
)  # fmt: skip
async def test_parameters_as_the_document_says_are_taken(
    module_harness: Harness, method: str, target: str, status: int
) -> None:
    headers = module_harness.signer.headers("operations", "auditor")
    answer = await module_harness.client.request(method, f"/v1/admin/{target}", headers=headers)
    assert answer.status_code == status, answer.text
