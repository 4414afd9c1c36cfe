"""What a package imports, its pyproject.toml declares: an image installs what is declared and nothing else."""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from loan_contracts.messages import SERVICES

LIBRARIES = ("contracts", "datasets", "papers", "partner", "schedules", "servicekit", "devstack", "replay")
OWN = tuple(f"loan-{library}" for library in LIBRARIES)
PROVIDERS = packages_distributions()


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def project(root: Path, folder: str) -> dict[str, Any]:
    return dict(tomllib.loads((root / folder / "pyproject.toml").read_text())["project"])


def declared(root: Path, folder: str) -> set[str]:
    """Requirements of a package, with those of our own packages that it builds on."""
    found = set(project(root, folder)["dependencies"])
    for requirement in list(found):
        if requirement in OWN:
            found |= declared(root, f"libs/{requirement.removeprefix('loan-')}")
    return found


def installed_with(requirements: set[str]) -> set[str]:
    """Names of all distributions that come with the requirements, by what the installed ones say of themselves."""
    found: set[str] = set()
    waiting = [Requirement(requirement) for requirement in requirements]
    while waiting:
        wanted = waiting.pop()
        name = normal(wanted.name)
        key = name + "".join(sorted(wanted.extras))
        if key in found or name in OWN:
            continue
        found |= {name, key}
        try:
            needs = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue
        extras = [{"extra": extra} for extra in ("", *wanted.extras)]
        waiting += [need for need in needs if not need.marker or any(need.marker.evaluate(extra) for extra in extras)]
    return found


def imports(root: Path, folder: str) -> Iterator[tuple[Path, str]]:
    """Modules that the sources of a package import, tests and their support left out."""
    for path in sorted((root / folder / "src").rglob("*.py")):
        if "testing" in path.parts or path.stem == "testing":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield path, node.module


@pytest.mark.parametrize(
    "folder", [*(f"libs/{name}" for name in LIBRARIES), *(f"services/{name}" for name in SERVICES)]
)
def test_every_import_is_declared(root: Path, folder: str) -> None:
    requirements = declared(root, folder)
    names = installed_with(requirements) | (requirements & set(OWN))
    own = normal(project(root, folder)["name"])
    missing = set()
    for path, module in imports(root, folder):
        top = module.partition(".")[0]
        if top in sys.stdlib_module_names or normal(top) == own:
            continue
        if not {normal(name) for name in PROVIDERS.get(top, [top])} & names:
            missing.add(f"{path.relative_to(root)} imports {module}")
        if module.startswith("sqlalchemy.ext.asyncio") and "greenlet" not in names:
            missing.add(f"{path.relative_to(root)} needs sqlalchemy[asyncio]")
    assert sorted(missing) == []


@pytest.mark.parametrize(
    "folder", [*(f"libs/{name}" for name in LIBRARIES), *(f"services/{name}" for name in SERVICES)]
)
def test_every_declared_package_is_in_the_lock(root: Path, folder: str) -> None:
    locked = {
        normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", (root / "requirements.lock").read_text(), re.M)
    }
    names = {normal(Requirement(requirement).name) for requirement in declared(root, folder)}
    assert names - locked - set(OWN) == set()


@pytest.mark.parametrize("folder", ["web/console", "web/console/tools/api"])
def test_a_lock_of_node_pins_by_digest_and_names_no_address(root: Path, folder: str) -> None:
    written = (root / folder / "package-lock.json").read_text()
    packages = [each for path, each in json.loads(written)["packages"].items() if path]
    assert packages and all(each["integrity"].startswith("sha512-") for each in packages)
    assert "://" not in written, "drop what `npm install` writes of `funding` and `resolved`"
