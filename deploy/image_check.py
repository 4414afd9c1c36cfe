"""`python deploy/image_check.py SERVICE`: follows services/Dockerfile here, without an engine, and starts it.

The instructions of the file themselves are followed in an empty folder: what it copies is copied (less what the
.dockerignore leaves out), what it runs to install is run, and its entry point is started with an environment that holds
nothing else. So a file that the image would miss shows. Not followed are the base, its packages and users. With --sbom
FILE what was installed is written as a bill of materials (CycloneDX).
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCKERFILE = ROOT / "services" / "Dockerfile"
LEFT_OUT = ("tests", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", "*.egg-info")
_AROUND = dict(os.environ)  # noqa: TID251 - how this machine reaches its package index
SBOM_TOOL = "cyclonedx-bom==7.5.0"
KEY = "k1:" + "A" * 43 + "="
# What a service demands to be told; nothing answers at these addresses.
TOLD = {
    "PROFILE": "development",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
    "KAFKA_BOOTSTRAP": "127.0.0.1:1",
    "KAFKA_SECURITY_PROTOCOL": "PLAINTEXT",
    "OIDC_ISSUER": "http://127.0.0.1:1",
    "INDEX_KEY": "A" * 43 + "=",
    **dict.fromkeys(("FIELD_KEYS", "CONTRACT_SEAL_KEYS", "ORDER_SEAL_KEYS", "EVIDENCE_KEYS"), KEY),
    **dict.fromkeys(("PROVIDERS_URL", "APPLICATION_SVC_URL", "POSTLOAN_SVC_URL"), "http://127.0.0.1:1"),
}


def main() -> int:
    """The exit code: 0 where the service describes itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("service", help="a folder below services/")
    parser.add_argument("--sbom", type=Path, help="where to write the bill of materials")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xinliu-image-") as folder:
        image = Path(folder)
        environment = build(image, told.service)
        describe(image, told.service, environment)
        if told.sbom:
            bill_of_materials(image, told.sbom.resolve())
    return 0


def build(image: Path, service: str) -> dict[str, str]:
    """Follows the first stage; the environment that the final one gives."""
    environment = {"SERVICE": service, "HOME": str(image), "PATH": _AROUND["PATH"], **_ways_out()}
    first, final = re.split(r"^FROM .*$", DOCKERFILE.read_text(), flags=re.MULTILINE)[1:]
    (image / "app").mkdir()
    for kind, text in instructions(first):
        if kind == "COPY":
            source, target = (part.replace("${SERVICE}", service) for part in text.split())
            copy(ROOT / source, image / "app" / target)
        elif kind == "RUN":
            done = subprocess.run(["sh", "-c", placed(text, image)], cwd=image / "app", env=environment)
            if done.returncode:
                raise SystemExit(f"of the image of {service} this fails: {text}")
    values = dict(re.findall(r"(\w+)=(\S+)", next(text for kind, text in instructions(final) if kind == "ENV")))
    given = {name: placed(value, image).replace("${SERVICE}", service) for name, value in values.items()}
    return given | {"PATH": given["PATH"].replace("$PATH", os.defpath), "HOME": str(image)}


def instructions(stage: str) -> Iterator[tuple[str, str]]:
    """Those of a stage, each on one line."""
    for line in re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", stage, flags=re.MULTILINE)).splitlines():
        kind, _, text = line.partition(" ")
        if kind:
            yield kind, text.strip()


def placed(text: str, image: Path) -> str:
    """A command or value whose paths lie in the folder of the image."""
    with_python = text.replace("python -m venv", f"{sys.executable} -m venv").replace(
        'pip install "$(', f'{image}/opt/venv/bin/pip install --quiet "$('
    )
    return (
        with_python.replace("uv pip", f"{image}/opt/venv/bin/uv pip")
        .replace("/opt/venv", f"{image}/opt/venv")
        .replace(f"{image}{image}", str(image))
    )


def copy(source: Path, target: Path) -> None:
    """A file or a folder, less what the .dockerignore leaves out."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFT_OUT))
    else:
        shutil.copy(source, target if target.suffix else target / source.name)


def say(line: str) -> None:
    """To whoever called."""
    sys.stdout.write(f"{line}\n")


def command(*mode: str) -> list[str]:
    """The entry point of the image with a mode."""
    entry = next(text for kind, text in instructions(DOCKERFILE.read_text()) if kind == "ENTRYPOINT")
    return [*json.loads(entry), *mode]


def describe(image: Path, service: str, environment: Mapping[str, str]) -> None:
    """The service builds all of itself and says what its API is like; the simulator says how it is called."""
    told = TOLD | {"DOCUMENT_STORE_URL": (image / "documents").as_uri()} | dict(environment)
    place = image / "app" / "services" / service
    if service == "provider-simulator":
        done = subprocess.run(command("--help"), cwd=place, env=told, capture_output=True, text=True)
    else:
        done = subprocess.run(command("openapi"), cwd=place, env=told, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{service} does not start:\n{done.stderr}")
    if service == "provider-simulator":
        say(f"{service}: starts")
        return
    migrations = len(list((place / "migrations" / "versions").glob("*.py")))
    if not migrations:
        raise SystemExit(f"{service} has no migrations")
    say(f"{service}: {len(json.loads(done.stdout)['paths'])} paths, {migrations} migrations")


def bill_of_materials(image: Path, target: Path) -> None:
    """What stands in the image's environment; the tool stands in one of its own."""
    tool = image / "sbom"
    subprocess.run([sys.executable, "-m", "venv", str(tool)], check=True)
    subprocess.run([str(tool / "bin" / "pip"), "install", "--quiet", SBOM_TOOL], check=True)
    told = ["environment", str(image / "opt" / "venv" / "bin" / "python"), "--output-reproducible", "-o", str(target)]
    subprocess.run([str(tool / "bin" / "cyclonedx-py"), *told], check=True)
    say(f"{target}: {len(json.loads(target.read_text())['components'])} components")


def _ways_out() -> dict[str, str]:
    """How this machine reaches its package index, for pip and uv alike."""
    names = re.compile(r"^(PIP_|UV_|HTTPS?_PROXY|NO_PROXY|SSL_CERT)", re.IGNORECASE)
    found = {name: value for name, value in _AROUND.items() if names.match(name)}
    for ours, theirs in (
        ("PIP_CERT", "SSL_CERT_FILE"),
        ("PIP_INDEX_URL", "UV_DEFAULT_INDEX"),
        ("PIP_FIND_LINKS", "UV_FIND_LINKS"),
    ):
        if ours in found:
            found.setdefault(theirs, found[ours])
    return found


if __name__ == "__main__":
    sys.exit(main())
