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


class _Outside(BaseHTTPRequestHandler):
    """application-svc, as far as it lets somebody see a customer; a provider of signatures that has had everything
    signed, and a cloud that knows no invoice."""

    def do_GET(self) -> None:
        self._say(b'{"code":0,"data":{"signFlowStatus":2}}' if "/sign-flow/" in self.path else b"{}")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._say(b'{"Response":{"Error":{"Code":"ResourceNotFound.NoInvoice","Message":""},"RequestId":"r"}}')

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@cache
def outside() -> str:
    """Where it answers, as long as the process lives."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outside)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def rows(url: str, folder: Path) -> dict[str, dict[str, str]]:
    """What is said of providers; the account of each is in a folder."""
    for name in ("secret_id", "secret_key", "app_id", "app_secret"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("of this test")
    return {
        "unionpay": {
            "url": NOWHERE, "file_url": NOWHERE, "merchant": "777290058110048", "back_url": NOWHERE,
            "credentials": "nowhere",
        },
        "tencent": {"credentials": str(folder), "ocr_url": f"{url}/"},
        "esign": {"credentials": str(folder), "url": url, "notify_url": NOWHERE},
    }  # fmt: skip


def built(service: str, database_url: str = NO_DATABASE, documents: Path = ROOT / "var" / "documents") -> FastAPI:
    """A service by name. Without a database it can say what its API is like, nothing else."""
    package = service.replace("-", "_")
    settings = importlib.import_module(f"{package}.settings").Settings
    lives = database_url != NO_DATABASE
    url = outside() if lives else NOWHERE
    values = settings_values(database_url) | {
        "field_keys": f"test:{KEY}", "index_key": KEY, "document_store_url": documents.as_uri(),
        "providers_url": NOWHERE, "provider_rows": rows(url, documents / "accounts") if lives else {}, "application_svc_url": url,
        "serving_providers": {"signatures": "esign"} if lives else {}, "postloan_svc_url": NOWHERE, "oidc_client_id": "test",
        "oidc_client_secret": "test", "otlp_token": SPAN_TOKEN, "evidence_keys": f"test:{KEY}", "models_dir": MODELS if has_model() else None,
    }  # fmt: skip
    app: FastAPI = importlib.import_module(f"{package}.wiring").build(
        settings(**{name: value for name, value in values.items() if name in settings.model_fields}), "api"
    )
    if service == "risk-svc" and not has_model():
        started = app.state.service.on_start
        started[:] = [begin for begin in started if begin.__name__ != PUT_IN_FORCE]
    return app
