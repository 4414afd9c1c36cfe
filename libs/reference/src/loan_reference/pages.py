"""The generated files by their path, and which of them hold something else than the code says."""

from pathlib import Path

import orjson

from integration_gateway.api.partners.published import document as partners
from loan_contracts.messages import SERVICES
from loan_reference.applications import ROOT
from loan_reference.bus import bus
from loan_reference.console import TYPES, reasons
from loan_reference.facts import document
from loan_reference.permissions import permissions_page
from loan_reference.problems import problems_page
from loan_reference.readmes import readme_of, with_messages
from loan_reference.realm import realm
from loan_reference.rules import HANDBOOK, with_rules
from loan_reference.settings import settings_page


def pages() -> dict[Path, str]:
    """What each file has to hold, by its path below the root."""
    readmes = {readme_of(service): (ROOT / readme_of(service)).read_text(encoding="utf-8") for service in SERVICES}
    return {
        Path("docs/permissions.md"): permissions_page(),
        Path("docs/problems.md"): problems_page(),
        Path("docs/facts.md"): document(),
        Path("docs/operations/settings.md"): settings_page(),
        Path("deploy/keycloak/realm.json"): realm(),
        Path("deploy/helm/xinliu/generated/bus.yaml"): bus(),
        Path("deploy/helm/xinliu/generated/realm.json"): realm(people=()),
        TYPES / "reasons.json": reasons(),
        Path("docs/partner-openapi.json"): orjson.dumps(partners(), option=orjson.OPT_INDENT_2).decode() + "\n",
        HANDBOOK: with_rules((ROOT / HANDBOOK).read_text(encoding="utf-8")),
        **{path: with_messages(text, path.parent.name) for path, text in readmes.items()},
    }


def stale() -> list[Path]:
    """Pages that are absent or hold something else."""
    return list(_stale())


def write() -> list[Path]:
    """Makes the stale pages anew; their paths."""
    found = _stale()
    for path, text in found.items():
        (ROOT / path).write_text(text, encoding="utf-8")
    return list(found)


def _stale() -> dict[Path, str]:
    """What those pages have to hold."""
    return {
        path: text
        for path, text in pages().items()
        if not (ROOT / path).exists() or (ROOT / path).read_text(encoding="utf-8") != text
    }
