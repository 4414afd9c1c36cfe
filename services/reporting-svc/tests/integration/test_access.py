"""Who may read what, and input that makes no sense."""

import base64
from typing import Any
from uuid import UUID

import pytest

from loan_servicekit.service import paths_without_permission
from loan_servicekit.testing import Harness

ID = UUID(int=7)


@pytest.mark.parametrize(
    ("path", "allowed", "refused"),
    [
        (f"/v1/applications/{ID}/timeline", "auditor", "collector"),
        (f"/v1/applications/{ID}/trace", "operations", "auditor"),
        (f"/v1/traces/{'a' * 32}", "operations", "management"),
        ("/v1/audit/verify", "audit-administrator", "operations"),
        ("/v1/audit/entries", "auditor", "approver"),
        (f"/v1/evidence/{ID}", "auditor", "risk-officer"),
        ("/v1/funnel", "management", "customer-manager"),
    ],
)
async def test_a_read_needs_its_permission_and_a_valid_token(bus: Any, path: str, allowed: str, refused: str) -> None:
    client, signer = bus.harness.client, bus.harness.signer
    for headers, status, code in (
        ({}, 401, "token-missing"),
        (signer.headers(allowed, expires_in=-60), 401, "token-expired"),
        (signer.headers(refused), 403, "permission-missing"),
    ):
        answer = await client.get(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await client.get(path, headers=signer.headers(allowed))).status_code in (200, 404)


async def test_every_documented_route_names_its_permission_and_the_span_receiver_is_not_documented(
    harness: Harness,
) -> None:
    assert paths_without_permission(harness.app.routes) == []
    assert not [path for path in harness.app.openapi()["paths"] if "otlp" in path]


def cursor_of(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    ["[]", "[1,2,3]", '["x"]', "[-1]", "[9223372036854775808]", "[1.5]", "[null]", '["0001-01-01T00:00:00+14:00","x"]',
     f'["0001-01-01T00:00:00+14:00","{ID}"]', "{}", "x"],
)  # fmt: skip
async def test_a_cursor_that_we_did_not_give_is_refused(bus: Any, text: str) -> None:
    for path in ("/v1/audit/entries", f"/v1/evidence/{ID}", f"/v1/applications/{ID}/timeline"):
        problem = await bus.get(path, "auditor", expect=422, cursor=cursor_of(text))
        assert problem["code"] == "cursor-invalid"


async def test_numbers_and_texts_out_of_range_are_refused(bus: Any) -> None:
    for path, query in (
        ("/v1/audit/verify", {"from": 0}), ("/v1/audit/verify", {"to": 2**63}), ("/v1/audit/entries", {"limit": 0}),
        ("/v1/audit/entries", {"subject": "a\0b"}), ("/v1/audit/entries", {"subject": "\u674e"}),
        ("/v1/audit/entries", {"subject": "x" * 101}), ("/v1/evidence/no-uuid", {}),
    ):  # fmt: skip
        assert (await bus.get(path, "auditor", expect=422, **query))["code"] == "request-invalid", (path, query)
