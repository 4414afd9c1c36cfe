"""What a service reads from its environment is told of, and what of it is a secret is nowhere shown."""

import re
from pathlib import Path

import pytest
import yaml

from loan_contracts.messages import SERVICES
from loan_reference.applications import VALUES
from loan_reference.settings import fields_of, is_secret, own_fields
from loan_servicekit.settings import ServiceSettings

SECRET = re.compile(r"(password|secret|token|_keys?|_key_id|database_url)$")
PASSWORD = "correct-horse"


@pytest.mark.parametrize("service", SERVICES)
def test_every_setting_says_what_it_is(service: str) -> None:
    assert [name for name, field in fields_of(service).items() if not field.description] == []


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_a_secret_is_marked_as_one(service: str) -> None:
    fields = fields_of(service)
    assert {name for name in fields if SECRET.search(name)} == {name for name in fields if is_secret(fields[name])}


def test_settings_that_are_written_somewhere_show_no_secret() -> None:
    address = f"postgresql://somebody:{PASSWORD}@db/loans"
    told = VALUES | {"database_url": address, "kafka_password": PASSWORD, "oidc_client_secret": PASSWORD}
    settings = ServiceSettings(
        **{name: told[name] for name in told if name in ServiceSettings.model_fields}, oidc_issuer="x"
    )
    assert settings.database_url == address and PASSWORD not in repr(settings) + str(settings)


@pytest.mark.parametrize("service", SERVICES)
def test_the_chart_takes_secrets_from_a_secret_and_nothing_else(root: Path, service: str) -> None:
    """The database's and the broker's come from their operators' Secrets, for every service alike."""
    chart = yaml.safe_load((root / "deploy" / "helm" / "xinliu" / "services" / f"{service}.yaml").read_text())
    secrets = {name.upper() for name, field in own_fields(service).items() if is_secret(field)}
    assert set(chart.get("secrets", {})) - {"OIDC_CLIENT_SECRET"} == secrets
    assert {name.lower() for name in chart.get("settings", {})} <= {
        name for name, field in fields_of(service).items() if not is_secret(field)
    }


def test_the_page_has_a_row_for_every_variable(root: Path) -> None:
    """That it is the one which the code makes, `test_reference` tells."""
    page = (root / "docs" / "operations" / "settings.md").read_text()
    common, *parts = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    assert set(re.findall(r"^\| `(\w+)` ", common, re.MULTILINE)) == {n.upper() for n in ServiceSettings.model_fields}
    for service, part in zip(SERVICES, parts, strict=True):
        assert part.startswith(f"{service}\n")
        assert set(re.findall(r"^\| `(\w+)` ", part, re.MULTILINE)) == {name.upper() for name in own_fields(service)}
        secrets = set(re.findall(r"^\| `(\w+)` .*\*\*Secret\.\*\*", part, re.MULTILINE))
        assert secrets == {name.upper() for name, field in own_fields(service).items() if is_secret(field)}
