"""Tokens against an issuer over HTTP: one that answers, one that is silent, one whose set holds strange keys."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec

from loan_servicekit.core import Forbidden, Unavailable
from loan_servicekit.http import auth
from loan_servicekit.http.auth import Tokens

AUDIENCE = "xinliu"


class Issuer:
    """Publishes the keys it is given, or nothing at all."""

    def __init__(self) -> None:
        self.keys: list[dict[str, Any]] = []
        self.silent = False
        self.asked = 0
        self.url = ""
        self._private: dict[str, ec.EllipticCurvePrivateKey] = {}

    def new_key(self, kid: str) -> None:
        private = self._private[kid] = ec.generate_private_key(ec.SECP256R1())
        public = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256).to_jwk(
            private.public_key(), as_dict=True
        )
        self.keys.append(public | {"kid": kid, "use": "sig", "alg": "ES256"})

    def header(self, kid: str, **claims: Any) -> str:
        now = int(time.time())
        told = {"iss": self.url, "aud": AUDIENCE, "sub": f"u-{now}", "roles": ["channel"], "exp": now + 60} | claims
        return f"Bearer {jwt.encode(told, self._private[kid], 'ES256', {'kid': kid})}"

    async def discovery(self, _: web.Request) -> web.Response:
        self.asked += 1
        if self.silent:
            await asyncio.sleep(60)
        return web.json_response({"issuer": self.url, "jwks_uri": f"{self.url}/jwks.json"})

    async def jwks(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    found = Issuer()
    app = web.Application()
    app.router.add_get("/.well-known/openid-configuration", found.discovery)
    app.router.add_get("/jwks.json", found.jwks)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    found.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"
    yield found
    await runner.cleanup()


async def test_keys_that_nobody_can_use_leave_the_others_of_the_set(issuer: Issuer) -> None:
    issuer.keys = [
        {"kid": "x", "kty": "OKP", "crv": "X25519", "x": "AAAA", "use": "sig"},
        {"kid": "q", "kty": "AKP", "alg": "ML-DSA-44", "pub": "AAAA", "use": "sig"},
    ]
    issuer.new_key("good")
    caller = await Tokens(issuer.url, AUDIENCE).caller(issuer.header("good"))
    assert "application.submit" in caller.permissions


async def test_a_new_key_of_the_issuer_is_found_and_an_unknown_one_is_not_asked_for_all_the_time(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer.new_key("first")
    tokens = Tokens(issuer.url, AUDIENCE)
    await tokens.caller(issuer.header("first"))
    issuer.new_key("second")
    for _ in range(3):
        with pytest.raises(Forbidden):
            await tokens.caller(issuer.header("second"))
    assert issuer.asked == 1
    monkeypatch.setattr(auth, "KEYS_AT_MOST_EVERY_S", 0.0)
    assert (await tokens.caller(issuer.header("second"))).roles == ("channel",)


async def test_while_the_issuer_is_silent_known_keys_verify_at_once_and_unknown_ones_are_an_outage(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer.new_key("known")
    tokens = Tokens(issuer.url, AUDIENCE)
    await tokens.caller(issuer.header("known"))
    issuer.new_key("unknown")
    issuer.silent = True
    monkeypatch.setattr(auth, "KEYS_FRESH_S", 0.0)
    monkeypatch.setattr(auth, "KEYS_AT_MOST_EVERY_S", 0.0)
    monkeypatch.setattr(auth, "ISSUER_TIMEOUT_S", 40.0)
    headers = [issuer.header("known", sub=f"u-{n}") for n in range(20)]
    async with asyncio.timeout(30):  # who waited for the issuer would need longer
        assert len(await asyncio.gather(*map(tokens.caller, headers))) == 20
    assert tokens._refreshing is not None
    tokens._refreshing.cancel()
    monkeypatch.setattr(auth, "ISSUER_TIMEOUT_S", 0.3)
    with pytest.raises(Unavailable):
        await tokens.caller(issuer.header("unknown"))


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"exp": 1}, "token-expired"),
        ({"aud": "others"}, "token-invalid"),
        ({"iss": "http://127.0.0.1:1"}, "token-invalid"),
    ],
)
async def test_expired_and_foreign_tokens_are_refused(issuer: Issuer, claims: dict[str, Any], code: str) -> None:
    issuer.new_key("key")
    with pytest.raises(Forbidden) as refusal:
        await Tokens(issuer.url, AUDIENCE).caller(issuer.header("key", **claims))
    assert refusal.value.code == code
