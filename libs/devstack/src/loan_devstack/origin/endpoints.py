"""Which processes of a service the edge asks: usually the one that the supervisor keeps, two while it is rolled.

What Kubernetes calls endpoints. Whoever changes them writes the file and sends the edge a SIGHUP; an edge that starts
knows the usual ones alone.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from loan_devstack.services import SERVICES
from loan_devstack.settings import Settings

Endpoints = Mapping[str, Sequence[str]]


def usual(settings: Settings) -> dict[str, list[str]]:
    """Each service where the supervisor keeps it."""
    return {service.name: [service.url(settings)] for service in SERVICES}


def told(settings: Settings) -> dict[str, list[str]]:
    """Each service where it is said to be now."""
    try:
        changed: dict[str, list[str]] = json.loads(_path(settings).read_text())
    except FileNotFoundError:
        changed = {}
    return usual(settings) | changed


def tell(settings: Settings, changed: Endpoints) -> None:
    """Says where these services are; the others are where they usually are."""
    draft = _path(settings).with_suffix(".new")
    draft.write_text(json.dumps(changed))
    draft.replace(_path(settings))


def forget(settings: Settings) -> None:
    """Every service is where it usually is."""
    _path(settings).unlink(missing_ok=True)


def _path(settings: Settings) -> Path:
    return settings.run / "endpoints.json"
