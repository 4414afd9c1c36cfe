"""The seven services as their wiring puts them together, with settings of a test."""

import base64
import importlib
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from fastapi import FastAPI

from loan_servicekit.testing.harness import settings_values

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "var" / "models"
KEY = base64.b64encode(bytes(32)).decode()
NOWHERE = "http://127.0.0.1:1"
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/nothing"
SPAN_TOKEN = "token-of-this-test"
PUT_IN_FORCE = "put_in_force"  # risk-svc's last step before it serves; it needs a trained model


def migrations(service: str) -> Path:
    """Where a service's migrations lie."""
    return ROOT / "services" / service / "migrations"


def has_model() -> bool:
    """Whether a model was trained in this checkout: assessments can be made then."""
    return (MODELS / "calibration.json").exists()


ROWS = {
    "unionpay": {
        "url": NOWHERE, "file_url": NOWHERE, "merchant": "777290058110048", "back_url": NOWHERE, "credentials": "nowhere"
    },
    "tencent": {"credentials": "nowhere"},
}  # fmt: skip


class _Customers(BaseHTTPRequestHandler):
    """application-svc, as far as it lets somebody see a customer."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@cache
def customers() -> str:
    """Where it answers, as long as the process lives."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Customers)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def built(service: str, database_url: str = NO_DATABASE, documents: Path = ROOT / "var" / "documents") -> FastAPI:
    """A service by name. Without a database it can say what its API is like, nothing else."""
    package = service.replace("-", "_")
    settings = importlib.import_module(f"{package}.settings").Settings
    values = settings_values(database_url) | {
        "field_keys": f"test:{KEY}", "index_key": KEY, "document_store_url": documents.as_uri(),
        "providers_url": NOWHERE, "provider_rows": ROWS, "application_svc_url": NOWHERE if database_url == NO_DATABASE else customers(), "postloan_svc_url": NOWHERE, "oidc_client_id": "test",
        "oidc_client_secret": "test", "otlp_token": SPAN_TOKEN, "evidence_keys": f"test:{KEY}", "models_dir": MODELS if has_model() else None,
    }  # fmt: skip
    app: FastAPI = importlib.import_module(f"{package}.wiring").build(
        settings(**{name: value for name, value in values.items() if name in settings.model_fields}), "api"
    )
    if service == "risk-svc" and not has_model():
        started = app.state.service.on_start
        started[:] = [begin for begin in started if begin.__name__ != PUT_IN_FORCE]
    return app
