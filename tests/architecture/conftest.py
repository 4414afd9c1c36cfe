"""What the rules look at: the repository's files, and the applications of the services, built without connecting."""

import base64
import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from loan_contracts.messages import SERVICES
from loan_servicekit.testing.harness import settings_values

ROOT = Path(__file__).resolve().parents[2]
KEY = base64.b64encode(bytes(32)).decode()

# Values of settings that some service demands. Nothing is connected to while an application is built.
SETTINGS = {
    **settings_values("postgresql://nobody@127.0.0.1:1/nothing"),
    "field_keys": f"test:{KEY}",
    "index_key": KEY,
    "evidence_keys": f"test:{KEY}",
    "providers_url": "http://127.0.0.1:1",
    "application_svc_url": "http://127.0.0.1:1",
    "postloan_svc_url": "http://127.0.0.1:1",
    "workflow_svc_url": "http://127.0.0.1:1",
    "oidc_client_id": "test",
    "oidc_client_secret": "test",
}


@dataclass(frozen=True, slots=True)
class BuiltService:
    """A service as its wiring puts it together."""

    name: str
    folder: Path
    app: FastAPI

    @property
    def routes(self) -> list[APIRoute]:
        """Routes that stand in the OpenAPI document."""
        return [route for route in routes_of(self.app.routes) if route.include_in_schema]


def routes_of(routes: Any) -> Iterator[APIRoute]:
    """All API routes, those of included routers among them."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        else:
            inner = getattr(route, "original_router", None) or getattr(route, "router", None)
            yield from routes_of(getattr(inner, "routes", ()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def build_service(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., BuiltService]:
    """Builds a service by name, for a process of a mode."""
    built: dict[tuple[str, str], BuiltService] = {}
    values = {**SETTINGS, "document_store_url": tmp_path_factory.mktemp("documents").as_uri()}

    def build(name: str, mode: str = "run") -> BuiltService:
        if (name, mode) not in built:
            package = name.replace("-", "_")
            wiring = importlib.import_module(f"{package}.wiring")
            settings = importlib.import_module(f"{package}.settings").Settings
            known = {key: value for key, value in values.items() if key in settings.model_fields}
            app = wiring.build(settings(**known), mode)
            built[name, mode] = BuiltService(name, ROOT / "services" / name, app)
        return built[name, mode]

    return build


@pytest.fixture(scope="session")
def all_services(build_service: Callable[[str], BuiltService]) -> list[BuiltService]:
    """All seven."""
    return [build_service(name) for name in SERVICES]


@pytest.fixture(scope="session")
def sample(root: Path) -> Callable[[str], dict[str, Any]]:
    """The sample of a message type."""

    def read(type: str) -> dict[str, Any]:
        return dict(json.loads((root / "libs" / "contracts" / "samples" / f"{type}.json").read_text()))

    return read
