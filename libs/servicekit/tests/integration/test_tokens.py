"""What a stranger sends in place of a token: always 401 with a challenge, never a failure, never a line of alarm."""

import base64
import hmac
import json
import logging
import time
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any
from uuid import uuid4

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from loan_servicekit.core import DomainError
from loan_servicekit.http.auth import LONGEST_TOKEN, Tokens
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import AUDIENCE, ISSUER

RSA = rsa.generate_private_key(65537, 2048)
EC = ec.generate_private_key(ec.SECP256R1())
STRANGER = rsa.generate_private_key(65537, 2048)
PUBLIC_PEM = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
ABSENT = object()


def part(value: Any) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def claims(**other: Any) -> dict[str, Any]:
    now = int(time.time())
    told = {"iss": ISSUER, "aud": AUDIENCE, "sub": "u-1", "roles": ["channel"], "iat": now, "exp": now + 300} | other
    return {name: value for name, value in told.items() if value is not ABSENT}


def signed(header: Any, payload: Any, key: rsa.RSAPrivateKey = RSA) -> str:
    signing = f"{part(header)}.{part(payload)}"
    return f"{signing}.{part(key.sign(signing.encode(), padding.PKCS1v15(), SHA256()))}"


def rs256(header: dict[str, Any] | None = None, **other: Any) -> str:
    return signed({"alg": "RS256", "kid": "rsa"} | (header or {}), claims(**other))


def hs256(secret: bytes, header: dict[str, Any]) -> str:
    signing = f"{part({'alg': 'HS256', 'kid': 'rsa'} | header)}.{part(claims())}"
    return f"{signing}.{part(hmac.digest(secret, signing.encode(), sha256))}"


def ec_with(header: dict[str, Any]) -> str:
    return jwt.encode(claims(), EC, "ES256", header)


def other_hash() -> str:
    signing = f"{part({'alg': 'RS384', 'kid': 'rsa'})}.{part(claims())}"
    return f"{signing}.{part(RSA.sign(signing.encode(), padding.PKCS1v15(), SHA384()))}"


def own_jwk() -> dict[str, Any]:
    return jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).to_jwk(STRANGER.public_key(), as_dict=True)


NOW = int(time.time())
FORGED: dict[str, str] = {
    "ES256 with the RSA key's id": ec_with({"kid": "rsa"}),
    "RS256 with the EC key's id": rs256({"kid": "ec"}),
    "none": f"{part({'alg': 'none'})}.{part(claims())}.",
    "none, signed": f"{part({'alg': 'none', 'kid': 'rsa'})}.{part(claims())}.AA",
    "None": f"{part({'alg': 'NONE', 'kid': 'rsa'})}.{part(claims())}.AA",
    "HS256 with the public key": hs256(PUBLIC_PEM, {}),
    "HS256 with nothing": hs256(b"", {"kid": "ec"}),
    "RS384": other_hash(),
    "no alg": signed({"kid": "rsa"}, claims()),
    "alg twice": signed(b'{"alg":"none","alg":"RS256","kid":"rsa"}', claims()),
    "alg is a list": signed({"alg": ["RS256"], "kid": "rsa"}, claims()),
    "unknown key id": rs256({"kid": "other"}),
    **{f"kid {kid!r:.20}": rs256({"kid": kid}) for kid in (1, 1e308, [], {}, ["rsa"], True, "", "../rsa", "' or 1=1", "密", "\x00", "\ud800", "k" * 9000)},
    "critical extension": rs256({"crit": ["exp"], "exp": 1}),
    "critical b64": rs256({"crit": ["b64"], "b64": False}),
    "b64": rs256({"b64": False}),
    "crit is empty": rs256({"crit": []}),
    "its own key": signed({"alg": "RS256", "jwk": own_jwk()}, claims(), STRANGER),
    "its own key, our id": signed({"alg": "RS256", "kid": "rsa", "jwk": own_jwk()}, claims(), STRANGER),
    "its own key's address": signed({"alg": "RS256", "kid": "rsa", "jku": "http://127.0.0.1:1/k"}, claims(), STRANGER),
    "its own certificate's address": signed({"alg": "RS256", "kid": "rsa", "x5u": "file:///etc/passwd"}, claims(), STRANGER),
    "a stranger's key": signed({"alg": "RS256", "kid": "rsa"}, claims(), STRANGER),
    "a changed claim": rs256().split(".")[0] + "." + part(claims(roles=["admin"])) + "." + rs256().split(".")[2],
    "nothing after the scheme": "", "blanks": "   ", "dots": "..", "two parts": "e30.e30", "four parts": "e30.e30.e30.e30",
    "five parts": "e30.e30.e30.e30.e30", "empty header": f".{part(claims())}.AA", "empty payload": f"{part({'alg': 'RS256'})}..AA",
    "empty signature": rs256().rpartition(".")[0] + ".", "broken base64": "a.b.c", "padding": rs256() + "==",
    "base64 of the other alphabet": rs256().replace("_", "/").replace("-", "+") + "+/", "two words": rs256() + " " + rs256(),
    "a comma": rs256() + "," + rs256(), "quotes": f'"{rs256()}"', "header is a list": signed([], claims()),
    "header is a number": signed(7, claims()), "header is no JSON": signed(b"{", claims()), "header not UTF-8": signed(b"\xff\xfe", claims()),
    "header nested": signed(b"[" * 3000, claims()), "payload is a list": signed({"alg": "RS256", "kid": "rsa"}, []),
    "payload is no JSON": signed({"alg": "RS256", "kid": "rsa"}, b"x"), "payload nested": signed({"alg": "RS256", "kid": "rsa"}, b"[" * 3000),
    "payload has a claim twice": signed({"alg": "RS256", "kid": "rsa"}, b'{"sub":"a","sub":"b"}'),
    "huge": rs256(name="x" * LONGEST_TOKEN), "only letters": "a" * 100_000, "not ASCII": "тест.тест.тест", "NUL": "a.\x00.c",
    **{f"exp {exp!r:.20}": rs256(exp=exp) for exp in (ABSENT, None, "4102444800", [], True, float("nan"), float("inf"), 1e308, 10**400, -1, 0, NOW - 60)},
    **{f"nbf {nbf!r:.20}": rs256(nbf=nbf) for nbf in (NOW + 600, "0", None, float("nan"), [])},
    **{f"iat {iat!r:.20}": rs256(iat=iat) for iat in (NOW + 600, "0", None, {})},
    **{f"aud {aud!r:.20}": rs256(aud=aud) for aud in (ABSENT, None, "other", [], ["other"], [7], {"xinliu": 1}, 7, "xinliu ", [["xinliu"]])},
    **{f"iss {iss!r:.20}": rs256(iss=iss) for iss in (ABSENT, None, "", ISSUER + "/", ISSUER.upper(), [ISSUER], 7)},
    **{f"sub {sub!r:.20}": rs256(sub=sub) for sub in (ABSENT, None, "", 7, [], {}, "a\x00b", "\ud800", "x" * 2000, "a\nb", "\u202eb")},
}  # fmt: skip


@pytest.fixture
def trusting(harness: Harness) -> Harness:
    harness.service.tokens.trust("rsa", RSA.public_key())
    harness.service.tokens.trust("ec", EC.public_key())
    return harness


def trusting_tokens() -> Tokens:
    tokens = Tokens(ISSUER, AUDIENCE)
    tokens.trust("rsa", RSA.public_key())
    return tokens


async def ask(harness: Harness, authorization: str | bytes) -> Any:
    value = authorization.encode("utf-8", "surrogatepass") if isinstance(authorization, str) else authorization
    headers = [(b"authorization", value), (b"idempotency-key", str(uuid4()).encode())]
    return await harness.client.post("/v1/parcels", json={"id": str(uuid4()), "weight": 1}, headers=headers)


async def test_what_is_no_token_of_the_issuer_is_refused_with_a_challenge_and_no_alarm(
    trusting: Harness, caplog: pytest.LogCaptureFixture
) -> None:
    found = {}
    with caplog.at_level(logging.INFO):
        for name, forged in FORGED.items():
            answer = await ask(trusting, f"Bearer {forged}")
            challenge = answer.headers.get("www-authenticate", "")
            if not (
                answer.status_code == 401
                and answer.json()["code"] in ("token-invalid", "token-expired")
                and challenge.startswith("Bearer ")
                and 'error="invalid_token"' in challenge
                and answer.headers["content-type"] == "application/problem+json"
            ):
                found[name] = (answer.status_code, answer.text[:200], challenge)
    assert found == {}
    assert [r for r in caplog.records if r.levelno >= logging.WARNING or r.exc_info] == []
    assert await trusting.rows("select count(*) from parcels") == [(0,)]


async def test_a_good_token_is_taken_however_the_scheme_is_written(trusting: Harness) -> None:
    for scheme in ("Bearer ", "bearer ", "BEARER ", "Bearer  ", "bEaReR     "):
        assert (await ask(trusting, scheme + rs256())).status_code == 201
        assert (await ask(trusting, scheme + ec_with({"kid": "ec"}))).status_code == 201


@pytest.mark.parametrize(
    "other",
    [{"aud": ["a", AUDIENCE]}, {"aud": [7, AUDIENCE]}, {"exp": 4_102_444_800.5}, {"nbf": NOW - 1}, {"nbf": 1.5},
     {"iat": ABSENT}, {"name": 7}, {"name": "a\x00b"}, {"name": None}, {"branch": 7}, {"branch": "a\x00b"},
     {"roles": ["channel", 7, None, [], "channel"]}, {"extra": {"a": [1]}}],
)  # fmt: skip
async def test_what_the_standard_allows_is_taken_and_what_is_odd_in_it_left_out(other: dict[str, Any]) -> None:
    caller = await trusting_tokens().caller(f"Bearer {rs256(**other)}")
    assert (caller.subject, caller.name, caller.branch, caller.roles) == ("u-1", "u-1", None, ("channel",))


async def test_roles_that_are_no_list_of_words_give_no_permission(trusting: Harness) -> None:
    for roles in ("channel", None, 7, {"channel": True}, [], [["channel"]], ["CHANNEL"], ["channel\x00"]):
        answer = await ask(trusting, f"Bearer {rs256(roles=roles)}")
        assert (answer.status_code, answer.json()["code"]) == (403, "permission-missing"), roles
        assert 'error="insufficient_scope"' in answer.headers["www-authenticate"]


async def test_without_a_bearer_token_the_challenge_names_no_error(trusting: Harness) -> None:
    for none in ("", "Basic dTpw", "Digest x", "Bearers x", "Negotiate", "token"):
        answer = await ask(trusting, none)
        assert (answer.status_code, answer.json()["code"]) == (401, "token-missing"), none
        assert answer.headers["www-authenticate"] == 'Bearer realm="xinliu"'


async def test_two_headers_are_no_token(trusting: Harness) -> None:
    good = f"Bearer {rs256()}".encode()
    for headers in ([(b"authorization", good)] * 2, [(b"authorization", good), (b"authorization", b"Basic x")]):
        answer = await trusting.client.get("/v1/admin/dead-letters", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "token-invalid")


async def test_of_keys_without_names_the_one_that_signed_is_found() -> None:
    tokens = Tokens(ISSUER, AUDIENCE)
    tokens.trust(None, STRANGER.public_key())
    assert (await tokens.caller(f"Bearer {signed({'alg': 'RS256'}, claims(), STRANGER)}")).subject == "u-1"
    assert (await tokens.caller(f"Bearer {signed({'alg': 'RS256', 'kid': 'x'}, claims(), STRANGER)}")).subject == "u-1"


async def test_an_issuer_that_ends_in_a_slash_is_compared_as_it_is() -> None:
    tokens = Tokens(f"{ISSUER}/", AUDIENCE)
    tokens.trust("rsa", RSA.public_key())
    assert (await tokens.caller(f"Bearer {rs256(iss=f'{ISSUER}/')}")).subject == "u-1"
    with pytest.raises(DomainError):
        await tokens.caller(f"Bearer {rs256()}")


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3))  # fmt: skip
NAMES = st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "jku", "x5c", "cty", "iss", "aud", "sub", "exp", "nbf", "iat",
                         "roles", "name", "branch"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    header=st.dictionaries(NAMES, JSON, max_size=4), told=st.dictionaries(NAMES, JSON, max_size=4), ours=st.booleans()
)
async def test_whatever_a_token_says_it_is_taken_or_refused(
    header: dict[str, Any], told: dict[str, Any], ours: bool
) -> None:
    tokens = Tokens(ISSUER, AUDIENCE)
    tokens.trust("rsa", RSA.public_key())
    base = {"alg": "RS256", "kid": "rsa"} if ours else {}
    try:
        caller = await tokens.caller(f"Bearer {signed(base | header, claims() | told)}")
    except DomainError as refused:
        assert refused.code in ("token-invalid", "token-expired", "issuer-unavailable")
    else:
        assert ours and isinstance(caller.subject, str)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"(?i)bearer +[A-Za-z0-9_.-]{0,60}", fullmatch=True))
async def test_whatever_stands_in_the_header_is_refused(written: str) -> None:
    with pytest.raises(DomainError):
        await trusting_tokens().caller(written)


class UserInfo:
    """An issuer's user info endpoint that says what a test tells it to."""

    def __init__(self) -> None:
        self.status, self.told, self.asked = 200, {"sub": "u-1", "roles": ["finance"], "branch": "1"}, 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        return web.json_response(self.told, status=self.status)


@pytest.fixture
async def user_info() -> AsyncIterator[tuple[UserInfo, Tokens]]:
    """The endpoint, and tokens that are asked about there at each use."""
    told, app, tokens = UserInfo(), web.Application(), trusting_tokens()
    app.router.add_get("/userinfo", told.answer)
    server = TestServer(app)
    await server.start_server()
    tokens.standing.endpoint, tokens.standing.anew_s = str(server.make_url("/userinfo")), 0.0
    yield told, tokens
    await server.close()


@pytest.mark.parametrize(
    ("status", "changes"), [(401, {}), (200, {"roles": ["collector"]}), (200, {"roles": []}), (200, {"branch": "2"})]
)
async def test_who_lost_his_session_or_a_role_is_refused_while_his_token_still_holds(
    user_info: tuple[UserInfo, Tokens], status: int, changes: dict[str, Any]
) -> None:
    issuer, tokens = user_info
    mine = f"Bearer {rs256(roles=['finance'], branch='1')}"
    assert (await tokens.caller(mine)).roles == ("finance",)
    issuer.status, issuer.told = status, issuer.told | changes
    for _ in range(2):
        with pytest.raises(DomainError) as refused:
            await tokens.caller(mine)
        assert refused.value.code == "token-expired"
    issuer.status = 200
    with pytest.raises(DomainError):
        await tokens.caller(mine)  # what has ended stays so


async def test_clients_are_not_asked_about_and_a_silent_issuer_changes_nothing(
    user_info: tuple[UserInfo, Tokens],
) -> None:
    issuer, tokens = user_info
    await tokens.caller(f"Bearer {rs256()}")
    assert issuer.asked == 0
    issuer.status = 503
    staff = f"Bearer {rs256(roles=['finance'], branch='1')}"
    assert [(await tokens.caller(staff)).subject for _ in range(2)] == ["u-1", "u-1"]
    tokens.standing.endpoint = "http://127.0.0.1:1/userinfo"
    assert (await tokens.caller(staff)).subject == "u-1"
