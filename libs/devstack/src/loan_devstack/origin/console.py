"""How the console's pages are built: by the system's Node, or by that of a wheel where the system has none.

Built again where its sources have changed, and not otherwise. A machine that cannot build it runs everything else.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

OLDEST = (20, 19)
TAKES_S = 600
BUILT_FROM, INSTALLED_FROM = "dist/.built-from", "node_modules/.installed-from"
LEFT_OUT = frozenset({"node_modules", "dist", ".openapi", "tests"})
NODE_WHEEL = "node.requirements"
PATIENCE = "--fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=2000 --fetch-timeout=60000"
INSTALL = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", *PATIENCE.split())


class CannotBuild(Exception):
    """Why there will be no console; the message is for people."""


def build(source: Path, say: Callable[[str], None]) -> bool:
    """Brings `dist` of the console's folder up to date, and says whether it is. It says why where it cannot be."""
    if not (source / "package.json").exists():
        return False
    if is_built(source):
        return True
    try:
        say("The console's pages are built; that takes half a minute the first time.")
        install(source)
        _run(["npm", "run", "--silent", "build"], source, "its pages could not be built")
    except CannotBuild as reason:
        say(f"There is no console: {reason}. Everything else runs; its API is at /services.")
        return False
    (source / BUILT_FROM).write_text(fingerprint(source))
    return True


def is_built(source: Path) -> bool:
    """Whether `dist` was made from the sources that are there."""
    return _says(source / BUILT_FROM) == fingerprint(source)


def install(source: Path) -> None:
    """The packages of the lock, where they are not there yet. Raises CannotBuild."""
    wanted = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()
    if _says(source / INSTALLED_FROM) == wanted:
        return
    _run(["npm", *INSTALL], source, "npm could not install its packages; is there a registry that answers?")
    (source / INSTALLED_FROM).write_text(wanted)


def fingerprint(source: Path) -> str:
    """A hash of everything that the pages are made of."""
    made = hashlib.sha256()
    for file in sorted(_sources(source)):
        made.update(f"{file.relative_to(source)}\0".encode())
        made.update(file.read_bytes())
    return made.hexdigest()


def _sources(source: Path) -> Iterator[Path]:
    for path in source.iterdir():
        if path.name in LEFT_OUT:
            continue
        if path.is_file():
            yield path
        else:
            yield from (file for file in path.rglob("*") if file.is_file() and not LEFT_OUT & set(file.parts))


def _says(file: Path) -> str:
    return file.read_text() if file.is_file() else ""


def _run(command: list[str], source: Path, otherwise: str) -> None:
    environment = with_node(source)
    try:
        ended = subprocess.run(
            command, cwd=source, env=environment, capture_output=True, text=True, timeout=TAKES_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotBuild(f"{otherwise} ({' '.join(command[:2])} took longer than {TAKES_S} s)") from None
    if ended.returncode:
        said = [line for line in (ended.stderr + ended.stdout).splitlines() if line.strip()]
        raise CannotBuild(f"{otherwise} ({said[0] if said else f'exit code {ended.returncode}'})")


def with_node(source: Path) -> Mapping[str, str]:
    """The environment in which `node` and `npm` are found. Raises CannotBuild where there is none."""
    environment = dict(os.environ)
    if _fits(shutil.which("node")) and shutil.which("npm"):
        return environment
    scripts = Path(sys.executable).parent
    if not _fits(str(scripts / "node")):
        _fetch_node(source)
    return environment | {"PATH": f"{scripts}{os.pathsep}{environment.get('PATH', '')}"}


def _fits(node: str | None) -> bool:
    """Whether there is such a program, new enough."""
    if node is None or not Path(node).exists():
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", told)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST


def _fetch_node(source: Path) -> None:
    fetch = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    wanted = ["--require-hashes", "--requirement", str(source / NODE_WHEEL)]
    if subprocess.run([*fetch, *wanted], capture_output=True, check=False).returncode:
        raise CannotBuild("there is no Node 20.19 or newer, and its wheel could not be fetched")
