"""The jars of the Kafka broker: which ones, pinned by SHA-256 in `kafka.lock`, and whether the cache holds just those.

`loan_devstack.broker.jar_fetching` fills the cache; this module only looks, so that a start without network needs no
resolver.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).with_name("kafka.lock")


@dataclass(frozen=True, slots=True)
class Jar:
    """One artifact by its Maven coordinates (`group:artifact:version`) and the SHA-256 of its file."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def file_name(self) -> str:
        """The name of its file in every Maven repository."""
        return f"{self.artifact}-{self.version}.jar"

    def path(self, repository: Path) -> Path:
        """Where it lies in a local Maven repository."""
        return repository.joinpath(*self.group.split("."), self.artifact, self.version, self.file_name)


def locked(lock: Path = LOCK) -> tuple[Jar, ...]:
    """The pinned jars in class-path order."""
    lines = (line.split() for line in lock.read_text().splitlines() if line and not line.startswith("#"))
    pinned = ((*coordinates.split(":"), sha256) for coordinates, sha256 in lines)
    return tuple(Jar(group, artifact, version, sha256) for group, artifact, version, sha256 in pinned)


def repository(cache: Path) -> Path:
    """The folder of the cache that holds the jars."""
    return cache / "maven"


def unfit(jars: tuple[Jar, ...], folder: Path) -> tuple[Jar, ...]:
    """Those that the folder lacks or holds with other content than pinned."""
    return tuple(jar for jar in jars if _sha256(jar.path(folder)) != jar.sha256)


def digest(lock: Path = LOCK) -> str:
    """A short name for this exact set of jars."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()[:12]


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
