"""What the console is told by the services' code: the OpenAPI documents that its types are made of, and reasons."""

import hashlib
import re
from pathlib import Path

import orjson

from loan_contracts.values import REASONS, REASONS_EN
from loan_reference.applications import ROOT, SERVICES, application

TYPES = Path("web/console/src/api/generated")
MADE_FROM = re.compile(r"sha256 ([0-9a-f]{64})")


def openapi(service: str) -> bytes:
    """A service's document, the same bytes for the same API."""
    return orjson.dumps(application(service).openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def write_documents(folder: Path) -> None:
    """Each service's document as a file of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for service in SERVICES:
        (folder / f"{service}.json").write_bytes(openapi(service))


def reasons() -> str:
    """What a customer is told for each reason, in both languages."""
    told = {code: [REASONS[code], REASONS_EN[code]] for code in REASONS}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2).decode() + "\n"


def stale_types() -> list[Path]:
    """Files of types that were made from another document than the service's own, or are absent."""
    return [TYPES / f"{service}.ts" for service in SERVICES if _made_from(service) != _digest(service)]


def _made_from(service: str) -> str:
    file = ROOT / TYPES / f"{service}.ts"
    found = MADE_FROM.search(file.read_text(encoding="utf-8")[:500]) if file.exists() else None
    return found[1] if found else ""


def _digest(service: str) -> str:
    return hashlib.sha256(openapi(service)).hexdigest()
