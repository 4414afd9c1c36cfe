"""The files of the catalogue below the repository's root, and whether they may and need to be written."""

import json
from functools import cache
from pathlib import Path

from loan_contracts.catalogue.asyncapi import asyncapi_document
from loan_contracts.catalogue.compatibility import breaking_changes
from loan_contracts.catalogue.document import messages_page
from loan_contracts.catalogue.schemas import wire_schema
from loan_contracts.message import JsonObject
from loan_contracts.messages import MESSAGES

SCHEMAS = Path("libs/contracts/schemas")
PAGE = Path("docs/messages.md")
ASYNCAPI = Path("docs/asyncapi.json")


def _text(document: JsonObject) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


@cache
def catalogue_files() -> dict[Path, str]:
    """What each file has to hold, by its path below the root."""
    schemas = {SCHEMAS / f"{type}.json": _text(wire_schema(message)) for type, message in MESSAGES.items()}
    return {**schemas, PAGE: messages_page(), ASYNCAPI: _text(asyncapi_document())}


def stale(root: Path) -> list[Path]:
    """Files that are absent or hold something else."""
    return [path for path, text in catalogue_files().items() if _read(root / path) != text]


def obstacles(root: Path) -> list[str]:
    """Why the stored schemas may not be replaced by those of the classes; empty where each change is an addition.

    A schema that has never left this checkout may be changed freely: delete its file and write it anew.
    """
    found = []
    for path in sorted((root / SCHEMAS).glob("*.json")):
        message = MESSAGES.get(path.stem)
        stored: JsonObject = json.loads(path.read_text(encoding="utf-8"))
        if message is None:
            found.append(f"{SCHEMAS / path.name}: the type is gone from MESSAGES; its readers have to go first")
        elif stored["$id"] == message.dataschema():
            found += [
                f"{path.stem} {change}: needs a new type" for change in breaking_changes(stored, wire_schema(message))
            ]
    return found


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
