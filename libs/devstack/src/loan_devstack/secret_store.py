"""Passwords and keys of one system: drawn once, kept in var/secrets.json, readable by its owner alone."""

import base64
import contextlib
import fcntl
import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from loan_contracts.catalogue.grants import OPERATIONS
from loan_devstack.services import SERVICES

CHANNEL = "channel"
BROKER, CONTROLLER, ADMIN = "broker", "controller", "admin"


@dataclass(frozen=True, slots=True)
class Secrets:
    """`databases` by role, `clients` by client id, `kafka` by user; keys are 32 random bytes in base64.

    `field_key` encrypts personal fields, `gateway_field_key` what providers answered, `index_key` makes the blind
    index, the seal keys make the seals of signed contracts and of orders to pay, `evidence_key` those of the evidence,
    `otlp_token` lets services hand in spans.
    """

    databases: dict[str, str]
    clients: dict[str, str]
    kafka: dict[str, str]
    field_key: str
    gateway_field_key: str
    index_key: str
    contract_seal_key: str
    order_seal_key: str
    evidence_key: str
    otlp_token: str


def load(var: Path) -> Secrets:
    """The secrets of the system in `var`, drawn now where one is absent. Safe to call from several processes."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / ".secrets.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = var / "secrets.json"
        kept = json.loads(path.read_text()) if path.exists() else {}
        found = _completed(kept)
        if asdict(found) != kept:
            _write(path, found)
    return found


def holds(var: Path) -> bool:
    """Whether the folder has the secrets of a system."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, ValueError):
        kept = json.loads((var / "secrets.json").read_text())
        return isinstance(kept, dict) and {entry.name for entry in fields(Secrets)} <= kept.keys()
    return False


def _completed(kept: dict[str, object]) -> Secrets:
    drawn: dict[str, object] = {
        "databases": {role: secrets.token_urlsafe(24) for role in ("postgres", *(s.package for s in SERVICES))},
        "clients": {client: secrets.token_urlsafe(24) for client in (CHANNEL, *(s.name for s in SERVICES))},
        "kafka": {
            user: secrets.token_urlsafe(24)
            for user in (BROKER, CONTROLLER, ADMIN, OPERATIONS, *(s.name for s in SERVICES))
        },
        "field_key": _key(),
        "gateway_field_key": _key(),
        "index_key": _key(),
        "contract_seal_key": _key(),
        "order_seal_key": _key(),
        "evidence_key": _key(),
        "otlp_token": secrets.token_urlsafe(24),
    }
    merged = {}
    for entry in fields(Secrets):
        old, new = kept.get(entry.name), drawn[entry.name]
        merged[entry.name] = {**new, **old} if isinstance(old, dict) and isinstance(new, dict) else old or new
    return Secrets(**merged)  # type: ignore[arg-type]  # the file holds what an earlier run of this function wrote


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _write(path: Path, found: Secrets) -> None:
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(found), file, indent=2)
        file.flush()
        os.fsync(descriptor)
    draft.replace(path)
