"""The services as their wiring puts them together; nothing is connected to."""

import base64
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from loan_contracts.message import JsonObject
from loan_contracts.messages import SERVICES

ROOT = Path(__file__).resolve().parents[4]
NOWHERE = "http://127.0.0.1:1"
KEY = base64.b64encode(bytes(32)).decode()


class Everything(JsonObject):
    """A value for every setting that has no default: text, because nothing of it is used."""

    def of(self, fields: Any) -> JsonObject:
        """Values for those fields of a settings class that have to be given."""
        return {name: self._value(name) for name, field in fields.items() if name in self or field.is_required()}

    def _value(self, name: str) -> Any:
        return self.get(name, f"reference:{KEY}" if name.endswith("_keys") else NOWHERE)


VALUES = Everything(
    database_url="postgresql://nobody@127.0.0.1:1/nothing",
    kafka_bootstrap="127.0.0.1:1",
    profile="development",
    kafka_security_protocol="PLAINTEXT",
    index_key=KEY,
    document_store_url=(ROOT / "var" / "documents").as_uri(),
)


@cache
def application(service: str) -> FastAPI:
    """A service by name."""
    package = service.replace("-", "_")
    settings = importlib.import_module(f"{package}.settings").Settings
    built: FastAPI = importlib.import_module(f"{package}.wiring").build(
        settings(**VALUES.of(settings.model_fields)), "api"
    )
    return built


def operations(service: str) -> Iterator[tuple[str, str, JsonObject]]:
    """Method, path and description of every operation of a service, as its OpenAPI document gives them."""
    for path, item in application(service).openapi()["paths"].items():
        for method, operation in item.items():
            yield method.upper(), path, operation


__all__ = ["ROOT", "SERVICES", "application", "operations"]
