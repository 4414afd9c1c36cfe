"""Under which name a process claims work."""

from typing import Any

from integration_gateway.settings import Settings
from loan_servicekit.testing.harness import settings_values


def settings(**changes: Any) -> Settings:
    values = settings_values("postgresql://db.test/gateway") | {
        "providers_url": "http://providers.test", "application_svc_url": "http://application-svc.test",
        "postloan_svc_url": "http://postloan-svc.test",
        "field_keys": "test:a2s=",
    }  # fmt: skip
    return Settings(**values | changes)


def test_replicas_on_one_host_have_names_of_their_own_that_outlive_a_restart() -> None:
    assert settings(port=8001).replica == settings(port=8001).replica
    assert settings(port=8001).replica != settings(port=8002).replica


def test_a_replica_that_is_given_a_name_bears_it() -> None:
    assert settings(port=8001, instance="gateway-0").replica == "gateway-0"
