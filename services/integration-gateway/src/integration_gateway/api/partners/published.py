"""The partner API's own OpenAPI document: its operations alone, entered by signatures, and the webhooks that partners
are told by."""

from copy import copy
from typing import Final

from fastapi import FastAPI
from fastapi.routing import APIRoute

from integration_gateway.api.partners.door import router
from integration_gateway.api.partners.entrance import COVERED
from integration_gateway.use_cases.partners import hear
from loan_contracts.message import JsonObject, Message
from loan_servicekit.http.openapi.document import describe

VERSION: Final = "1"
SERVER: Final = "https://loans.example.com/api/integration-gateway"
ABOUT: Final = (
    "What a partner platform does over HTTP. Each request is signed after RFC 9421 with HMAC-SHA256 over"
    f" {', '.join(f'`{each}`' for each in COVERED)}, the `idempotency-key` where there is one, and `@query` where there"
    " is a query. What is not the partner's own is not there. Versions: fields and stages may be added to version 1,"
    " and are no error; anything else is another version."
)
HEADERS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "Content-Digest",
        "`sha-256` of the body (RFC 9530), of nothing where there is none",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
    ),
    (
        "Signature-Input",
        "What is signed, with `created`, `keyid` and a `nonce` that is good once",
        'sig1=("@method" "@path" "content-digest");created=1764561600;keyid="pk_1";alg="hmac-sha256";nonce="b3k2"',
    ),
    ("Signature", "HMAC-SHA256 of the signature base", "sig1=:K2qGT5srn2OGbOIDzQ6kYT+ruaycnDAAUpKv+ePFfD0=:"),
)


def document() -> JsonObject:
    """The document, the same for the same API."""
    app = FastAPI(title="Partner API", version=VERSION, description=ABOUT, openapi_url=None)
    app.router.routes = [_shown(route) for route in router.routes if isinstance(route, APIRoute)]
    describe(app)
    made: JsonObject = app.openapi()
    made["servers"] = [{"url": SERVER}]
    schemes = {
        "signature": {
            "type": "apiKey",
            "in": "header",
            "name": "Signature",
            "description": "RFC 9421, HMAC-SHA256; beside it Signature-Input and Content-Digest",
        }
    }
    made["components"]["securitySchemes"], made["security"] = schemes, [{"signature": []}]
    for item in made["paths"].values():
        for operation in item.values():
            operation.pop("x-permission")
            operation["description"] = operation["description"].rpartition("\n\nPermission")[0]
            operation["parameters"] = [*operation.get("parameters", []), *_headers()]
    made["webhooks"] = {event: _webhook(event, message, names) for event, (message, names) in hear.EVENTS.items()}
    return made


def _shown(route: APIRoute) -> APIRoute:
    found = copy(route)
    found.include_in_schema = True
    return found


def _headers() -> list[JsonObject]:
    return [
        {
            "name": name,
            "in": "header",
            "required": True,
            "description": says,
            "schema": {"type": "string"},
            "example": of,
        }
        for name, says, of in HEADERS
        if name != "Signature"
    ]


def _webhook(event: str, message: type[Message], names: frozenset[str]) -> JsonObject:
    """One event, with those fields of its message that a partner is told."""
    schema = message.model_json_schema(mode="serialization")
    told = {name: each for name, each in schema["properties"].items() if name in names}
    own = {"application_id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}}
    data: JsonObject = {"type": "object", "properties": own | told, "required": [*own, *sorted(told)]}
    body: JsonObject = {
        "type": "object",
        "properties": {
            "type": {"const": event},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": data | ({"$defs": schema["$defs"]} if "$defs" in schema else {}),
        },
        "required": ["type", "timestamp", "data"],
    }
    return {
        "post": {
            "operationId": event.replace(".", "_").replace("-", "_"),
            "summary": (message.__doc__ or "").split("\n")[0],
            "requestBody": {"content": {"application/json": {"schema": body}}},
            "responses": {"204": {"description": "Taken; any 2xx within ten seconds will do"}},
        }
    }
