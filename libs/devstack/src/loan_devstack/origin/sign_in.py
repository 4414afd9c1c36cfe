"""Tokens for tests, benchmarks and the command line, got as any client gets them: over HTTP, by the real flows.

A person signs in by authorization code with PKCE, a borrower with the code that came to his mobile number; a client by
its secret. Each exists blocking and as a coroutine.
"""

import asyncio
import base64
import hashlib
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp

from loan_contracts.message import JsonObject

CONSOLE, BORROWER_APP = "console", "borrower-app"
REDIRECT = "http://127.0.0.1/signed-in"
TIMEOUT = aiohttp.ClientTimeout(total=10)


class SignInFailed(Exception):
    """The issuer refused, or answered something else than the flow foresees; the message says what."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the issuer gave. `expires_in` is the lifetime of the access token in seconds."""

    access_token: str
    expires_in: int
    refresh_token: str | None = None
    id_token: str | None = None


def user_token(issuer: str, user: str) -> SignedIn:
    """Signs a person in. Raises SignInFailed, aiohttp.ClientError."""
    return asyncio.run(sign_in_user(issuer, user))


def client_token(issuer: str, client: str, secret: str) -> SignedIn:
    """A token for a confidential client. Raises SignInFailed, aiohttp.ClientError."""
    return asyncio.run(sign_in_client(issuer, client, secret))


async def sign_in_user(issuer: str, user: str) -> SignedIn:
    """As `user_token`: discovery, sign-in page, code, token."""
    return await _sign_in(issuer, CONSOLE, {"user": user}, f"{user!r} could not sign in: is there such a user?")


async def sign_in_borrower(issuer: str, mobile: str, code: str) -> SignedIn:
    """A token for the borrower of a number to which a code was sent. Raises SignInFailed, aiohttp.ClientError."""
    return await _sign_in(issuer, BORROWER_APP, {"mobile": mobile, "code": code}, "the code is not right, or too old")


async def ask_for_code(issuer: str, mobile: str) -> None:
    """Has a code sent to a borrower's number. Raises SignInFailed where it is too soon for another one."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        told = await _discover(session, issuer)
        address = f"{told['authorization_endpoint']}?{urlencode(_asked(BORROWER_APP)[0])}"
        async with session.post(address, data={"mobile": mobile}, allow_redirects=False) as answer:
            if answer.status != 200:
                raise SignInFailed(f"no code was sent ({answer.status}); one a minute and ten a day are")


def _asked(client: str) -> tuple[dict[str, str], str]:
    """An authorization request, and the verifier of its challenge."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": client,
        "redirect_uri": REDIRECT,
        "scope": "openid profile",
        "state": secrets.token_urlsafe(12),
        "nonce": secrets.token_urlsafe(12),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return asked, verifier


async def _sign_in(issuer: str, client: str, form: dict[str, str], refused: str) -> SignedIn:
    asked, verifier = _asked(client)
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        told = await _discover(session, issuer)
        address = f"{told['authorization_endpoint']}?{urlencode(asked)}"
        async with session.post(address, data=form, allow_redirects=False) as answer:
            answered = parse_qs(urlsplit(answer.headers.get("Location", "")).query)
            if "code" not in answered:
                raise SignInFailed(f"{refused} ({answer.status})")
        if answered.get("state") != [asked["state"]]:
            raise SignInFailed("the issuer answered another request")
        return await _redeem(
            session,
            told["token_endpoint"],
            {
                "grant_type": "authorization_code",
                "code": answered["code"][0],
                "redirect_uri": REDIRECT,
                "client_id": client,
                "code_verifier": verifier,
            },
        )


async def sign_in_client(issuer: str, client: str, secret: str) -> SignedIn:
    """As `client_token`: discovery, token."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        told = await _discover(session, issuer)
        form = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret}
        return await _redeem(session, told["token_endpoint"], form)


async def refresh(issuer: str, refresh_token: str) -> SignedIn:
    """New tokens for a refresh token, which is spent by it."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        told = await _discover(session, issuer)
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": CONSOLE}
        return await _redeem(session, told["token_endpoint"], form)


async def _discover(session: aiohttp.ClientSession, issuer: str) -> JsonObject:
    async with session.get(f"{issuer}/.well-known/openid-configuration") as answer:
        answer.raise_for_status()
        told: JsonObject = await answer.json()
    if told["issuer"] != issuer:
        raise SignInFailed(f"asked {issuer}, but {told['issuer']} answered")
    return told


async def _redeem(session: aiohttp.ClientSession, endpoint: str, form: dict[str, str]) -> SignedIn:
    async with session.post(endpoint, data=form) as answer:
        told: JsonObject = await answer.json()
    if "access_token" not in told:
        raise SignInFailed(f"{told.get('error')}: {told.get('error_description')}")
    return SignedIn(told["access_token"], told["expires_in"], told.get("refresh_token"), told.get("id_token"))
