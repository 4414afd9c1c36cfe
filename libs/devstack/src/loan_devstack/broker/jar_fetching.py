"""Fills the cache with the pinned jars, and writes the lock anew for another version of the broker.

`python -m loan_devstack.broker.jar_fetching fetch CACHE` runs in a process of its own, so that the supervisor never
carries the resolver. Repositories are those of the resolver: its default, or what the user's `~/.config/jgo.conf`
names. Jars that came are kept, and one that broke off is gone on with.
"""

import fcntl
import hashlib
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from jgo.config import GlobalSettings
from jgo.maven import MavenContext

from loan_datasets.fetching import Fetcher, NotFetched, Progress, fetching
from loan_datasets.trust import one_file
from loan_devstack.broker import jars

ROOTS = ("org.apache.kafka:kafka_2.13:{version}", "org.apache.logging.log4j:log4j-slf4j-impl:2.25.5")
TIMEOUT_S = 60
VARIABLE = "REQUESTS_CA_BUNDLE"
AT_ONCE = 6


def fetch(cache: Path) -> None:
    """Brings what the cache lacks. Raises LookupError where it cannot be had or is not what the lock says."""
    folder = jars.repository(cache)
    folder.mkdir(parents=True, exist_ok=True)
    progress = Progress("the broker's jars")
    with (
        (cache / ".jars.lock").open("w") as lock,
        ThreadPoolExecutor(AT_ONCE) as pool,
        fetching(told=progress) as fetcher,
    ):
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = jars.unfit(jars.locked(), folder)
        repositories = _repositories(folder)
        faults = dict(zip(wanted, pool.map(partial(_fetched, fetcher, repositories, folder), wanted), strict=True))
    if wanted:
        progress.say(f", {len(wanted)} of {len(jars.locked())} were missing")
    missing = jars.unfit(wanted, folder)
    if missing:
        first = missing[0]
        why = faults[first] or "what came is not what the lock says"
        raise LookupError(f"{len(missing)} of {len(jars.locked())} jars missing, first: {first.file_name} ({why})")


def write_lock(version: str, cache: Path, lock: Path = jars.LOCK) -> int:
    """Resolves the broker of `version` with all it needs and pins what came; the number of jars."""
    with _trusting():
        return _write_lock(_context(jars.repository(cache)), version, lock)


def _write_lock(context: MavenContext, version: str, lock: Path) -> int:
    lines: dict[str, str] = {}
    for root in ROOTS:
        inputs, transitive = context.resolver.resolve([context.create_dependency(root.format(version=version))])
        for found in (*inputs, *transitive):
            content = found.artifact.resolve().read_bytes()
            name = f"{found.groupId}:{found.artifactId}"
            lines.setdefault(name, f"{name}:{found.version} {hashlib.sha256(content).hexdigest()}")
    heading = f"# Apache Kafka {version}, its libraries and a log binding: group:artifact:version sha256\n"
    lock.write_text(heading + "".join(f"{line}\n" for line in lines.values()))
    return len(lines)


@contextmanager
def _trusting() -> Iterator[None]:
    """Makes the resolver trust what this machine trusts: it knows certifi's list alone, or this variable."""
    before = os.environ.get(VARIABLE)
    with one_file() as trusted:
        os.environ[VARIABLE] = str(trusted)
        try:
            yield
        finally:
            del os.environ[VARIABLE]
            if before is not None:
                os.environ[VARIABLE] = before


def _context(folder: Path) -> MavenContext:
    named = GlobalSettings.load().repositories
    return MavenContext(repo_cache=folder, remote_repos=named or None, timeout=TIMEOUT_S)


def _repositories(folder: Path) -> list[str]:
    return list(_context(folder).remote_repos.values())


def _fetched(fetcher: Fetcher, repositories: Sequence[str], folder: Path, jar: jars.Jar) -> str:
    """Asks one repository after the other; what went wrong, empty where nothing did."""
    said = []
    for repository in repositories:
        try:
            fetcher.fetch(f"{repository.rstrip('/')}/{jar.path(Path()).as_posix()}", jar.path(folder), jar.sha256)
            return ""
        except NotFetched as fault:
            said.append(str(fault))
    return "; ".join(said)


def main(arguments: list[str]) -> int:
    """`fetch CACHE`, or `lock VERSION CACHE`."""
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    match arguments:
        case ["fetch", cache]:
            try:
                fetch(Path(cache))
            except LookupError as error:
                sys.stderr.write(f"{error}\n")
                return 1
        case ["lock", version, cache]:
            sys.stdout.write(f"{write_lock(version, Path(cache))} jars\n")
        case _:
            sys.stderr.write(f"{main.__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
