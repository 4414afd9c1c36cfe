"""The issuer over its HTTP endpoints, checked with PyJWT, a library that it does not use itself."""

import base64
import hashlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest

from loan_contracts.access import ROLES
from loan_devstack.errors import CannotStart
from loan_devstack.origin.directory import Directory
from loan_devstack.origin.issuer import Issuer, load_keys
from loan_devstack.origin.people import PEOPLE, Person

MOBILE, CODE, CUSTOMER = "16400000001", "042917", "7d3c1f0a-4f1e-4c58-9b63-0d5f6f6a1b11"
ISSUER = "http://127.0.0.1:18000/auth"
BACK = "http://127.0.0.1:5173/signed-in"
SECRETS = {"channel": "channel-secret", "risk-svc": "risk-secret", "integration-gateway": "gateway-secret"}
# RFC 7636, appendix B
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
ASKED = {
    "response_type": "code", "client_id": "console", "redirect_uri": BACK, "scope": "openid profile", "state": "xyz",
    "code_challenge": CHALLENGE, "code_challenge_method": "S256",
}  # fmt: skip


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("issuer")


class OneBorrower:
    """Somebody with a telephone; Kafka, gateway and simulator are in tests/e2e."""

    def __init__(self) -> None:
        self.sent_to: list[str] = []

    async def send_code(self, mobile: str) -> None:
        self.sent_to.append(mobile)

    async def signed_in(self, mobile: str, code: str) -> Person | None:
        right = (mobile, code) == (MOBILE, CODE) and mobile in self.sent_to
        return Person(CUSTOMER, "借款人", ("borrower",), "", CUSTOMER) if right else None


@pytest.fixture
def borrowers() -> OneBorrower:
    return OneBorrower()


@pytest.fixture
async def client(var: Path, borrowers: OneBorrower) -> AsyncIterator[httpx.AsyncClient]:
    app = Issuer(ISSUER, load_keys(var), SECRETS, "development", "xinliu", 120, borrowers).app()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:18000") as found:
        yield found


async def code_of(client: httpx.AsyncClient, user: str = "manager", **changes: str) -> str:
    answer = await client.post("/authorize", params=ASKED | changes, data={"user": user})
    assert answer.status_code == 302, answer.text
    told = parse_qs(urlsplit(answer.headers["location"]).query)
    assert told["state"] == ["xyz"]
    return told["code"][0]


async def redeem(client: httpx.AsyncClient, code: str, **changes: str) -> httpx.Response:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "client_id": "console",
            "code_verifier": VERIFIER}  # fmt: skip
    return await client.post("/token", data=form | changes)


async def verified(client: httpx.AsyncClient, token: str, audience: str = "xinliu") -> dict[str, Any]:
    keys = jwt.PyJWKSet.from_dict((await client.get("/jwks.json")).json())
    key = keys[jwt.get_unverified_header(token)["kid"]]
    return jwt.decode(token, key, algorithms=["RS256"], audience=audience, issuer=ISSUER)


async def refused(answer: httpx.Response, error: str) -> None:
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"] == error


@pytest.mark.parametrize("profile", ["production", "staging", ""])
def test_the_issuer_refuses_to_start_outside_the_development_profile(var: Path, profile: str) -> None:
    with pytest.raises(CannotStart, match="development issuer"):
        Issuer(ISSUER, load_keys(var), SECRETS, profile)


async def test_discovery_names_endpoints_below_the_issuer(client: httpx.AsyncClient) -> None:
    told = (await client.get("/.well-known/openid-configuration")).json()
    assert told["issuer"] == ISSUER
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint", "userinfo_endpoint"):
        assert told[name].startswith(f"{ISSUER}/")
        assert (await client.get(told[name].removeprefix(ISSUER))).status_code != 404
    assert told["code_challenge_methods_supported"] == ["S256"]


async def test_the_key_set_publishes_no_private_part_and_outlives_a_restart(
    client: httpx.AsyncClient, var: Path
) -> None:
    (key,) = (await client.get("/jwks.json")).json()["keys"]
    assert key["kty"] == "RSA"
    assert key["use"] == "sig"
    assert not {"d", "p", "q"} & key.keys()
    assert load_keys(var).keys[0].kid == key["kid"]
    assert (var / "issuer-key.json").stat().st_mode & 0o777 == 0o600


async def test_a_person_signs_in_by_code_and_gets_the_claims_that_services_read(client: httpx.AsyncClient) -> None:
    told = (await redeem(client, await code_of(client, nonce="n-1"))).json()
    assert told["token_type"] == "Bearer"
    assert told["expires_in"] == 120
    claims = await verified(client, told["access_token"])
    person = PEOPLE["manager"]
    assert (claims["sub"], claims["name"], claims["roles"]) == ("manager", person.name, ["customer-manager"])
    assert (claims["branch"], claims["azp"], claims["aud"]) == ("310000-01", "console", "xinliu")
    assert claims["exp"] - claims["iat"] == 120
    identity = await verified(client, told["id_token"], audience="console")
    assert (identity["sub"], identity["nonce"]) == ("manager", "n-1")
    assert identity["at_hash"] == _half_hash(told["access_token"])


def _half_hash(token: str) -> str:
    # OpenID Connect Core 1.0 §3.1.3.6: the left half of the hash, base64url
    digest = hashlib.sha256(token.encode()).digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


async def test_every_role_of_the_access_table_can_sign_in_and_managers_sit_in_two_branches(
    client: httpx.AsyncClient,
) -> None:
    held = {role for person in PEOPLE.values() for role in person.roles}
    assert held == set(ROLES) - {"channel", "directory", "service", "identity-reader", "borrower", "partner"}
    assert len({p.branch for p in PEOPLE.values() if "customer-manager" in p.roles}) == 2
    for user in PEOPLE:
        claims = await verified(client, (await redeem(client, await code_of(client, user))).json()["access_token"])
        assert claims["sub"] == user


async def test_the_sign_in_page_lists_the_people(client: httpx.AsyncClient) -> None:
    page = await client.get("/authorize", params=ASKED)
    assert page.status_code == 200
    assert all(f'value="{user}"' in page.text for user in PEOPLE)


async def test_a_signed_in_browser_gets_a_code_without_choosing_again_unless_asked_to(
    client: httpx.AsyncClient,
) -> None:
    await code_of(client, "finance")
    assert client.cookies
    again = await client.get("/authorize", params=ASKED)
    assert again.status_code == 302
    assert (await client.get("/authorize", params=ASKED | {"prompt": "login"})).status_code == 200


async def test_nobody_signed_in_and_prompt_none_is_told_to_the_client(client: httpx.AsyncClient) -> None:
    answer = await client.get("/authorize", params=ASKED | {"prompt": "none"})
    assert parse_qs(urlsplit(answer.headers["location"]).query)["error"] == ["login_required"]


async def test_a_code_is_good_once(client: httpx.AsyncClient) -> None:
    code = await code_of(client)
    assert (await redeem(client, code)).status_code == 200
    await refused(await redeem(client, code), "invalid_grant")


async def test_a_code_needs_the_verifier_that_its_challenge_was_made_of(client: httpx.AsyncClient) -> None:
    await refused(await redeem(client, await code_of(client), code_verifier="x" * 43), "invalid_grant")
    await refused(await redeem(client, await code_of(client), code_verifier=""), "invalid_request")


@pytest.mark.parametrize(
    "changes", [{"code_challenge": ""}, {"code_challenge_method": "plain"}, {"code_challenge_method": ""}]
)
async def test_an_authorization_request_without_an_s256_challenge_is_refused(
    client: httpx.AsyncClient, changes: dict[str, str]
) -> None:
    answer = await client.post("/authorize", params=ASKED | changes, data={"user": "manager"})
    assert parse_qs(urlsplit(answer.headers["location"]).query)["error"] == ["invalid_request"]


@pytest.mark.parametrize("address", ["https://elsewhere.example/back", "http://elsewhere.example/", "javascript:x"])
async def test_nobody_is_sent_to_another_machine(client: httpx.AsyncClient, address: str) -> None:
    answer = await client.post("/authorize", params=ASKED | {"redirect_uri": address}, data={"user": "manager"})
    assert answer.status_code == 400
    assert "location" not in answer.headers


async def test_refresh_tokens_rotate_and_a_spent_one_ends_the_whole_sign_in(client: httpx.AsyncClient) -> None:
    async def renew(token: str) -> httpx.Response:
        form = {"grant_type": "refresh_token", "refresh_token": token, "client_id": "console"}
        return await client.post("/token", data=form)

    first = (await redeem(client, await code_of(client))).json()["refresh_token"]
    renewed = (await renew(first)).json()
    assert (await verified(client, renewed["access_token"]))["sub"] == "manager"
    assert renewed["refresh_token"] != first
    await refused(await renew(first), "invalid_grant")
    await refused(await renew(renewed["refresh_token"]), "invalid_grant")


@pytest.mark.parametrize(
    ("name", "role"), [("channel", "channel"), ("risk-svc", "service"), ("integration-gateway", "identity-reader")]
)
async def test_a_confidential_client_gets_a_token_of_its_own(client: httpx.AsyncClient, name: str, role: str) -> None:
    answer = await client.post("/token", data={"grant_type": "client_credentials"}, auth=(name, SECRETS[name]))
    claims = await verified(client, answer.json()["access_token"])
    assert (claims["sub"], claims["azp"], claims["roles"]) == (name, name, [role])
    assert "branch" not in claims
    assert claims["exp"] > time.time()


async def test_a_wrong_secret_or_an_unknown_client_gets_nothing(client: httpx.AsyncClient) -> None:
    for name, secret in (("channel", "wrong"), ("nobody", "x"), ("console", "")):
        answer = await client.post("/token", data={"grant_type": "client_credentials"}, auth=(name, secret))
        assert answer.status_code in (400, 401)
        assert "access_token" not in answer.json()


async def test_user_info_answers_the_bearer_alone(client: httpx.AsyncClient) -> None:
    token = (await redeem(client, await code_of(client, "auditor"))).json()["access_token"]
    answer = await client.get("/userinfo", headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["roles"] == ["auditor"]
    for shown in ("", "Bearer nonsense", f"Bearer {token[:-8]}AAAAAAAA"):
        assert (await client.get("/userinfo", headers={"Authorization": shown})).status_code == 401


async def test_the_end_of_a_session_takes_cookie_and_refresh_tokens_and_leads_back(client: httpx.AsyncClient) -> None:
    told = (await redeem(client, await code_of(client, "collector"))).json()
    bye = {"id_token_hint": told["id_token"], "post_logout_redirect_uri": BACK, "state": "bye"}
    answer = await client.get("/end-session", params=bye)
    assert answer.headers["location"] == f"{BACK}?state=bye"
    assert (await client.get("/authorize", params=ASKED)).status_code == 200
    form = {"grant_type": "refresh_token", "refresh_token": told["refresh_token"], "client_id": "console"}
    await refused(await client.post("/token", data=form), "invalid_grant")
    foreign = await client.get("/end-session", params={"post_logout_redirect_uri": "https://elsewhere.example/"})
    assert foreign.status_code == 200


AS_BORROWER = ASKED | {"client_id": "borrower-app"}


async def test_a_borrower_signs_in_by_the_code_that_came_to_his_number(
    client: httpx.AsyncClient, borrowers: OneBorrower
) -> None:
    page = await client.get("/authorize", params=AS_BORROWER)
    assert page.status_code == 200 and 'name="mobile"' in page.text and "manager" not in page.text
    page = await client.post("/authorize", params=AS_BORROWER, data={"mobile": MOBILE})
    assert page.status_code == 200 and 'autocomplete="one-time-code"' in page.text
    assert borrowers.sent_to == [MOBILE]
    wrong = await client.post("/authorize", params=AS_BORROWER, data={"mobile": MOBILE, "code": "000000"})
    assert wrong.status_code == 403 and "location" not in wrong.headers
    answer = await client.post("/authorize", params=AS_BORROWER, data={"mobile": MOBILE, "code": CODE})
    assert answer.status_code == 302 and "set-cookie" not in answer.headers
    code = parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]
    told = (await redeem(client, code, client_id="borrower-app")).json()
    claims = await verified(client, told["access_token"])
    assert (claims["sub"], claims["customer_id"], claims["roles"]) == (CUSTOMER, CUSTOMER, ["borrower"])
    assert "branch" not in claims and claims["azp"] == "borrower-app"
    who = await client.get("/userinfo", headers={"Authorization": f"Bearer {told['access_token']}"})
    assert who.json() == {"sub": CUSTOMER, "name": "借款人", "roles": ["borrower"], "customer_id": CUSTOMER}


async def test_nobody_of_the_staff_signs_in_to_the_borrowers_client_and_no_borrower_to_the_console(
    client: httpx.AsyncClient, borrowers: OneBorrower
) -> None:
    page = await client.post("/authorize", params=AS_BORROWER, data={"user": "finance"})
    assert page.status_code == 200 and "location" not in page.headers
    borrowers.sent_to.append(MOBILE)
    page = await client.post("/authorize", params=ASKED, data={"mobile": MOBILE, "code": CODE})
    assert page.status_code == 200 and "location" not in page.headers


async def test_another_code_has_to_be_waited_for_whoever_has_the_number(
    client: httpx.AsyncClient, borrowers: OneBorrower
) -> None:
    for number in (MOBILE, "16499999999"):
        assert (await client.post("/authorize", params=AS_BORROWER, data={"mobile": number})).status_code == 200
        assert (await client.post("/authorize", params=AS_BORROWER, data={"mobile": number})).status_code == 429
    assert borrowers.sent_to == [MOBILE, "16499999999"]


async def test_the_borrowers_own_front_end_asks_number_and_code_itself_and_is_remembered_by_a_cookie(
    client: httpx.AsyncClient, borrowers: OneBorrower
) -> None:
    async def step(**form: str) -> httpx.Response:
        return await client.post("/authorize-challenge", data=AS_BORROWER | form)

    told = (await client.get("/.well-known/openid-configuration")).json()
    assert told["authorization_challenge_endpoint"].endswith("/authorize-challenge")
    assert ((await step()).status_code, (await step()).json()) == (401, {"error": "insufficient_authorization"})
    assert (await step(mobile=MOBILE)).json() == {"error": "insufficient_authorization"}
    soon = await step(mobile=MOBILE)
    assert (soon.status_code, soon.json()) == (429, {"error": "slow_down"}) and 0 < int(
        soon.headers["retry-after"]
    ) <= 60
    assert (await step(mobile=MOBILE, code="000000")).json() == {"error": "access_denied"}
    answer = await step(mobile=MOBILE, code=CODE)
    assert answer.headers["cache-control"] == "no-store" and "httponly" in answer.headers["set-cookie"].lower()
    claims = await verified(
        client,
        (await redeem(client, answer.json()["authorization_code"], client_id="borrower-app")).json()["access_token"],
    )
    assert claims["customer_id"] == CUSTOMER
    assert (await step()).json()["authorization_code"]  # a reload
    kept = client.cookies["xinliu-borrower"]
    client.cookies.set("xinliu-session", kept)
    page = await client.get("/authorize", params=ASKED)
    assert page.status_code == 200 and "location" not in page.headers  # the console has not signed him in
    client.cookies.delete("xinliu-session")
    assert (await client.post("/authorize-challenge", data=ASKED)).json() == {"error": "unauthorized_client"}
    without = {name: value for name, value in AS_BORROWER.items() if name != "code_challenge"}
    assert (await client.post("/authorize-challenge", data=without)).status_code == 400
    assert (await client.post("/end-session", data={"client_id": "borrower-app"})).status_code == 200
    assert (await step()).json() == {"error": "insufficient_authorization"}


class Desk:
    """workflow-svc, as far as the issuer asks it."""

    def __init__(self) -> None:
        self.orders: list[dict[str, Any]] = []
        self.told: list[list[dict[str, Any]]] = []

    async def __call__(self, method: str, path: str, body: Any) -> Any:
        if path == "/staff/orders":
            orders, self.orders = self.orders, []
            return {"items": orders}
        assert (method, path) == ("POST", "/staff/reports")
        self.told.append(body["people"])
        return {"changed": 0}


async def test_what_two_persons_decided_is_carried_out_ends_his_sessions_and_outlives_a_restart(
    var: Path, borrowers: OneBorrower
) -> None:
    desk = Desk()
    issuer = Issuer(ISSUER, load_keys(var), SECRETS, "development", "xinliu", 120, borrowers)
    issuer.directory = Directory(var, desk)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(issuer.app()), base_url="http://127.0.0.1:18000"
    ) as client:
        before = (await redeem(client, await code_of(client, "collector"))).json()
        bearer = {"Authorization": f"Bearer {before['access_token']}"}
        assert (await client.get("/userinfo", headers=bearer)).json()["roles"] == ["collector"]
        assert {"subject": "collector", "roles": ["collector"], "branch": "310000-01"} in desk.told[0]

        desk.orders = [{"subject": "collector", "roles": ["finance"], "branch": "100000-00"},
                       {"subject": "newcomer", "roles": ["auditor"], "branch": None}]  # fmt: skip
        issuer.directory.looked = 0.0
        assert (await client.get("/userinfo", headers=bearer)).json()["roles"] == ["finance"]
        assert {"subject": "newcomer", "roles": ["auditor"], "branch": None} in desk.told[1]
        again = {"grant_type": "refresh_token", "refresh_token": before["refresh_token"], "client_id": "console"}
        assert (await client.post("/token", data=again)).json()["error"] == "invalid_grant"
        desk.orders = [{"subject": "newcomer", "roles": [], "branch": None}]
        issuer.directory.looked = 0.0
        assert 'value="newcomer"' not in (await client.get("/authorize", params=ASKED)).text
    restarted = Directory(var, desk)
    assert restarted.people["collector"].roles == ("finance",) and restarted.people["newcomer"].roles == ()
