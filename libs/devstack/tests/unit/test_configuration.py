"""Settings, secrets, the table of processes, the pinned jars, the look of events."""

import json
import os
import re
from pathlib import Path

import pytest

from loan_contracts.messages import SERVICES as NAMES
from loan_devstack import secret_store
from loan_devstack.broker import jars
from loan_devstack.broker.kafka import prepare
from loan_devstack.database.postgres import socket_directory
from loan_devstack.errors import CannotStart
from loan_devstack.events import render
from loan_devstack.running import state
from loan_devstack.running.control import addressed, need_running
from loan_devstack.running.processes import identify
from loan_devstack.running.state import SystemState
from loan_devstack.running.system import processes, service_environment
from loan_devstack.services import BY_NAME
from loan_devstack.settings import Settings, from_environment
from loan_servicekit.broker import BrokerAccess


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path / "var", port_base=18100, cache=tmp_path / "cache")


def test_settings_come_from_the_environment() -> None:
    found = from_environment({"PORT_BASE": "19000", "XINLIU_VAR": "/tmp/x", "XDG_CACHE_HOME": "/tmp/c"})
    assert (found.port_base, found.var, found.cache) == (19000, Path("/tmp/x"), Path("/tmp/c/xinliu"))
    assert found.issuer_url == "http://127.0.0.1:19000/auth"
    assert found.kafka_bootstrap == "127.0.0.1:19010"
    assert from_environment({"KAFKA_BOOTSTRAP": "bus:9092"}).kafka_bootstrap == "bus:9092"


def test_a_system_that_is_told_another_port_base_lives_in_a_folder_of_its_own_and_shares_the_models() -> None:
    usual, other = from_environment({}), from_environment({"PORT_BASE": "19000"})
    assert (usual.port_base, usual.var.name) == (18000, "var")
    assert other.var == usual.var.with_name("var-19000")
    assert from_environment({"PORT_BASE": "18000"}).var == usual.var
    assert other.models == usual.models == usual.var / "models"


def test_the_running_system_of_a_folder_is_found_without_its_ports_and_other_ports_are_refused(tmp_path: Path) -> None:
    state.write(tmp_path / "run", SystemState(identify(os.getpid()), 19500))
    told = {"XINLIU_VAR": str(tmp_path)}
    assert addressed(told).port_base == 19500
    assert addressed({**told, "PORT_BASE": "19500"}).port_base == 19500
    with pytest.raises(CannotStart, match=r"runs on PORT_BASE 19500, not on 19600.*PORT_BASE=19500.*XINLIU_VAR="):
        addressed({**told, "PORT_BASE": "19600"})


def test_where_nothing_runs_the_folder_and_the_way_out_are_told(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=rf"Nothing runs in {tmp_path}: `make up`"):
        need_running(addressed({"XINLIU_VAR": str(tmp_path)}))


@pytest.mark.parametrize("given", ["80", "65530", "many", "-1"])
def test_an_impossible_port_base_is_refused_with_what_is_allowed(given: str) -> None:
    with pytest.raises(CannotStart, match="PORT_BASE"):
        from_environment({"PORT_BASE": given})


def test_secrets_are_drawn_once_for_their_owner_alone(tmp_path: Path) -> None:
    first = secret_store.load(tmp_path)
    assert secret_store.load(tmp_path) == first
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert set(first.databases) == {"postgres", *(name.replace("-", "_") for name in NAMES)}
    assert set(first.clients) == {"channel", *NAMES}
    assert set(first.kafka) == {"broker", "controller", "admin", "operations", *NAMES}
    every = [
        *first.databases.values(),
        *first.clients.values(),
        *first.kafka.values(),
        first.field_key,
        first.gateway_field_key,
        first.index_key,
    ]
    assert len(set(every)) == len(every)
    assert min(map(len, every)) >= 32


def test_a_secret_that_is_new_joins_those_that_are_kept(tmp_path: Path) -> None:
    first = secret_store.load(tmp_path)
    kept = json.loads((tmp_path / "secrets.json").read_text())
    del kept["clients"]["channel"], kept["index_key"]
    (tmp_path / "secrets.json").write_text(json.dumps(kept))
    second = secret_store.load(tmp_path)
    assert second.databases == first.databases
    assert second.clients["channel"] != first.clients["channel"]


def test_the_table_has_every_process_on_the_ports_of_the_architecture(settings: Settings) -> None:
    table = {process.name: process for process in processes(settings, secret_store.load(settings.var))}
    ports = {name: [port - 18100 for port in process.ports] for name, process in table.items()}
    assert ports == {
        "postgres": [], "kafka": [10, 11], "edge": [0], "simulator": [8], "migrate": [],
        "application-svc": [1], "workflow-svc": [2], "risk-svc": [3], "antifraud-svc": [4], "postloan-svc": [5],
        "integration-gateway": [6], "reporting-svc": [7],
    }  # fmt: skip
    for service in NAMES:
        assert set(table[service].after) == {"postgres", "kafka", "edge", "migrate"}


def test_a_part_of_the_table_can_be_asked_for_and_a_wrong_name_is_told(settings: Settings) -> None:
    secrets = secret_store.load(settings.var)
    assert [p.name for p in processes(settings, secrets, ["edge", "postgres"])] == ["postgres", "edge"]
    with pytest.raises(CannotStart, match=r"No process is called kafak; there are postgres, kafka"):
        processes(settings, secrets, ["kafak"])


def test_a_broker_of_the_users_own_replaces_the_embedded_one(tmp_path: Path) -> None:
    settings = Settings(var=tmp_path, external_kafka=BrokerAccess("bus:9092", "PLAINTEXT"))
    secrets = secret_store.load(tmp_path)
    assert "kafka" not in {process.name for process in processes(settings, secrets)}
    told = service_environment(BY_NAME["risk-svc"], settings, secrets)
    assert (told["KAFKA_BOOTSTRAP"], told["KAFKA_SECURITY_PROTOCOL"]) == ("bus:9092", "PLAINTEXT")
    assert "KAFKA_USERNAME" not in told


def test_only_who_reads_personal_fields_gets_their_keys(settings: Settings) -> None:
    secrets = secret_store.load(settings.var)
    told = {name: service_environment(service, settings, secrets) for name, service in BY_NAME.items()}
    assert {name for name, env in told.items() if "FIELD_KEYS" in env} == {"application-svc", "integration-gateway"}
    keys = {told[name]["FIELD_KEYS"].partition(":")[2] for name in ("application-svc", "integration-gateway")}
    assert len(keys) == 2, "no service has another one's key"
    assert {name for name, env in told.items() if "INDEX_KEY" in env} == {"application-svc"}
    assert {name for name, env in told.items() if "OTLP_TOKEN" in env} == {"reporting-svc"}
    assert len({env["DATABASE_URL"] for env in told.values()}) == 7
    assert len({env["OIDC_CLIENT_SECRET"] for env in told.values()}) == 7
    environment = told["risk-svc"]
    assert environment["DATABASE_URL"].startswith("postgresql://risk_svc:")
    assert environment["REPORTING_SVC_URL"] == "http://127.0.0.1:18107"
    assert environment["OTEL_EXPORTER_OTLP_ENDPOINT"] == "http://127.0.0.1:18107/v1/otlp"
    assert environment["PROVIDERS_URL"] == "http://127.0.0.1:18108"
    assert environment["ROOT_PATH"] == "/api/risk-svc"


def test_the_path_of_the_database_socket_is_short_however_deep_the_system_lies(tmp_path: Path) -> None:
    deep = Settings(var=tmp_path / ("x" * 200), port_base=65000)
    assert len(str(socket_directory(deep) / ".s.PGSQL.65009")) < 60


def test_the_lock_pins_the_broker_by_hash_and_names_no_address() -> None:
    pinned = jars.locked()
    assert "kafka_2.13-4.4.0.jar" in {jar.file_name for jar in pinned}
    assert len({jar.file_name for jar in pinned}) == len(pinned) > 40
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) for jar in pinned)
    assert "://" not in jars.LOCK.read_text()


def test_a_jar_that_is_absent_or_changed_is_unfit(tmp_path: Path) -> None:
    good = jars.Jar("org.example", "good", "1", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
    changed, absent = jars.Jar("org.example", "changed", "1", good.sha256), jars.Jar("a.b", "absent", "1", good.sha256)
    for jar, content in ((good, b"hello"), (changed, b"hellO")):
        jar.path(tmp_path).parent.mkdir(parents=True)
        jar.path(tmp_path).write_bytes(content)
    assert good.path(tmp_path) == tmp_path / "org/example/good/1/good-1.jar"
    assert jars.unfit((good, changed, absent), tmp_path) == (changed, absent)


def test_without_network_and_cache_the_way_out_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    lacking = r"\(45 of 45 jars missing, first: kafka_2\.13-4\.4\.0\.jar \([^()]+: Connection refused\)\)"
    with pytest.raises(
        CannotStart, match=rf"{lacking}.*Start once with a network.*or copy .*maven.*or set KAFKA_BOOTSTRAP"
    ):
        prepare(settings, secret_store.load(settings.var))


def test_an_event_is_shown_with_headers_and_indented_json() -> None:
    value = '{"application_id":"a-1","name":"信流"}'.encode()
    shown = render("application.submitted 0/7", [("ce_type", b"application.submitted")], b"a-1", value)
    assert shown == (
        'application.submitted 0/7 key=a-1\n  ce_type: application.submitted\n  {\n    "application_id": "a-1",\n'
        '    "name": "信流"\n  }\n\n'
    )
    assert "b'\\xff'" in render("t 0/0", [], None, b"\xff")
