"""The development issuer: OpenID Connect for one machine, without passwords. It refuses to exist anywhere else.

Staff choose who they are; borrowers sign in to a client of their own, by a code that comes to their mobile number.

Discovery, JWKS, authorization code with PKCE, rotating refresh tokens, client credentials, user info, end of session.
"""

import html
import json
import math
import os
import secrets
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from authlib.oauth2 import OAuth2Error
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from loan_contracts.access import DIRECTORY, role_of_client
from loan_contracts.message import JsonObject
from loan_devstack.errors import CannotStart
from loan_devstack.origin.borrowers import Borrowers
from loan_devstack.origin.directory import Directory
from loan_devstack.origin.issuer_grants import Server, claims_of
from loan_devstack.origin.issuer_records import ALGORITHM, SCOPES, Asked, Client
from loan_devstack.origin.people import PEOPLE, Person
from loan_devstack.settings import DEVELOPMENT

CONSOLE, BORROWER_APP = "console", "borrower-app"
COOKIE = "xinliu-session"
RSA_BITS = 2048
ANOTHER_CODE_AFTER_S = 60
BORROWER_COOKIE, BORROWER_SESSION_S = "xinliu-borrower", 1800
UNKEPT = {"Cache-Control": "no-store"}

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<link rel="icon" href="data:,"><title>Xinliu 信流: development sign-in</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
button{font:inherit;display:block;width:100%%;text-align:left;padding:.5rem .8rem;margin:.3rem 0;cursor:pointer}
small{color:#666}</style><h1>信流 · 开发登录</h1>
<p>Development sign-in: choose who you are. No passwords, invented people.</p>
<form method="post">%s</form></html>"""
BORROWER_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<link rel="icon" href="data:,"><title>Xinliu 信流: sign-in</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:3rem auto;padding:0 1rem}
input,button{font:inherit;display:block;width:100%%;padding:.5rem .8rem;margin:.3rem 0;box-sizing:border-box}</style>
<h1>信流 · 借款人登录</h1><p role="status">%s</p>
<form method="post"><label>手机号
<input name="mobile" value="%s" inputmode="numeric" autocomplete="tel" required></label>
%s<button>%s</button></form></html>"""
CODE_FIELD = """<label>验证码 <input name="code" inputmode="numeric" autocomplete="one-time-code" required></label>
"""
BUTTON = '<button name="user" value="%s"><b>%s</b> %s<br><small>%s · %s</small></button>'


def clients(client_secrets: Mapping[str, str]) -> list[Client]:
    """The console and the borrowers' own front end (public), the channel and every service (confidential)."""
    confidential = (Client(name, secret, (role_of_client(name),)) for name, secret in client_secrets.items())
    return [Client(CONSOLE), Client(BORROWER_APP), *confidential]


def load_keys(var: Path) -> KeySet:
    """The signing key of the system in `var`, made at the first call; tokens stay valid when the issuer restarts."""
    path = var / "issuer-key.json"
    if not path.exists():
        key = RSAKey.generate_key(RSA_BITS, {"use": "sig", "alg": ALGORITHM}, private=True, auto_kid=True)
        draft = path.with_suffix(".new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(key.as_dict(private=True), file)
        draft.replace(path)
    return KeySet([RSAKey.import_key(json.loads(path.read_text()))])


class Issuer:
    """The pages and endpoints. `issuer` is the address under which `app` is mounted."""

    def __init__(
        self,
        issuer: str,
        keys: KeySet,
        client_secrets: Mapping[str, str],
        profile: str,
        audience: str = "xinliu",
        access_token_s: int = 300,
        borrowers: Borrowers | None = None,
    ) -> None:
        """Without `borrowers` none signs in, without a `directory` people are as they were invented."""
        if profile != DEVELOPMENT:
            raise CannotStart(f"The development issuer signs anybody in; it does not run with PROFILE={profile}")
        self._url, self._keys, self._borrowers = issuer, keys, borrowers
        self._code_after: dict[str, float] = {}  # by number, whoever has it: nobody learns from it who is a customer
        self.directory: Directory | None = None
        self._audience = audience
        self._server = Server(issuer, clients(client_secrets), keys, audience, access_token_s)

    def app(self) -> Starlette:
        """The ASGI application, to be mounted at the path of the issuer's address."""
        routes = [
            Route("/.well-known/openid-configuration", self.discovery),
            Route("/jwks.json", self.jwks),
            Route("/authorize", self.authorize, methods=["GET", "POST"]),
            Route("/authorize-challenge", self.challenge, methods=["POST"]),
            Route("/token", self.token, methods=["POST"]),
            Route("/userinfo", self.userinfo, methods=["GET", "POST"]),
            Route("/end-session", self.end_session, methods=["GET", "POST"]),
        ]
        from_this_machine = Middleware(
            CORSMiddleware,
            allow_origin_regex=r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?",
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type"],
        )
        return Starlette(routes=routes, middleware=[from_this_machine])

    def own_token(self) -> str:
        """What the issuer itself shows where it tells who works here."""
        now = int(time.time())
        whose = {"sub": DIRECTORY, "name": DIRECTORY, "azp": DIRECTORY, "roles": [role_of_client(DIRECTORY)]}
        claims = whose | {"iss": self._url, "aud": self._audience, "iat": now, "exp": now + 60}
        key = self._keys.keys[0]
        return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, claims, key)

    async def _staff(self) -> Mapping[str, Person]:
        """Members of staff with the roles of now."""
        if self.directory is None:
            return PEOPLE
        await self.directory.refresh(self._server.memory.end_person)
        return {person.id: person for person in self.directory.working}

    async def discovery(self, request: Request) -> Response:
        """OpenID Connect Discovery 1.0."""
        url = self._url
        return JSONResponse(
            {
                "issuer": url,
                "authorization_endpoint": f"{url}/authorize",
                "authorization_challenge_endpoint": f"{url}/authorize-challenge",
                "token_endpoint": f"{url}/token",
                "userinfo_endpoint": f"{url}/userinfo",
                "jwks_uri": f"{url}/jwks.json",
                "end_session_endpoint": f"{url}/end-session",
                "scopes_supported": list(SCOPES),
                "response_types_supported": ["code"],
                "response_modes_supported": ["query"],
                "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": [ALGORITHM],
                "token_endpoint_auth_methods_supported": ["none", "client_secret_basic", "client_secret_post"],
                "code_challenge_methods_supported": ["S256"],
                "claims_supported": ["sub", "name", "roles", "branch", "customer_id", "azp"],
            }
        )

    async def jwks(self, request: Request) -> Response:
        """The public keys."""
        return JSONResponse(self._keys.as_dict(private=False), headers={"Cache-Control": "max-age=300"})

    async def authorize(self, request: Request) -> Response:
        """Sends a signed-in person back with a code, anybody else to the page of people; a borrower signs in by his
        mobile number."""
        asked = await _asked(request)
        if asked.args.get("client_id") == BORROWER_APP and self._borrowers is not None:
            return await self._authorize_borrower(asked, self._borrowers)
        staff = await self._staff()
        chosen = staff.get(asked.form.get("user", ""))
        known = chosen or self._remembered(request, COOKIE)
        try:
            grant = self._server.get_consent_grant(asked, known)
            if known is None or (grant.prompt and not chosen):
                return HTMLResponse(_page(staff.values()), headers={"Cache-Control": "no-store"})
            response: Response = self._server.create_authorization_response(asked, known, grant)
        except OAuth2Error as error:
            refusal: Response = self._server.handle_error_response(asked, error)
            return refusal
        if chosen:
            self._remember(response, chosen)
        return response

    async def _authorize_borrower(self, asked: Asked, borrowers: Borrowers) -> Response:
        """Two steps of one page: the number, to which a code goes, and the code."""
        mobile, code = asked.form.get("mobile", ""), asked.form.get("code", "")
        try:
            grant = self._server.get_consent_grant(asked, None)
            if not mobile:
                return _borrower_page("请输入手机号，验证码将以短信发送。", "")
            if not code:
                if time.time() < self._code_after.get(mobile, 0.0):
                    return _borrower_page("请稍后再获取验证码。", mobile, asks_code=True, status=429)
                self._code_after[mobile] = time.time() + ANOTHER_CODE_AFTER_S
                await borrowers.send_code(mobile)
                return _borrower_page("验证码已发送，五分钟内有效。", mobile, asks_code=True)
            person = await borrowers.signed_in(mobile, code)
            if person is None:
                return _borrower_page("验证码不正确或已失效。", mobile, asks_code=True, status=403)
            response: Response = self._server.create_authorization_response(asked, person, grant)
        except OAuth2Error as error:
            response = self._server.handle_error_response(asked, error)
        return response

    async def challenge(self, request: Request) -> Response:
        """The same two steps for the borrowers' own front end, which shows them itself and never leaves its page
        (OAuth 2.0 for First-Party Applications): a number, then its code, gives an authorization code. Who has signed
        in lately in this browser is given one without."""
        asked = await _asked(request)
        if asked.form.get("client_id") != BORROWER_APP or self._borrowers is None:
            return _challenged("unauthorized_client", 400)
        mobile, code = asked.form.get("mobile", ""), asked.form.get("code", "")
        person = self._remembered(request, BORROWER_COOKIE) if not mobile else None
        try:
            grant = self._server.get_consent_grant(asked, None)
            if person is None and not code:
                return await self._sent(mobile, self._borrowers)
            person = person or await self._borrowers.signed_in(mobile, code)
            if person is None:
                return _challenged("access_denied", 403)
            redirected: Response = self._server.create_authorization_response(asked, person, grant)
        except OAuth2Error as error:
            return _challenged(str(error.error), 400)
        given = dict(parse_qsl(urlsplit(redirected.headers["location"]).query))["code"]
        answer = JSONResponse({"authorization_code": given}, headers=UNKEPT)
        self._remember(answer, person, BORROWER_COOKIE, BORROWER_SESSION_S)
        return answer

    async def _sent(self, mobile: str, borrowers: Borrowers) -> Response:
        """A code was sent to the number, if there was one and it is time for one."""
        if not mobile:
            return _challenged("insufficient_authorization", 401)
        wait = math.ceil(self._code_after.get(mobile, 0.0) - time.time())
        if wait > 0:
            return _challenged("slow_down", 429, {"Retry-After": str(wait)})
        self._code_after[mobile] = time.time() + ANOTHER_CODE_AFTER_S
        await borrowers.send_code(mobile)
        return _challenged("insufficient_authorization", 400)

    async def token(self, request: Request) -> Response:
        """Tokens for a code, a refresh token or a client's secret."""
        await self._staff()
        response: Response = self._server.create_token_response(await _asked(request))
        return response

    async def userinfo(self, request: Request) -> Response:
        """The claims of the person whose access token is shown."""
        shown = request.headers.get("authorization", "").removeprefix("Bearer ")
        try:
            token = jwt.decode(shown, self._keys, algorithms=[ALGORITHM])
            jwt.JWTClaimsRegistry(exp={"essential": True}, iss={"essential": True, "value": self._url}).validate(
                token.claims
            )
            told = _told_of(token.claims, await self._staff(), self._server.memory.ended)
        except (JoseError, ValueError, KeyError):
            return JSONResponse({"error": "invalid_token"}, 401, {"WWW-Authenticate": 'Bearer error="invalid_token"'})
        return JSONResponse(told)

    async def end_session(self, request: Request) -> Response:
        """Signs out and goes back, or says so."""
        asked = await _asked(request)
        answer: Response | None = self._server.create_endpoint_response("end_session", asked)
        response = answer or HTMLResponse("<!doctype html><title>Xinliu</title><p>已退出登录。Signed out.</p>")
        if response.status_code < 400:
            cookie = BORROWER_COOKIE if asked.payload.data.get("client_id") == BORROWER_APP else COOKIE
            self._server.memory.sessions.pop(request.cookies.get(cookie, ""), None)
            response.delete_cookie(cookie)
        return response

    def _remembered(self, request: Request, cookie: str) -> Person | None:
        """Who has signed in lately in this browser: a borrower by his cookie, staff by theirs."""
        known = self._server.memory.sessions.get(request.cookies.get(cookie, ""))
        return known if known and (known.customer_id is not None) == (cookie == BORROWER_COOKIE) else None

    def _remember(self, response: Response, person: Person, cookie: str = COOKIE, lasts_s: int | None = None) -> None:
        session = secrets.token_urlsafe(24)
        self._server.memory.sessions[session] = person
        response.set_cookie(cookie, session, max_age=lasts_s, httponly=True, samesite="lax")


def _told_of(claims: JsonObject, staff: Mapping[str, Person], ended: Mapping[str, int]) -> JsonObject:
    """Who shows a token: a borrower is whom it says, staff are looked up. Raises KeyError for who has left, ValueError
    where his sessions have ended since."""
    if claims["iat"] < ended.get(claims["sub"], 0):
        raise ValueError("the session has ended")
    if claims.get("customer_id"):
        return {name: claims[name] for name in ("sub", "name", "roles", "customer_id")}
    return claims_of(staff[claims["sub"]])


def _challenged(error: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """What is missing for an authorization code."""
    return JSONResponse({"error": error}, status, {**UNKEPT, **(headers or {})})


def _borrower_page(said: str, mobile: str, asks_code: bool = False, status: int = 200) -> Response:
    field, button = (CODE_FIELD, "登录") if asks_code else ("", "获取验证码")
    page = BORROWER_PAGE % (html.escape(said), html.escape(mobile), field, button)
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})


def _page(staff: Iterable[Person]) -> str:
    rows = (tuple(html.escape(text) for text in (p.id, p.id, p.name, ", ".join(p.roles), p.branch)) for p in staff)
    return PAGE % "".join(BUTTON % row for row in rows)


async def _asked(request: Request) -> Asked:
    form = parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True)
    query = parse_qsl(request.url.query, keep_blank_values=True)
    return Asked(request.method, str(request.url), request.headers, query, form if request.method == "POST" else [])
