"""`python -m loan_devstack`: the whole system from the command line; `make` calls it."""

import argparse
import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import aiohttp

from loan_contracts.catalogue.grants import OPERATIONS
from loan_contracts.messages import TOPICS
from loan_devstack import secret_store
from loan_devstack.broker import jars, kafka
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart, of_file
from loan_devstack.origin import sign_in
from loan_devstack.origin.console import build
from loan_devstack.origin.links import addresses
from loan_devstack.origin.people import PEOPLE
from loan_devstack.running.control import System, addressed, need_running
from loan_devstack.running.state import Phase, ProcessState
from loan_devstack.running.supervisor import Supervisor
from loan_devstack.running.system import processes
from loan_devstack.running.terminal import piped
from loan_devstack.services import BY_NAME, names
from loan_devstack.settings import Settings

SHOWN = (Phase.READY, Phase.DONE, Phase.RESTARTING, Phase.FAILED)


def main() -> int:
    """Does what the first argument says; 1 with a sentence on stderr where that is impossible."""
    arguments = _parser().parse_args()
    try:
        settings = addressed()
        return int(arguments.does(settings, arguments) or 0)
    except BrokenPipeError:
        raise
    except (CannotStart, sign_in.SignInFailed) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        if error.filename is None:
            raise
        sys.stderr.write(f"{of_file(error)}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loan_devstack", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, does: Callable[..., int | None], text: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=text, description=text)
        found.set_defaults(does=does)
        return found

    up = command("up", _up, "start the system; returns when all of it is well")
    up.add_argument("--only", help="names of processes, separated by commas")
    command("down", _down, "end the system; data stay")
    command("status", _status, "a table of the processes")
    logs = command("logs", _logs, "follow the log of a process")
    logs.add_argument("process", nargs="?")
    events = command("events", _events, "follow a topic, decoded; `all` for every one")
    events.add_argument("topic", nargs="?")
    events.add_argument("--from-start", action="store_true", help="begin with the oldest event")
    command("clean", _clean, "end the system and remove what it made")
    token = command("token", _token, f"print a token of a user ({', '.join(PEOPLE)}) or a client (channel, ...)")
    token.add_argument("user")
    borrower = command(
        "borrower", _borrower, "have a sign-in code sent to a mobile number; with the code, print a token"
    )
    borrower.add_argument("mobile")
    borrower.add_argument("code", nargs="?")
    command("migrate", _migrate, "make the topics and bring every database to its newest schema")
    roll = command("roll", _roll, "renew services from the code that is there now, none of whose requests is refused")
    roll.add_argument("services", nargs="*", help="all of them unless told")
    psql = command("psql", _psql, "a prompt on the database of a service")
    psql.add_argument("service", nargs="?")
    saved = command(
        "backup", _backup, "dump every database of the running system into a new folder, with its rows counted"
    )
    saved.add_argument("folder", type=Path)
    again = command("restore", _restore, "fill the empty databases of a system that is not running from such a folder")
    again.add_argument("folder", type=Path)
    base = command("base-backup", _base_backup, "copy the running database server into a new folder (WAL_ARCHIVE=)")
    base.add_argument("folder", type=Path)
    moment = command("recover", _recover, "make the databases of a new system as they were at a moment")
    moment.add_argument("folder", type=Path, help="a base backup")
    moment.add_argument("archive", type=Path, help="the journal since, WAL_ARCHIVE of the system that was")
    moment.add_argument("at", type=datetime.fromisoformat, help="2026-11-30T12:00:00Z")
    migration = command("migration", _migration, "begin a migration of a service")
    migration.add_argument("service", nargs="?")
    migration.add_argument("name", nargs="?")
    command("doctor", _doctor, "look at what the system needs from this machine")
    testing = command("testing", _testing, "run a command on a PostgreSQL server and a broker that end with it")
    testing.add_argument("line", nargs=argparse.REMAINDER, metavar="-- COMMAND")
    supervise = command("supervise", _supervise, "the supervisor itself; `up` starts it")
    supervise.add_argument("--only")
    supervise.add_argument("--until-stdin-closes", action="store_true")
    command("console", _console, "build the console's pages where their sources have changed")
    command("edge", _edge, "the edge process: issuer and proxy; the supervisor starts it")
    return parser


def _up(settings: Settings, arguments: argparse.Namespace) -> None:
    began = time.monotonic()

    def progress(name: str, process: ProcessState) -> None:
        if process.phase in SHOWN:
            why = "" if process.phase is Phase.FAILED else process.message  # the reason of a failure follows in full
            _say(f"{time.monotonic() - began:6.1f} s  {name:<20} {process.phase} {why}")

    build(settings.console.parent, _say)
    system = System.of(settings, names(arguments.only))
    if running := system.state():
        _say(f"It already runs on PORT_BASE {running.port_base}; what it was started with changes after `make down`.")
    elif not settings.external_kafka and jars.unfit(jars.locked(), jars.repository(settings.cache)):
        _say("First start: the Kafka broker's jars (45 MB) are fetched and prepared, half a minute once.")
        kafka.need_jars(settings.cache, shown=True)
    try:
        system.up(progress=None if running and running.well else progress)
    except KeyboardInterrupt:
        goes_on = "The system goes on starting: `make status` shows it, `make down` ends it."
        sys.stderr.write(f"\nInterrupted. {goes_on if system.state() else 'Nothing runs.'}\n")
        raise
    for line in addresses(settings):
        _say(line)
    _say(f"Data and logs are in {settings.var}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _down(settings: Settings, arguments: argparse.Namespace) -> None:
    ended = System.of(settings).down()
    if ended:
        _say(f"Ended {', '.join(ended)}. Data stay in {settings.var}")
    else:
        _say(f"Nothing ran in {settings.var}")


def _clean(settings: Settings, arguments: argparse.Namespace) -> None:
    removed = System.of(settings).remove()
    if removed:
        rest = f"; what else lies there stays ({', '.join(_listed(settings))})" if settings.var.exists() else ""
        _say(f"Ended the system of {settings.var} and removed {', '.join(removed)}{rest}")
    else:
        _say(f"Nothing to remove: {settings.var} holds no system (neither its secrets.json nor its run/state.json)")


def _listed(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.var.iterdir())


def _status(settings: Settings, arguments: argparse.Namespace) -> int:
    from loan_devstack.running.status import show

    return show(settings)


def _logs(settings: Settings, arguments: argparse.Namespace) -> int:
    kept = sorted(file.stem for file in settings.logs.glob("*.log"))
    if not kept:
        raise CannotStart(f"There are no logs in {settings.logs} yet: start the system (`make up`)")
    if arguments.process not in kept:
        wish = f"There is no log of {arguments.process}" if arguments.process else "Say whose log"
        raise CannotStart(f"{wish}: `make logs SERVICE=risk-svc`; there are {', '.join(kept)}")
    ended = subprocess.call(["tail", "-n", "100", "-F", str(settings.logs / f"{arguments.process}.log")])
    return 0 if ended == -signal.SIGPIPE else ended


def _events(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.events import ALL, follow

    if not arguments.topic:
        raise CannotStart(
            f"Say which topic: `make events TOPIC=decision.made`, or TOPIC={ALL} for every one (FROM_START=1 begins "
            f"with the oldest event); there are {', '.join(TOPICS)}"
        )
    if not settings.external_kafka:
        need_running(settings)
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # what it has to say is said here, once
    broker = kafka.access(settings, secret_store.load(settings.var), OPERATIONS)
    asyncio.run(follow(broker, arguments.topic, arguments.from_start))


def _token(settings: Settings, arguments: argparse.Namespace) -> None:
    need_running(settings)
    system = System.of(settings)
    try:
        if arguments.user in secret_store.load(settings.var).clients:
            sys.stdout.write(f"{system.client_token(arguments.user)}\n")
        else:
            sys.stdout.write(f"{system.token(arguments.user)}\n")
    except aiohttp.ClientConnectorError:
        raise CannotStart(f"Nothing answers at {settings.issuer_url}: `make status` shows what is wrong") from None


def _borrower(settings: Settings, arguments: argparse.Namespace) -> None:
    need_running(settings)
    if arguments.code is None:
        asyncio.run(sign_in.ask_for_code(settings.issuer_url, arguments.mobile))
        return
    signed_in = asyncio.run(sign_in.sign_in_borrower(settings.issuer_url, arguments.mobile, arguments.code))
    sys.stdout.write(f"{signed_in.access_token}\n")


def _migrate(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.migration import migrate

    if settings.external_kafka:  # the embedded one has users, rights and topics before it is ready
        asyncio.run(kafka.make_usable(settings, secret_store.load(settings.var)))
    migrate(settings)


def _roll(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.migration import migrate
    from loan_devstack.running.rolling import roll

    need_running(settings)
    if unknown := set(arguments.services) - set(BY_NAME):
        raise CannotStart(f"No service is called {', '.join(sorted(unknown))}; there are {', '.join(BY_NAME)}")
    secrets = secret_store.load(settings.var)
    asyncio.run(kafka.make_usable(settings, secrets, revoke=False))
    migrate(settings)
    for name in arguments.services or BY_NAME:
        roll(System.of(settings), name, _say)
    if not arguments.services:
        asyncio.run(kafka.make_usable(settings, secrets))


def _psql(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.at_a_database import prompt

    need_running(settings)
    prompt(settings, arguments.service)


def _backup(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.backup import backup

    need_running(settings)
    _tell(asyncio.run(backup(settings, arguments.folder)), f"dumped to {arguments.folder}")


def _restore(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.backup import restore

    if System.of(settings).state():
        raise CannotStart("The system runs: a restore fills the databases of one that is down")
    with System.of(settings, ("postgres",), foreground=True):
        _tell(asyncio.run(restore(settings, arguments.folder)), "restored, and as many as were dumped")


def _base_backup(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.recovery import base_backup

    need_running(settings)
    asyncio.run(base_backup(settings, arguments.folder))
    _say(f"Copied and verified in {arguments.folder}; the journal goes on to where WAL_ARCHIVE told `up`")


def _recover(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.recovery import recover

    if System.of(settings).state():
        raise CannotStart("The system runs: databases are recovered into a new one")
    _tell(recover(settings, arguments.folder, arguments.archive, arguments.at), f"as at {arguments.at.isoformat()}")


def _tell(counts: dict[str, dict[str, int]], what: str) -> None:
    for name, tables in counts.items():
        _say(f"{name:<20} {len(tables):>4} tables {sum(tables.values()):>10} rows  {what}")


def _migration(settings: Settings, arguments: argparse.Namespace) -> None:
    from loan_devstack.database.at_a_database import new_migration

    _say(f"{new_migration(arguments.service, arguments.name)}")


def _doctor(settings: Settings, arguments: argparse.Namespace) -> int:
    from loan_devstack.doctor import examine

    return examine(settings)


def _testing(settings: Settings, arguments: argparse.Namespace) -> int:
    from loan_devstack.running.testing import run_with_stack

    return run_with_stack([word for number, word in enumerate(arguments.line) if number or word != "--"])


def _console(settings: Settings, arguments: argparse.Namespace) -> int:
    return 0 if build(settings.console.parent, _say) else 1


def _edge(settings: Settings, arguments: argparse.Namespace) -> int:
    from loan_devstack.origin.serving import serve

    try:
        serve(settings)
    except CannotStart as error:
        sys.stderr.write(f"{error}\n")
        return os.EX_CONFIG  # tells the supervisor that another attempt is of no use
    return 0


def _supervise(settings: Settings, arguments: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    return asyncio.run(_supervised(settings, names(arguments.only), arguments.until_stdin_closes))


async def _supervised(settings: Settings, only: tuple[str, ...] | None, until_stdin_closes: bool) -> int:
    supervisor = Supervisor(settings, processes(settings, secret_store.load(settings.var), only))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, supervisor.stop)
    loop.add_signal_handler(signal.SIGHUP, lambda: None)
    if until_stdin_closes:
        threading.Thread(target=_when_stdin_closes, args=(loop, supervisor.stop), daemon=True).start()
    try:
        return 0 if await supervisor.run() else 1
    finally:
        postgres.remove_socket_directory(settings)


def _when_stdin_closes(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    loop.call_soon_threadsafe(stop)


if __name__ == "__main__":
    sys.exit(piped(main))
