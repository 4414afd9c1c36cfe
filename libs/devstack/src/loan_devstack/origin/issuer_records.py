"""What the development issuer knows: clients, codes, refresh tokens, and requests in the form that authlib reads."""

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from authlib.oauth2.rfc6749 import (
    ClientMixin,
    OAuth2Payload,
    OAuth2Request,
    list_to_scope,
    scope_to_list,
)

from loan_devstack.origin.people import Person

SCOPES = ("openid", "profile")
ALGORITHM = "RS256"
CODE_LIFETIME_S = 60
REFRESH_LIFETIME_S = 8 * 3600
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Pairs = list[tuple[str, str]]


class LoopbackAddresses:
    """The redirect addresses of a development client: whatever this machine itself serves over http."""

    def __contains__(self, address: object) -> bool:
        parts = urlsplit(str(address))
        return parts.scheme == "http" and parts.hostname in LOOPBACK and not parts.fragment


@dataclass(frozen=True, slots=True)
class Client(ClientMixin):  # type: ignore[misc]
    """A client of the issuer: public (no `secret`, code and refresh) or confidential (client credentials, `roles`)."""

    id: str
    secret: str | None = None
    roles: tuple[str, ...] = ()
    redirects: LoopbackAddresses = field(default_factory=LoopbackAddresses)

    @property
    def client_metadata(self) -> Mapping[str, Any]:
        """What authlib reads for the end of a session."""
        return {"post_logout_redirect_uris": self.redirects}

    def get_client_id(self) -> str:
        """The id."""
        return self.id

    def get_default_redirect_uri(self) -> None:
        """None: every request has to say where to go."""

    def get_allowed_scope(self, scope: str | None) -> str:
        """Of the wished scopes those that there are."""
        return str(list_to_scope([s for s in scope_to_list(scope or "") if s in SCOPES]))

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Only addresses of this machine."""
        return redirect_uri in self.redirects

    def check_client_secret(self, client_secret: str) -> bool:
        """Compared in constant time."""
        return self.secret is not None and hmac.compare_digest(self.secret.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """A public client has no secret, a confidential one never goes without."""
        return (method == "none") == (self.secret is None)

    def check_response_type(self, response_type: str) -> bool:
        """Codes, for the public client."""
        return self.secret is None and response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """Code and refresh for the public client, client credentials for the others."""
        if self.secret is None:
            return grant_type in ("authorization_code", "refresh_token")
        return grant_type == "client_credentials"


@dataclass(frozen=True, slots=True)
class Code:
    """An authorization code, good once and for a minute."""

    code: str
    client_id: str
    person: Person
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str
    code_challenge_method: str
    auth_time: int

    def get_redirect_uri(self) -> str:
        """Where the code was sent."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """What was granted."""
        return self.scope

    def get_nonce(self) -> str | None:
        """The client's nonce, for the identity token."""
        return self.nonce

    def get_auth_time(self) -> int:
        """When the person signed in."""
        return self.auth_time

    def get_acr(self) -> None:
        """Nothing is claimed of how well the person is known."""

    def get_amr(self) -> None:
        """No method of authentication is claimed: a development system asks for no password."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """A refresh token, good once. All that follow from one sign-in are a `family`."""

    token: str
    client_id: str
    person: Person
    scope: str
    family: str
    expires: float

    def check_client(self, client: Client) -> bool:
        """Whether the client is the one that it was given to."""
        return client.id == self.client_id

    def get_scope(self) -> str:
        """What was granted."""
        return self.scope


@dataclass(slots=True)
class Memory:
    """What the issuer remembers until it is restarted: after that people sign in again."""

    codes: dict[str, Code] = field(default_factory=dict)
    refreshes: dict[str, Refresh] = field(default_factory=dict)
    spent: dict[str, Refresh] = field(default_factory=dict)
    sessions: dict[str, Person] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)  # since when nobody's earlier token stands

    def forget_old(self) -> None:
        """Drops what has expired."""
        now = time.time()
        self.codes = {k: code for k, code in self.codes.items() if code.auth_time + CODE_LIFETIME_S > now}
        self.refreshes = {k: refresh for k, refresh in self.refreshes.items() if refresh.expires > now}
        self.spent = {k: refresh for k, refresh in self.spent.items() if refresh.expires > now}

    def end_family(self, family: str) -> None:
        """Revokes every refresh token that follows from one sign-in."""
        self.refreshes = {k: refresh for k, refresh in self.refreshes.items() if refresh.family != family}

    def end_person(self, subject: str) -> None:
        """Revokes every session and refresh token of a person; his access tokens stand no more, either."""
        self.ended[subject] = int(time.time())
        self.refreshes = {k: refresh for k, refresh in self.refreshes.items() if refresh.person.id != subject}
        self.sessions = {k: person for k, person in self.sessions.items() if person.id != subject}


class Payload(OAuth2Payload):  # type: ignore[misc]
    """The parameters of a request, query and form."""

    def __init__(self, pairs: Pairs) -> None:
        self._data = dict(pairs)
        self._lists: dict[str, list[str]] = {}
        for name, value in pairs:
            self._lists.setdefault(name, []).append(value)

    @property
    def data(self) -> dict[str, str]:
        """The last value of each parameter."""
        return self._data

    @property
    def datalist(self) -> dict[str, list[str]]:
        """All values of each parameter."""
        return self._lists


class Asked(OAuth2Request):  # type: ignore[misc]
    """A request as authlib wants to see it."""

    def __init__(self, method: str, url: str, headers: Mapping[str, str], query: Pairs, form: Pairs) -> None:
        super().__init__(method, url, headers=headers)
        self._query, self._form = dict(query), dict(form)
        self.payload = Payload([*query, *form])

    @property
    def args(self) -> dict[str, str]:
        """The parameters of the query."""
        return self._query

    @property
    def form(self) -> dict[str, str]:
        """The parameters of the form."""
        return self._form
