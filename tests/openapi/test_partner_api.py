"""The partner API keeps the word of its own document, whatever is sent, and tells nothing of anybody else's customers.

Each request is signed on its way in, as a partner would: what is generated goes past the signature to what lies behind.
application-svc and postloan-svc are a small server that answers for one application of this partner and one of another's.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import services_built
from examples import operations
from fastapi import FastAPI
from open_door import Door, Known, open_door
from services_built import built, migrations
from test_no_server_error import examined

from integration_gateway.api.partners.published import document
from loan_contracts.access import ROLES
from loan_servicekit.http.auth import Tokens
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import AUDIENCE, ISSUER

PREFIX = "/v1/partner/"
SECRET_OF_ANOTHER = ("OTHERS-ORDER-7", "LN-OF-ANOTHER", "张他人")
MINE, OTHERS, LOAN, OTHERS_LOAN = (str(uuid4()) for _ in range(4))
ROW = {"number": 1, "due_on": "2026-02-20", "payable_on": "2026-02-20", "principal_minor": 1, "interest_minor": 0, "fee_minor": 0,
       "total_minor": 1, "balance_minor": 0, "unpaid_minor": 1, "settled_on": None, "early": False, "carried": False}  # fmt: skip
PAPER = {"id": MINE, "kind": "INCOME_PROOF", "media_type": "application/pdf", "size_bytes": 1, "sha256": "0f" * 32}


class Behind(BaseHTTPRequestHandler):
    """application-svc, postloan-svc and the issuer, as far as they are asked."""

    def do_GET(self) -> None:
        if self.path.endswith("openid-configuration"):
            self._answer(200, {"token_endpoint": f"http://{self.headers['Host']}/token"})
        elif LOAN in self.path:
            self._answer(200, {"loan_id": LOAN, "instalments": [ROW]})
        else:
            self._answer(200, {"loan_id": OTHERS_LOAN, "instalments": [ROW], "loan_no": SECRET_OF_ANOTHER[1]})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/token":
            self._answer(200, {"access_token": "t", "expires_in": 300})
        elif self.path.endswith("/partner-checks"):
            self._answer(200, {"hit": False})
        elif self.path.endswith("/documents"):
            self._answer(201, PAPER)
        elif b"no-such-product" in body:
            self._answer(404, {"code": "product-unknown", "detail": "there is no such product"})
        else:
            self._answer(202, {"id": MINE, "application_no": "AP1", "status": "SUBMITTED"})

    def log_message(self, *_: Any) -> None:
        """Nothing."""

    def _answer(self, status: int, value: Any) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def behind() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Behind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Signing:
    """Signs what comes for partners, and remembers what was answered to them."""

    def __init__(self, app: Any, keys: dict[str, str], answers: list[bytes]) -> None:
        self._app, self._keys, self._answers = app, keys, answers

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX) or not self._keys:
            await self._app(scope, receive, send)
            return
        chunks, more = [], True
        while more:
            message = await receive()
            chunks.append(message.get("body", b""))
            more = message.get("more_body", False)
        body = b"".join(chunks)
        told = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def again() -> Any:
            return next(told, {"type": "http.disconnect"})

        async def heard(message: Any) -> None:
            self._answers.append(message.get("body", b""))
            await send(message)

        own = [
            (name, value)
            for name, value in scope["headers"]
            if name not in (b"signature", b"signature-input", b"content-digest")
        ]
        await self._app({**scope, "headers": own + self._signed(scope, own, body)}, again, heard)

    def _signed(self, scope: Any, headers: list[tuple[bytes, bytes]], body: bytes) -> list[tuple[bytes, bytes]]:
        digest = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
        covered = {"@method": scope["method"], "@path": scope["path"], "content-digest": digest}
        if scope["query_string"]:
            covered["@query"] = "?" + scope["query_string"].decode("latin-1")
        given = [value.decode("latin-1").strip() for name, value in headers if name == b"idempotency-key"]
        if given:
            covered["idempotency-key"] = ", ".join(given)
        names = " ".join(f'"{name}"' for name in covered)
        parameters = f'({names});created={int(time.time())};keyid="{self._keys["key_id"]}";alg="hmac-sha256";nonce="{uuid4().hex}"'
        base = "".join(f'"{name}": {value}\n' for name, value in covered.items()) + f'"@signature-params": {parameters}'
        made = base64.b64encode(hmac.digest(self._keys["secret"].encode(), base.encode(), "sha256")).decode()
        told = {"content-digest": digest, "signature-input": f"sig1={parameters}", "signature": f"sig1=:{made}:"}
        return [(name.encode(), value.encode("latin-1")) for name, value in told.items()]


def unsigned() -> dict[str, Any]:
    """The document without what is put on each request on its way in."""
    found = document()
    del found["security"], found["components"]["securitySchemes"]
    for _, _, operation in operations(found):
        operation["parameters"] = [
            each for each in operation["parameters"] if each["name"] not in ("Content-Digest", "Signature-Input")
        ]
    return found


async def brought(harness: Harness, keys: dict[str, str]) -> Known:
    """Two partners: the one who asks has a loan, of the other nothing may be told."""

    async def post(path: str, body: Any, who: str) -> Any:
        headers = harness.signer.headers(*ROLES, subject=who)
        answer = await harness.client.post(f"/v1/partners{path}", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return answer.json()

    partners = []
    for name in ("示例分期", SECRET_OF_ANOTHER[2]):
        terms = {"name": name, "products": ["CONSUMER_CREDIT", "no-such-product".upper()], "networks": ["127.0.0.0/8"],
                 "requests_per_minute": 100_000, "applications_per_day": 1_000_000}  # fmt: skip
        partners.append((await post("", terms, "u-maker"))["id"])
        await post(f"/{partners[-1]}/approval", {}, "u-checker")
    key = await post(f"/{partners[0]}/keys", {}, "u-maker")
    rows = (
        (MINE, partners[0], "ORDER-1", LOAN, "LN1"),
        (OTHERS, partners[1], SECRET_OF_ANOTHER[0], OTHERS_LOAN, SECRET_OF_ANOTHER[1]),
    )
    offer = {"contract_no": "CT1", "amount_minor": 1, "term_months": 12, "annual_rate": "0.1", "apr_irr_nominal": "0.1",
             "repayment_method": "EQUAL_INSTALMENT", "expires_at": "2026-12-31T00:00:00Z"}  # fmt: skip
    async with harness.service.engine.begin() as connection:
        for id, partner, reference, loan, number in rows:
            await connection.exec_driver_sql(
                "insert into partner_applications (id, partner_id, reference, fingerprint, product_code, amount_minor, term_months,"
                " created_at, stage, application_no, version, sequence)"
                " values ($1, $2, $3, 'f', 'CONSUMER_CREDIT', 1, 12, now(), 'DISBURSED', $4, 1, 1)",
                (UUID(id), UUID(partner), reference, number),
            )
            for n, (type, data) in enumerate(
                (("offer.made", offer), ("loan.disbursed", {"loan_id": loan, "loan_no": number}))
            ):
                data = json.dumps(data | {"application_id": id, "reference": reference})
                await connection.exec_driver_sql(
                    "insert into partner_events values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))",
                    (uuid4(), UUID(id), UUID(partner), type, data, float(n)),
                )
    keys.update(key)
    return {"application_id": [MINE, OTHERS]}


@pytest.mark.timeout(600)
async def test_no_request_breaks_the_partner_api_or_finds_anybody_elses(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    keys: dict[str, str] = {}
    answers: list[bytes] = []

    def made(url: str) -> FastAPI:
        app = built("integration-gateway", url, tmp_path)
        app.state.service.tokens = Tokens(ISSUER, AUDIENCE)
        app.add_middleware(Signing, keys=keys, answers=answers)
        return app

    with behind() as others:
        monkeypatch.setattr(services_built, "outside", lambda: others)
        monkeypatch.setattr(services_built, "NOWHERE", others)
        usual = services_built.settings_values
        monkeypatch.setattr(services_built, "settings_values", lambda url: usual(url) | {"oidc_issuer": others})
        async with provisioned(databases, migrations("integration-gateway")) as url:
            with open_door(lambda: made(url), lambda harness: brought(harness, keys)) as opened:
                door = Door(opened.url, unsigned(), opened.token, opened.known)
                found, statuses = await asyncio.to_thread(examined, door)
    assert not found, "\n\n".join(f"{name}\n{example}" for name, example in sorted(found.items()))
    named = {operation["operationId"] for _, _, operation in operations(door.document)}
    assert {name for name, seen in statuses.items() if any(200 <= each < 300 for each in seen)} == named
    assert sum((seen for seen in statuses.values()), Counter[int]())[404] > 0, "the other's application was asked for"
    told = b"\n".join(answers).decode(errors="replace")
    assert not [each for each in (*SECRET_OF_ANOTHER, OTHERS_LOAN) if each in told]
