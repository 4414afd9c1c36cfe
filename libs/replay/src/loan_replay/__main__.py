"""`python -m loan_replay demo|trace|replay-outboxes`."""

import argparse
import asyncio
import sys

from loan_replay.api import Refused
from loan_replay.demo import demo
from loan_replay.outboxes import replay_outboxes
from loan_replay.tracing import show_trace


def main() -> int:
    """Runs one command; 1 where the system refuses or is not there."""
    parser = argparse.ArgumentParser(prog="python -m loan_replay", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    played = commands.add_parser("demo", help="play real applications and show what became of them")
    played.add_argument("--applications", type=int, default=300)
    traced = commands.add_parser("trace", help="one application across all services")
    traced.add_argument("id")
    commands.add_parser("replay-outboxes", help="publish retained messages again")
    options = parser.parse_args()
    try:
        if options.command == "demo":
            summary = asyncio.run(demo(options.applications))
            return 0 if summary["refused"] == 0 else 1
        asyncio.run(show_trace(options.id) if options.command == "trace" else replay_outboxes())
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
