"""The chart, rendered by helm itself: what it makes is valid, safe by default, and what the catalogue and the settings say."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from loan_contracts.access import TABLE
from loan_contracts.catalogue.grants import grants
from loan_contracts.messages import SERVICES, TOPICS

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from golden import SHOWN, golden, place
from tools import CHART, Resource, rendered, run, validator

pytestmark = pytest.mark.xdist_group("tools")

VALUES = Path(__file__).with_name("values.yaml")
TOLD = ("-f", str(VALUES))
SIZES = {size: ("-f", str(CHART / f"values-{size}.yaml"), *TOLD) for size in ("small", "medium", "large")}
VAULT = ("--set", "secrets.external.enabled=true,secrets.external.store.name=vault")
OWN_ENGINES = (
    *("--set", "kafka.strimzi.enabled=false,kafka.bootstrap=broker.example.com:9093,kafka.provide.enabled=true"),
    *("--set", "postgres.cloudnativepg.enabled=false"),
)
SIGN_IN = ("--set", "oidc.keycloak.enabled=true")
BARE = (
    "autoscaling.enabled=false,console.enabled=false,edge.enabled=false,network.enabled=false,observability.monitors.enabled=false,"
    "observability.dashboards.enabled=false,observability.collector.enabled=false"
)
RENDERS = {
    "as told": TOLD,
    **SIZES,
    "secrets of a vault": (*TOLD, *VAULT),
    "engines that are there": (*TOLD, *OWN_ENGINES, *VAULT),
    "nothing beside": (*TOLD, "--set", BARE),
    "an upgrade": (*TOLD, "--is-upgrade"),
    "sign-in of its own": (*TOLD, *SIGN_IN),
    "sign-in on engines that are there": (
        *(*TOLD, *OWN_ENGINES, *VAULT, *SIGN_IN),
        *("--set", "oidc.keycloak.database.host=db.example.com"),
    ),
    "a model": (*TOLD, "--set", "services.risk-svc.models.claim=models"),
}


def pods(resources: list[Resource]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pods of a release, by what makes them."""
    for resource in resources:
        if resource["kind"] in ("Deployment", "Job"):
            yield f"{resource['kind']} {resource['metadata']['name']}", resource["spec"]["template"]["spec"]


def containers(pod: dict[str, Any]) -> list[dict[str, Any]]:
    return [*pod.get("initContainers", ()), *pod["containers"]]


def by_name(resources: list[Resource], kind: str) -> dict[str, Resource]:
    return {each["metadata"]["name"]: each for each in resources if each["kind"] == kind}


@pytest.fixture(scope="module")
def told() -> list[Resource]:
    return rendered(*TOLD)


def test_helm_finds_no_fault() -> None:
    done = run("lint", "--strict", *TOLD)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", RENDERS)
def test_every_resource_is_valid(name: str) -> None:
    faults = []
    for resource in rendered(*RENDERS[name]):
        checks = validator(resource["apiVersion"], resource["kind"])
        assert checks is not None, f"there is no schema of {resource['apiVersion']} {resource['kind']}"
        for error in checks.iter_errors(resource):
            faults.append((resource["kind"], resource["metadata"]["name"], list(error.absolute_path), error.message))
    assert faults == []


@pytest.mark.parametrize("name", SHOWN)
def test_the_chart_renders_what_was_looked_at(name: str) -> None:
    """A change shows as a difference; once it is meant, `python tests/deploy/golden.py` writes it down."""
    assert golden(name) == place(name).read_text(encoding="utf-8")


def test_a_field_that_is_not_there_is_found(tmp_path: Path) -> None:
    """The schemas refuse what they do not name: a misspelt field of a built-in and of a custom resource."""
    chart = shutil.copytree(CHART, tmp_path / "xinliu")
    for file, right, wrong in (
        ("services.yaml", "terminationGracePeriodSeconds", "terminationGraceSeconds"),
        ("autoscaling.yaml", "cooldownPeriod", "coolDownPeriod"),
        ("postgres.yaml", "enableSuperuserAccess", "superuserAccess"),
        ("kafka.yaml", "patternType", "kindOfPattern"),
        ("keycloak.yaml", "keycloakCRName", "keycloakName"),
    ):
        path = chart / "templates" / file
        assert right in path.read_text()
        path.write_text(path.read_text().replace(right, wrong))
    faulty = {
        resource["kind"]
        for resource in rendered(*TOLD, *SIGN_IN, chart=chart)
        if (checks := validator(resource["apiVersion"], resource["kind"])) and any(checks.iter_errors(resource))
    }
    assert faulty == {"Deployment", "ScaledObject", "Cluster", "KafkaUser", "KeycloakRealmImport"}


@pytest.mark.parametrize("name", RENDERS)
def test_every_container_is_bounded_and_may_nothing_beyond_its_work(name: str) -> None:
    seen = 0
    for maker, pod in pods(rendered(*RENDERS[name])):
        assert pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"] > 0, maker
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}, maker
        assert pod["automountServiceAccountToken"] is False, maker
        for container in containers(pod):
            seen += 1
            assert container["resources"]["limits"].keys() >= {"cpu", "memory"}, maker
            assert container["resources"]["requests"].keys() >= {"cpu", "memory"}, maker
            may = container["securityContext"]
            assert may["readOnlyRootFilesystem"] and not may["allowPrivilegeEscalation"], maker
            assert may["capabilities"] == {"drop": ["ALL"]}, maker
            image, _, version = container["image"].rpartition(":")
            assert image and version and version != "latest", container["image"]
    assert seen >= 2 * len(SERVICES)


@pytest.mark.parametrize("name", RENDERS)
def test_no_secret_stands_in_a_release(name: str) -> None:
    resources = rendered(*RENDERS[name])
    assert not by_name(resources, "Secret")
    for maker, pod in pods(resources):
        for container in containers(pod):
            for variable in container.get("env", ()):
                if re.search(r"PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL", variable["name"]):
                    assert variable["valueFrom"]["secretKeyRef"].keys() == {"name", "key"}, (maker, variable["name"])
    for name, settings in by_name(resources, "ConfigMap").items():
        held = [variable for variable in settings["data"] if re.search(r"PASSWORD|SECRET|TOKEN|_KEYS?$", variable)]
        assert held == [], name


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("name", ["as told", "engines that are there", "a model"])
def test_a_service_is_told_only_what_its_settings_know_and_all_they_demand(name: str, service: str) -> None:
    resources = rendered(*RENDERS[name])
    fields = import_module(f"{service.replace('-', '_')}.settings").Settings.model_fields
    settings = by_name(resources, "ConfigMap")[service]["data"]
    for component in ("api", "worker"):
        pod = by_name(resources, "Deployment")[f"{service}-{component}"]["spec"]["template"]["spec"]
        [container] = pod["containers"]
        assert container["args"] == [component]
        told = {variable.lower() for variable in settings} | {each["name"].lower() for each in container["env"]}
        assert told - set(fields) == set(), "unknown to the service"
        assert {field for field, is_ in fields.items() if is_.is_required()} - told == set(), "demanded by the service"


def test_every_service_has_its_files_and_nobody_else(told: list[Resource]) -> None:
    assert {path.stem for path in (CHART / "services").iterdir()} == set(SERVICES)
    for service in SERVICES:
        assert len((CHART / "services" / f"{service}.yaml").read_text().splitlines()) <= 20
    made = by_name(told, "Deployment")
    parts = {f"{name}-{part}" for name in SERVICES for part in ("api", "worker")}
    assert made.keys() - {"otel-collector"} == {*parts, "console"}
    disrupted = by_name(told, "PodDisruptionBudget")
    assert disrupted.keys() == made.keys() - {"otel-collector"}


def test_compose_and_chart_tell_a_service_the_same(told: list[Resource], root: Path) -> None:
    parts = yaml.safe_load((root / "docker-compose.yml").read_text())["services"]
    here_alone = {"KAFKA_SASL_MECHANISM", "KAFKA_CA_FILE", "DOCUMENT_STORE_REGION"}
    here_alone |= {"DOCUMENT_STORE_KEY_ID", "DOCUMENT_STORE_SECRET"}  # a folder is enough on one machine
    for service in SERVICES:
        pod = by_name(told, "Deployment")[f"{service}-api"]["spec"]["template"]["spec"]
        names = {each["name"] for each in pod["containers"][0]["env"]} | by_name(told, "ConfigMap")[service][
            "data"
        ].keys()
        there_alone = {"MODELS_DIR"} if service == "risk-svc" else set()  # where a volume with a model is named
        assert names - here_alone == set(parts[service]["environment"]) - there_alone, service


def test_the_bus_is_told_what_the_catalogue_says(told: list[Resource]) -> None:
    assert by_name(told, "KafkaTopic").keys() == set(TOPICS)
    given = set()
    for name, user in by_name(told, "KafkaUser").items():
        assert user["spec"]["authentication"] == {"type": "scram-sha-512"}
        assert user["spec"]["authorization"]["type"] == "simple"
        for right in user["spec"]["authorization"]["acls"]:
            resource = right["resource"]
            assert resource["patternType"] == "literal"
            given |= {(name, resource["type"].upper(), resource["name"], act.upper()) for act in right["operations"]}
    assert given == {(g.principal, g.resource, g.name, g.operation) for g in grants()}
    [bus] = by_name(told, "Kafka").values()
    [door] = bus["spec"]["kafka"]["listeners"]
    assert door["tls"] and door["authentication"] == {"type": "scram-sha-512"}
    assert bus["spec"]["kafka"]["authorization"] == {"type": "simple"}
    assert bus["spec"]["kafka"]["config"]["auto.create.topics.enable"] is False
    [pool] = by_name(told, "KafkaNodePool").values()
    assert pool["metadata"]["labels"]["strimzi.io/cluster"] == bus["metadata"]["name"]
    assert pool["spec"]["roles"] == ["controller", "broker"]


def test_the_realm_of_a_cluster_has_roles_and_clients_but_nobody_with_a_password_of_ours() -> None:
    resources = rendered(*RENDERS["sign-in of its own"])
    [imported] = by_name(resources, "KeycloakRealmImport").values()
    [server] = by_name(resources, "Keycloak").values()
    assert imported["spec"]["keycloakCRName"] == server["metadata"]["name"]
    realm = imported["spec"]["realm"]
    assert {role["name"] for role in realm["roles"]["realm"]} == {role.name for role in TABLE}
    assert {client["clientId"] for client in realm["clients"]} == {"console", "borrower-app", "channel", *SERVICES}
    assert {user["serviceAccountClientId"] for user in realm["users"]} == {"channel", *SERVICES}
    assert not [user for user in realm["users"] if "credentials" in user]
    [console] = [client for client in realm["clients"] if client["clientId"] == "console"]
    assert console["redirectUris"] == ["https://loans.example.com/*"]
    left_open = set(re.findall(r"\$\{(\w+)\}", json.dumps(realm)))
    assert left_open == set(imported["spec"]["placeholders"]) and "CHANNEL_CLIENT_SECRET" in left_open
    issuer = by_name(resources, "ConfigMap")["risk-svc"]["data"]["OIDC_ISSUER"]
    assert issuer == server["spec"]["hostname"]["hostname"] + "/realms/" + realm["realm"]
    [reached] = by_name(resources, "HTTPRoute")["keycloak"]["spec"]["rules"]
    assert "/auth/admin" not in [match["path"]["value"] for match in reached["matches"]]


def test_a_service_hears_only_whom_it_must(told: list[Resource]) -> None:
    policies = by_name(told, "NetworkPolicy")
    assert policies.keys() == {*SERVICES, "console"}
    console = policies.pop("console")["spec"]
    assert console["egress"] == [] and [rule["ports"] for rule in console["ingress"]] == [
        [{"port": "http", "protocol": "TCP"}]
    ]
    heard = {
        name: {
            source["podSelector"]["matchLabels"]["app.kubernetes.io/name"]
            for rule in policy["spec"]["ingress"]
            for source in rule["from"]
            if "podSelector" in source
        }
        for name, policy in policies.items()
    }
    expected = {name: set() for name in SERVICES} | {
        "application-svc": {"integration-gateway"},
        "postloan-svc": {"integration-gateway"},
        "reporting-svc": {"otel-collector"},
    }
    assert heard == expected
    for name, policy in policies.items():
        assert policy["spec"]["policyTypes"] == ["Ingress", "Egress"]
        database = [
            to["podSelector"]["matchLabels"]["cnpg.io/cluster"]
            for rule in policy["spec"]["egress"]
            for to in rule["to"]
            if "cnpg.io/cluster" in to.get("podSelector", {}).get("matchLabels", {})
        ]
        assert database == [f"{name}-db"]


def test_only_the_api_is_reached_from_outside(told: list[Resource]) -> None:
    routes = by_name(told, "HTTPRoute")
    pages, closed = routes.pop("console")["spec"]["rules"]
    assert [match["path"]["value"] for match in pages["matches"]] == ["/"]
    assert {match["path"]["value"] for match in closed["matches"]} == {"/api", "/auth"} and "backendRefs" not in closed
    for service, route in routes.items():
        reached = [rule for rule in route["spec"]["rules"] if rule.get("backendRefs")]
        assert [rule["matches"][0]["path"]["value"] for rule in reached] == [f"/api/{service}/v1"]
    [closed] = [
        rule for rule in by_name(told, "HTTPRoute")["reporting-svc"]["spec"]["rules"] if "backendRefs" not in rule
    ]
    assert closed["matches"][0]["path"]["value"] == "/api/reporting-svc/v1/otlp"


def test_the_tables_are_there_before_what_reads_them() -> None:
    """The first time by each pod, one at a time by a lock; later by a job before the upgrade."""
    first, later = rendered(*TOLD), rendered(*RENDERS["an upgrade"])
    for service in SERVICES:
        pod = by_name(first, "Deployment")[f"{service}-api"]["spec"]["template"]["spec"]
        assert [container["args"] for container in pod["initContainers"]] == [["migrate"]]
        pod = by_name(later, "Deployment")[f"{service}-api"]["spec"]["template"]["spec"]
        assert "initContainers" not in pod
        job = by_name(later, "Job")[f"{service}-migrate"]
        assert job["metadata"]["annotations"]["helm.sh/hook"] == "pre-upgrade"
        assert job["spec"]["template"]["spec"]["containers"][0]["args"] == ["migrate"]


def test_a_process_has_time_to_finish(told: list[Resource]) -> None:
    for service in SERVICES:
        for component in ("api", "worker"):
            deployment = by_name(told, "Deployment")[f"{service}-{component}"]["spec"]
            pod = deployment["template"]["spec"]
            [container] = pod["containers"]
            drain = container["lifecycle"]["preStop"]["sleep"]["seconds"]
            assert pod["terminationGracePeriodSeconds"] >= drain + 30
            assert deployment["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
            assert {"startupProbe", "livenessProbe", "readinessProbe"} <= container.keys()


def test_workers_are_not_more_than_partitions() -> None:
    for size, options in SIZES.items():
        resources = rendered(*options, "--set", "autoscaling.enabled=true")
        partitions = {t["spec"]["partitions"] for n, t in by_name(resources, "KafkaTopic").items() if "dead" not in n}
        assert len(partitions) == 1
        [most] = partitions
        scaled = by_name(resources, "ScaledObject")
        for service in SERVICES:
            assert scaled[f"{service}-worker"]["spec"]["maxReplicaCount"] <= most, size


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("host=", "host"),
        ("image.registry=", "image.registry"),
        ("edge.gateway.name=", "edge.gateway.name"),
        ("services.integration-gateway.settings.PROVIDERS_URL=", "services.integration-gateway.settings.PROVIDERS_URL"),
        ("services.integration-gateway.settings.PROVIDER_ROWS=", "services.integration-gateway.settings.PROVIDER_ROWS"),
        ("postgres.cloudnativepg.backup.destination=", "backup.destination"),
        ("kafka.strimzi.enabled=false", "kafka.bootstrap"),
    ],
)
def test_what_must_be_told_is_asked_for_by_its_name(option: str, said: str) -> None:
    done = run("template", *TOLD, "--set", option)
    assert done.returncode != 0 and said in done.stderr, done.stderr


def test_alerts_ask_for_metrics_that_there_are_and_have_their_page(root: Path) -> None:
    from integration_gateway.clients import outbound
    from loan_servicekit.telemetry import metrics

    known = {"up"}
    for collector in (*vars(metrics).values(), *vars(outbound).values()):
        for family in getattr(collector, "describe", list)() if not isinstance(collector, type) else ():
            suffixes = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count")}.get(family.type, ("",))
            known |= {family.name + suffix for suffix in suffixes}
    page = (root / "docs" / "operations" / "alerts.md").read_text()
    rules = yaml.safe_load((CHART / "files" / "alerts.yaml").read_text())["groups"][0]["rules"]
    for rule in rules:
        asked = set(re.findall(r"\b([a-z]+(?:_[a-z]+)+|up)\b(?=[{\[ )])", rule["expr"]))
        assert asked and asked <= known, rule["alert"]
        assert f"## {rule['alert']}\n" in page
        assert rule["annotations"]["runbook"] == f"docs/operations/alerts.md#{rule['alert'].lower()}"
    assert len(rules) == len(re.findall(r"^## ", page, re.MULTILINE))


def test_the_dashboard_is_that_of_compose(root: Path) -> None:
    held = json.loads((root / "deploy" / "compose" / "grafana" / "dashboards" / "xinliu.json").read_text())
    assert json.loads((CHART / "files" / "dashboard.json").read_text()) == held
