"""Providers' answers against the schemas of their contracts (JSON Schema 2020-12, `schema.json` beside each adapter).

What a schema does not name may come and go: a provider adds fields as he likes. What it names and is not there any
more, or is of another kind, is an incident with a name, `shape-changed`: nothing of the answer is read, and it is kept.
"""

from functools import cache
from importlib.resources import files
from typing import Final

import jsonschema_rs
import orjson

from integration_gateway.clients.wire import Json, Unusable
from loan_contracts.values import SourceStatus


class ShapeChanged(Unusable):
    """An answer that is not as the provider's contract says; `place` is where, and what is asked for there, without any
    value of it."""

    code = "shape-changed"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Shape:
    """A schema, compiled once."""

    def __init__(self, schema: Json) -> None:
        self._validator = jsonschema_rs.validator_for(dict(schema))

    def require(self, answer: object) -> None:
        """Raises ShapeChanged."""
        if self._validator.is_valid(answer):
            return
        error = next(iter(self._validator.iter_errors(answer)))
        path = "/".join(map(str, error.instance_path))
        raise ShapeChanged(f"/{path} {error.kind.name}")


@cache
def shape_of(package: str) -> Shape:
    """That of the adapter in a package."""
    return Shape(orjson.loads(files(package).joinpath("schema.json").read_bytes()))


ENVELOPE: Final = Shape(
    {
        "type": "object",
        "required": ["request_id", "status"],
        "properties": {
            "request_id": {"type": "string"},
            "status": {"enum": [status.value for status in SourceStatus]},
            "code": {"type": ["string", "null"]},
            "source_ref": {"type": ["string", "null"]},
            "charged": {"enum": [True, False, "true", "false"]},  # in XML all is text
        },
        "if": {"properties": {"status": {"const": SourceStatus.HIT.value}}},
        "then": {"required": ["data"], "properties": {"data": {"type": "object"}}},
    }
)
"""The envelope that sources without a protocol of their own share (domain.md §7.0)."""
