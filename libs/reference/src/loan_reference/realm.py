"""The realm of the identity provider: roles, clients and, on one machine, people, from the table of roles.

deploy/keycloak/realm.json is imported by compose, generated/realm.json of the chart by the operator, without people.
What the file leaves open (`${NAME}`) it takes from its environment, so it holds no secret.
"""

import json
from collections.abc import Iterable
from typing import Any

from loan_contracts.access import TABLE, role_of_client
from loan_contracts.messages import SERVICES
from loan_devstack.origin.people import PEOPLE, Person

Json = dict[str, Any]

SETTINGS: Json = {
    "realm": "xinliu",
    "displayName": "Xinliu 信流",
    "enabled": True,
    "sslRequired": "external",
    "registrationAllowed": False,
    "resetPasswordAllowed": False,
    "bruteForceProtected": True,
    "defaultSignatureAlgorithm": "RS256",
    "accessTokenLifespan": 300,
    "ssoSessionIdleTimeout": 1800,
    "ssoSessionMaxLifespan": 36000,
    "revokeRefreshToken": True,
    "refreshTokenMaxReuse": 0,
    "internationalizationEnabled": True,
    "supportedLocales": ["zh-CN", "en"],
    "defaultLocale": "zh-CN",
}
CONSOLE: Json = {
    "clientId": "console",
    "name": "Staff console",
    "publicClient": True,
    "standardFlowEnabled": True,
    "directAccessGrantsEnabled": False,
    "implicitFlowEnabled": False,
    "redirectUris": ["${PUBLIC_URL}/*"],
    "webOrigins": ["+"],
    "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "+"},
}
BORROWER_APP: Json = CONSOLE | {"clientId": "borrower-app", "name": "Borrowers' own front end"}
CHANNEL = "channel"
ATTRIBUTES = ("username", "email", "firstName", "lastName", "branch", "customer_id")


def realm(people: Iterable[Person] = PEOPLE.values()) -> str:
    """The whole file, with these people."""
    accounts = (CHANNEL, *SERVICES)
    found = SETTINGS | {
        "roles": {"realm": [{"name": role.name} for role in TABLE]},
        "clients": [
            *(client | {"protocolMappers": _mappers()} for client in (CONSOLE, BORROWER_APP)),
            *map(_client, accounts),
        ],
        "users": [*map(_person, people), *map(_account, accounts)],
        "components": {"org.keycloak.userprofile.UserProfileProvider": [_profile()]},
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _client(name: str) -> Json:
    return {
        "clientId": name,
        "name": "Borrowers' channel" if name == CHANNEL else name,
        "publicClient": False,
        "secret": f"${{{name.upper().replace('-', '_')}_CLIENT_SECRET}}",
        "serviceAccountsEnabled": True,
        "standardFlowEnabled": False,
        "directAccessGrantsEnabled": False,
        "implicitFlowEnabled": False,
        "protocolMappers": _mappers(),
    }


def _mappers() -> list[Json]:
    """What stands in a token: subject, audience, and the claims that the services read."""
    role = {"claim.name": "roles", "jsonType.label": "String", "multivalued": "true"}
    branch = {"user.attribute": "branch", "claim.name": "branch", "jsonType.label": "String"}
    customer = {"user.attribute": "customer_id", "claim.name": "customer_id", "jsonType.label": "String"}
    name = {"user.attribute": "firstName", "claim.name": "name", "jsonType.label": "String"}
    audience = {"included.custom.audience": "xinliu", "access.token.claim": "true", "id.token.claim": "false"}
    everywhere = _in("access", "id", "userinfo", "introspection")
    return [
        _mapper("subject", "sub", _in("access", "introspection")),
        _mapper("audience", "audience", audience),
        _mapper("roles", "usermodel-realm-role", role | everywhere),
        _mapper("branch", "usermodel-attribute", branch | everywhere),
        _mapper("customer", "usermodel-attribute", customer | everywhere),
        _mapper("name", "usermodel-property", name | everywhere),
    ]


def _mapper(name: str, kind: str, config: dict[str, str]) -> Json:
    mapper = f"oidc-{kind}-mapper"
    return {"name": name, "protocol": "openid-connect", "protocolMapper": mapper, "config": config}


def _in(*tokens: str) -> dict[str, str]:
    return {f"{token}.token.claim": "true" for token in tokens}


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "username": person.id,
        "firstName": person.name,
        "enabled": True,
        "attributes": {"branch": [person.branch]},
        "realmRoles": list(person.roles),
        "credentials": [{"type": "password", "value": "${PEOPLE_PASSWORD}", "temporary": False}],
    }


def _account(client: str) -> Json:
    return {
        "id": client,
        "username": f"service-account-{client}",
        "firstName": client,
        "enabled": True,
        "serviceAccountClientId": client,
        "realmRoles": [role_of_client(client)],
    }


def _profile() -> Json:
    """The attributes of a user: he sees them, administrators alone change them."""
    config = json.dumps({"attributes": list(_attributes(ATTRIBUTES))})
    return {"providerId": "declarative-user-profile", "config": {"kc.user.profile.config": [config]}}


def _attributes(names: Iterable[str]) -> Iterable[Json]:
    for name in names:
        permissions = {"view": ["admin", "user"], "edit": ["admin"]}
        yield {"name": name, "permissions": permissions, "multivalued": False}
