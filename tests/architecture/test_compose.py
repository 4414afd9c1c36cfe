"""docker-compose.yml and what it mounts: complete, true to the settings of the services, and without a secret of its own."""

import json
import re
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from loan_contracts.access import ROLES, role_of_client
from loan_contracts.messages import SERVICES
from loan_devstack.database.postgres import PARAMETERS
from loan_devstack.origin.people import PEOPLE
from loan_devstack.running.system import TEMPLATES
from loan_servicekit.telemetry import metrics

SECRET = re.compile(r"PASSWORD|SECRET|TOKEN|_KEYS?$|^KEYS?$")
VARIABLE = re.compile(r"\$\{(\w+)(?::?([?-])([^}]*))?\}")
JOBS = ("simulator", "dataset", "train", "topics")
PROFILES = {
    "console": {"console"},
    "simulator": {"simulator"},
    "observability": {"otel-collector", "jaeger", "prometheus", "grafana"},
}
UNASKED = {"otel-collector", "jaeger"}  # their images hold nothing that could ask them
INFRASTRUCTURE = (
    "console",
    "edge",
    "postgres",
    "kafka",
    "keycloak",
    "otel-collector",
    "jaeger",
    "prometheus",
    "grafana",
)


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "docker-compose.yml").read_text()


@pytest.fixture(scope="module")
def parts(text: str) -> dict[str, Any]:
    """The services of the file by name."""
    return dict(yaml.safe_load(text)["services"])


@pytest.fixture(scope="module")
def realm(root: Path) -> dict[str, Any]:
    return dict(json.loads((root / "deploy" / "keycloak" / "realm.json").read_text()))


def test_the_whole_system_is_there(parts: dict[str, Any]) -> None:
    expected = {*SERVICES, *(f"{service}-migrate" for service in SERVICES), *JOBS, *INFRASTRUCTURE}
    assert set(parts) == expected


def test_the_journal_is_kept_as_in_the_embedded_system(parts: dict[str, Any]) -> None:
    told = {word.partition("=")[0]: word.partition("=")[2] for word in parts["postgres"]["command"] if "=" in word}
    assert told == {name: PARAMETERS[name] for name in told}
    assert {"max_wal_size", "checkpoint_timeout", "wal_compression"} <= told.keys()


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_has_its_image_its_database_and_its_migration(parts: dict[str, Any], service: str) -> None:
    part, package = parts[service], service.replace("-", "_")
    assert part["build"] == {"context": ".", "dockerfile": "services/Dockerfile", "args": {"SERVICE": service}}
    assert part["environment"]["ROOT_PATH"] == f"/api/{service}"
    address = part["environment"]["DATABASE_URL"]
    assert re.fullmatch(
        rf"postgresql://{package}:\$\{{{package.upper()}_DB_PASSWORD:\?[^}}]*\}}@postgres:5432/{package}", address
    )
    assert "/health/ready" in str(part["healthcheck"]["test"])
    assert part["depends_on"][f"{service}-migrate"] == {"condition": "service_completed_successfully"}
    job = parts[f"{service}-migrate"]
    assert (job["image"], job["command"], job["environment"]) == (part["image"], ["migrate"], part["environment"])


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_told_only_what_its_settings_know_and_all_they_demand(parts: dict[str, Any], service: str) -> None:
    fields = import_module(f"{service.replace('-', '_')}.settings").Settings.model_fields
    told = {name.lower() for name in parts[service]["environment"]}
    assert told - set(fields) == set(), "unknown to the service"
    assert {name for name, field in fields.items() if field.is_required()} - told == set(), "demanded by the service"


def test_the_simulator_is_told_the_only_profile_in_which_it_starts(parts: dict[str, Any]) -> None:
    assert parts["simulator"]["environment"]["PROFILE"] == "development"


def test_customers_are_told_the_texts_of_the_embedded_system(parts: dict[str, Any]) -> None:
    rows = json.loads(parts["integration-gateway"]["environment"]["PROVIDER_ROWS"])
    assert rows["tencent"]["sms_templates"] == TEMPLATES


def test_no_secret_stands_in_the_file(parts: dict[str, Any]) -> None:
    for name, part in parts.items():
        for variable, value in (part.get("environment") or {}).items():
            if SECRET.search(variable):
                assert re.fullmatch(r"\$\{\w+:\?[^}]+\}", value), f"{name} {variable}"
            else:
                assert not re.search(r"://[^/:@]+:[^$@/]+@", str(value)), f"{name} {variable}"


def test_every_demanded_variable_is_drawn_and_every_drawn_one_is_used(root: Path, text: str, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    for _ in range(2):
        subprocess.run(["sh", str(root / "deploy" / "compose" / "env.sh"), str(file)], check=True)
    lines = file.read_text().splitlines()
    drawn = dict(line.split("=", 1) for line in lines)
    assert len(drawn) == len(lines), "a second run adds nothing"
    demanded = {name for name, kind, _ in VARIABLE.findall(text) if kind != "-"}
    assert set(drawn) == demanded | {"COMPOSE_PROFILES"}
    assert set(drawn["COMPOSE_PROFILES"].split(",")) == set(PROFILES)
    secrets = {name: value for name, value in drawn.items() if SECRET.search(name)}
    assert len(set(secrets.values())) == len(secrets) and all(len(value) >= 44 for value in secrets.values())
    assert file.stat().st_mode & 0o077 == 0


def test_everything_that_is_mounted_exists(root: Path, parts: dict[str, Any]) -> None:
    mounted = [volume.split(":")[0] for part in parts.values() for volume in part.get("volumes", ())]
    files = [path for path in mounted if path.startswith("./")]
    assert len(files) >= 7
    assert [path for path in files if not (root / path).exists()] == []


def test_only_this_machine_reaches_the_published_ports(parts: dict[str, Any]) -> None:
    published = [port for part in parts.values() for port in part.get("ports", ())]
    assert published and all(str(port).startswith("127.0.0.1:") for port in published)


def test_the_system_needs_nothing_of_a_profile(parts: dict[str, Any]) -> None:
    told = {name: set(part.get("profiles", ())) for name, part in parts.items()}
    assert {profile: {name for name in told if profile in told[name]} for profile in PROFILES} == PROFILES
    assert set().union(*told.values()) == set(PROFILES)
    for name, part in parts.items():
        assert all(told[other] <= told[name] for other in part.get("depends_on", ())), name


def test_nothing_runs_with_more_than_it_needs(parts: dict[str, Any]) -> None:
    for name, part in parts.items():
        assert part["cap_drop"] == ["ALL"] and part["security_opt"] == ["no-new-privileges:true"], name
        assert part["mem_limit"] and part["pids_limit"] and part["logging"]["options"]["max-size"], name
        assert not {"privileged", "user", "network_mode", "pid", "ipc", "devices"} & part.keys(), name
        assert part.get("read_only", False) == ("build" in part), name
    assert {name for name, part in parts.items() if "cap_add" in part} == {"edge", "postgres"}


def test_what_goes_on_running_is_started_again_and_asked_whether_it_is_well(parts: dict[str, Any]) -> None:
    for name, part in parts.items():
        if name in {*SERVICES, *INFRASTRUCTURE, "simulator"}:
            assert part["restart"] == "unless-stopped", name
            assert ("healthcheck" in part) == (name not in UNASKED), name
        else:
            assert "restart" not in part and "healthcheck" not in part, name


def test_what_ours_write_belongs_to_them_in_the_image(root: Path, parts: dict[str, Any]) -> None:
    """An empty volume takes the owner of the folder that it covers."""
    made = re.search(
        r"install -d ((?:-[og] \S+ )+)(.+?)(?: \\)?$", (root / "services" / "Dockerfile").read_text(), re.M
    )
    assert made and made[1].split() == ["-o", "xinliu", "-g", "xinliu"]
    mounted = [volume.split(":") for part in parts.values() if "build" in part for volume in part.get("volumes", ())]
    assert {target for _, target, *_ in mounted} == set(made[2].split())


def test_every_image_is_pinned_to_a_version(parts: dict[str, Any]) -> None:
    for name, part in parts.items():
        if "build" not in part:
            assert re.fullmatch(r"[a-z./-]+:v?\d[\w.-]*", part["image"]), name


def test_databases_are_made_for_every_service(root: Path) -> None:
    script = (root / "deploy" / "compose" / "postgres" / "databases.sh").read_text()
    made = re.search(r"^for name in (.+); do$", script, re.MULTILINE)
    assert made and set(made[1].split()) == {*(service.replace("-", "_") for service in SERVICES), "keycloak"}


def test_the_edge_and_the_metrics_know_every_service(root: Path) -> None:
    edge = (root / "deploy" / "compose" / "edge" / "default.conf.template").read_text()
    named = re.search(r"\(\?<service>([^)]+)\)", edge)
    assert named and set(named[1].split("|")) == set(SERVICES)
    scraped = yaml.safe_load((root / "deploy" / "compose" / "prometheus" / "prometheus.yml").read_text())
    targets = scraped["scrape_configs"][0]["static_configs"][0]["targets"]
    assert set(targets) == {f"{service}:8000" for service in SERVICES}


def test_the_dashboard_asks_for_metrics_that_there_are(root: Path) -> None:
    known = {"up"}
    for collector in vars(metrics).values():
        for family in getattr(collector, "describe", list)() if not isinstance(collector, type) else ():
            suffixes = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count")}.get(family.type, ("",))
            known |= {family.name + suffix for suffix in suffixes}
    board = json.loads((root / "deploy" / "compose" / "grafana" / "dashboards" / "xinliu.json").read_text())
    expressions = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    asked = {word for expression in expressions for word in re.findall(r"\b([a-z]+(?:_[a-z]+)+|up)\{?", expression)}
    assert asked - {"histogram_quantile"} <= known
    assert len(board["panels"]) >= 8


def test_every_yaml_file_reads(root: Path) -> None:
    for path in (root / "deploy").rglob("*.y*ml"):
        if path.parent.name == "templates":  # helm reads them first: tests/deploy
            continue
        assert yaml.safe_load(path.read_text()), path


def test_the_realm_has_the_roles_of_the_permission_table(realm: dict[str, Any]) -> None:
    assert {role["name"] for role in realm["roles"]["realm"]} == set(ROLES)


def test_the_realm_has_the_people_of_the_embedded_issuer(realm: dict[str, Any]) -> None:
    people = {user["id"]: user for user in realm["users"] if "serviceAccountClientId" not in user}
    assert set(people) == set(PEOPLE)
    for person in PEOPLE.values():
        user = people[person.id]
        assert (user["username"], user["firstName"], tuple(user["realmRoles"])) == (
            person.id,
            person.name,
            person.roles,
        )
        assert user["attributes"] == {"branch": [person.branch]}


def test_the_realm_has_the_clients_of_the_embedded_issuer(realm: dict[str, Any]) -> None:
    clients = {client["clientId"]: client for client in realm["clients"]}
    assert set(clients) == {"console", "borrower-app", "channel", *SERVICES}
    accounts = {user["serviceAccountClientId"]: user for user in realm["users"] if "serviceAccountClientId" in user}
    assert set(accounts) == set(clients) - {"console", "borrower-app"}
    for name, account in accounts.items():
        assert (account["id"], account["realmRoles"]) == (name, [role_of_client(name)])
    for public in (clients["console"], clients["borrower-app"]):
        assert public["publicClient"] and public["attributes"]["pkce.code.challenge.method"] == "S256"
    for client in clients.values():
        claims = {mapper["config"].get("claim.name") for mapper in client["protocolMappers"]}
        assert {"roles", "branch", "customer_id", "name"} <= claims
        assert any(m["config"].get("included.custom.audience") == "xinliu" for m in client["protocolMappers"])


def test_the_realm_holds_no_secret_and_gets_every_value_from_its_environment(
    realm: dict[str, Any], parts: dict[str, Any]
) -> None:
    secrets = [client["secret"] for client in realm["clients"] if "secret" in client]
    secrets += [credential["value"] for user in realm["users"] for credential in user.get("credentials", ())]
    assert secrets and all(re.fullmatch(r"\$\{\w+\}", secret) for secret in secrets)
    asked = set(re.findall(r"\$\{(\w+)\}", json.dumps(realm)))
    assert asked <= set(parts["keycloak"]["environment"])
