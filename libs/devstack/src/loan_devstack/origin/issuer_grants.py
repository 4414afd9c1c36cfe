"""What the development issuer adds to authlib's OAuth 2 and OpenID Connect server: grants, tokens, claims, the end of a
session.

Grants, checks of requests, PKCE and tokens are authlib's; keys and signatures are joserfc's.
"""

import time
from collections.abc import Iterable
from typing import Any

from authlib.common.security import generate_token
from authlib.oauth2.rfc6749 import (
    AuthorizationServer,
    InvalidRequestError,
)
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, ClientCredentialsGrant, RefreshTokenGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc7636.challenge import compare_s256_code_challenge
from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from authlib.oidc.core import OpenIDCode
from authlib.oidc.rpinitiated import EndSessionEndpoint
from joserfc.jwk import KeySet
from starlette.responses import JSONResponse, RedirectResponse, Response

from loan_contracts.message import JsonObject
from loan_devstack.origin.issuer_records import (
    ALGORITHM,
    REFRESH_LIFETIME_S,
    SCOPES,
    Asked,
    Client,
    Code,
    Memory,
    Refresh,
)
from loan_devstack.origin.people import Person


class Server(AuthorizationServer):  # type: ignore[misc]
    """authlib's server with what this issuer knows: its clients, its memory, its key."""

    def __init__(
        self, issuer: str, clients: Iterable[Client], keys: KeySet, audience: str, access_token_s: int
    ) -> None:
        super().__init__(scopes_supported=list(SCOPES))
        self.issuer, self.keys, self.audience, self.access_token_s = issuer, keys, audience, access_token_s
        self.clients = {client.id: client for client in clients}
        self.memory = Memory()
        self.register_token_generator("default", Tokens(self))
        self.register_grant(CodeGrant, [PkceS256(required=True), Identity(self)])
        self.register_grant(RotatingRefreshGrant)
        self.register_grant(ClientCredentials)
        self.register_endpoint(EndSession(self))

    def query_client(self, client_id: str) -> Client | None:
        """The client of an id."""
        return self.clients.get(client_id)

    def save_token(self, token: JsonObject, request: Asked) -> None:
        """Remembers the refresh token; access tokens speak for themselves."""
        if "refresh_token" not in token:
            return
        self.memory.forget_old()
        before: Refresh | None = request.refresh_token
        family = before.family if before else generate_token(24)
        given = token["refresh_token"]
        expires = time.time() + REFRESH_LIFETIME_S
        self.memory.refreshes[given] = Refresh(
            given, request.client.id, request.user, token.get("scope", ""), family, expires
        )

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""

    def create_oauth2_request(self, request: Asked) -> Asked:
        """The request is made before, since its form has to be awaited."""
        return request

    def handle_response(self, status: int, body: Any, headers: list[tuple[str, str]]) -> Response:
        """The answer in Starlette's form."""
        sent = dict(headers)
        if status == 302:
            return RedirectResponse(sent["Location"], 302)
        sent.pop("Content-Type", None)
        return JSONResponse(body, status, sent)


def claims_of(person: Person) -> JsonObject:
    """What tokens say of a person."""
    place = {"customer_id": person.customer_id} if person.customer_id else {"branch": person.branch}
    return {"sub": person.id, "name": person.name, "roles": list(person.roles), **place}


class Tokens(JWTBearerTokenGenerator):  # type: ignore[misc]
    """Access tokens: JWT after RFC 9068 with name, roles and branch."""

    def __init__(self, server: Server) -> None:
        super().__init__(
            server.issuer, ALGORITHM, lambda **_: generate_token(48), lambda client, grant: server.access_token_s
        )
        self._server = server

    def get_jwks(self) -> KeySet:
        """The key that signs."""
        return self._server.keys

    def get_audiences(self, client: Client, user: Person | None, scope: str) -> str:
        """One audience for all services."""
        return self._server.audience

    def get_extra_claims(self, client: Client, grant_type: str, user: Person | None, scope: str) -> JsonObject:
        """Who it is and for which client the token was made."""
        known = claims_of(user) if user else {"sub": client.id, "name": client.id, "roles": list(client.roles)}
        return known | {"azp": client.id}


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]
    """Authorization codes for the public client."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("none",)

    def save_authorization_code(self, code: str, request: Asked) -> None:
        """Remembers a code until it is redeemed or a minute old."""
        self.server.memory.forget_old()
        asked = request.payload.data
        self.server.memory.codes[code] = Code(
            code,
            request.client.id,
            request.user,
            request.payload.redirect_uri,
            request.scope or "",
            asked.get("nonce"),
            asked["code_challenge"],
            asked["code_challenge_method"],
            int(time.time()),
        )

    def query_authorization_code(self, code: str, client: Client) -> Code | None:
        """A code that is known, fresh and this client's."""
        self.server.memory.forget_old()
        found: Code | None = self.server.memory.codes.get(code)
        return found if found and found.client_id == client.id else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """A code is good once."""
        self.server.memory.codes.pop(authorization_code.code, None)

    def authenticate_user(self, authorization_code: Code) -> Person:
        """Who signed in."""
        return authorization_code.person


class RotatingRefreshGrant(RefreshTokenGrant):  # type: ignore[misc]
    """Each refresh gives a new refresh token; the second use of an old one ends all that followed from the sign-in."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("none",)
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> Refresh | None:
        """A refresh token that is known and unspent."""
        memory: Memory = self.server.memory
        memory.forget_old()
        if spent := memory.spent.get(refresh_token):
            memory.end_family(spent.family)
        return memory.refreshes.get(refresh_token)

    def authenticate_user(self, refresh_token: Refresh) -> Person:
        """Who signed in."""
        return refresh_token.person

    def revoke_old_credential(self, refresh_token: Refresh) -> None:
        """A refresh token is good once."""
        memory: Memory = self.server.memory
        memory.refreshes.pop(refresh_token.token, None)
        memory.spent[refresh_token.token] = refresh_token


class ClientCredentials(ClientCredentialsGrant):  # type: ignore[misc]
    """Tokens for services and the channel."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")


class PkceS256(CodeChallenge):  # type: ignore[misc]
    """PKCE as OAuth 2.1 wants it: always, and S256 alone."""

    DEFAULT_CODE_CHALLENGE_METHOD = "S256"
    SUPPORTED_CODE_CHALLENGE_METHOD = ("S256",)
    CODE_CHALLENGE_METHODS = {"S256": compare_s256_code_challenge}

    def validate_code_challenge(self, grant: CodeGrant, redirect_uri: str) -> None:
        """Refuses a request without a challenge before anybody signs in."""
        asked = grant.request.payload.data
        if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
            raise InvalidRequestError("send a 'code_challenge' with 'code_challenge_method=S256'")
        super().validate_code_challenge(grant, redirect_uri)


class Identity(OpenIDCode):  # type: ignore[misc]
    """Identity tokens beside the access tokens of people."""

    def __init__(self, server: Server) -> None:
        super().__init__(require_nonce=False)
        self._server = server

    def exists_nonce(self, nonce: str, request: Asked) -> bool:
        """Whether a code with this nonce waits already."""
        return any(code.nonce == nonce for code in self._server.memory.codes.values())

    def resolve_client_private_key(self, client: Client) -> KeySet:
        """The key that signs."""
        return self._server.keys

    def get_client_algorithm(self, client: Client) -> str:
        """One algorithm for all clients."""
        return ALGORITHM

    def get_client_claims(self, client: Client) -> JsonObject:
        """Who says it, and to whom."""
        return {"iss": self._server.issuer, "aud": client.id, "azp": client.id}

    def generate_user_info(self, user: Person, scope: str) -> JsonObject:
        """Who it is."""
        return claims_of(user)


class EndSession(EndSessionEndpoint):  # type: ignore[misc]
    """Sign-out after OpenID Connect RP-Initiated Logout."""

    def get_server_jwks(self) -> KeySet:
        """The key that identity tokens are checked with."""
        keys: KeySet = self.server.keys
        return keys

    def is_post_logout_redirect_uri_legitimate(
        self, request: Asked, post_logout_redirect_uri: str, client: Client, logout_hint: str | None
    ) -> bool:
        """Addresses of this machine are, also without an identity token."""
        return True

    def end_session(self, end_session_request: Any) -> None:
        """Revokes what the person of the identity token holds; the cookie is the page's business."""
        if end_session_request.id_token_claims:
            self.server.memory.end_person(end_session_request.id_token_claims["sub"])
