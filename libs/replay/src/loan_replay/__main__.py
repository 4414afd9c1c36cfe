"""`python -m loan_replay demo|life|check|trace|person|replay-outboxes`; `make` calls it."""

import argparse
import asyncio
import sys

from loan_datasets.gmsc import DataSetUnavailable
from loan_devstack.errors import CannotStart, of_file
from loan_devstack.origin.sign_in import SignInFailed
from loan_devstack.running.terminal import piped
from loan_replay.api import Refused
from loan_replay.demo import demo, how_many, life
from loan_replay.invent import variables
from loan_replay.life.act import how_long
from loan_replay.outboxes import replay_outboxes
from loan_replay.tracing import show_trace


def main() -> int:
    """Runs one command; 1 where the system refuses or is not there."""
    options = _options()
    try:
        return _run(options)
    except BrokenPipeError:
        raise
    except (Refused, CannotStart, SignInFailed, DataSetUnavailable) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(of_file(error) if error.filename else error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nInterrupted. The system goes on running; `make down` ends it.", file=sys.stderr)
        return 130
    return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m loan_replay", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    played = commands.add_parser("demo", help="play real applications and show what became of them")
    checked = commands.add_parser("check", help="look whether so many applications can be played")
    for command in (played, checked):
        command.add_argument("applications", nargs="?", default="300")
        command.add_argument("months", nargs="?", default="24")
    lived = commands.add_parser("life", help="so many loans live through so many months")
    lived.add_argument("loans", nargs="?", default="100")
    lived.add_argument("months", nargs="?", default="24")
    lived.add_argument("--check", action="store_true", help="only look whether it can be had")
    traced = commands.add_parser("trace", help="one application across all services")
    traced.add_argument("id", nargs="?", default="")
    person = commands.add_parser("person", help="a borrower who does not exist, as variables of a shell")
    person.add_argument("row", nargs="?", default="")
    commands.add_parser("replay-outboxes", help="publish retained messages again")
    return parser.parse_args()


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        how_many(options.applications), how_long(options.months)
    elif options.command == "demo":
        summary = asyncio.run(demo(how_many(options.applications), how_long(options.months)))
        return 0 if summary["refused"] == 0 else 1
    elif options.command == "life":
        loans, months = how_many(options.loans, "LOANS"), how_long(options.months)
        if not options.check:
            return 0 if asyncio.run(life(loans, months))["balances"] else 1
    elif options.command == "trace":
        asyncio.run(show_trace(options.id))
    elif options.command == "person":
        print(variables(options.row))
    else:
        asyncio.run(replay_outboxes())
    return 0


if __name__ == "__main__":
    sys.exit(piped(main))
