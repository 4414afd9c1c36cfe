"""Makes a broker ours: `python -m loan_servicekit.broker provide` tells it users, rights and topics;
`grants` prints them.

KAFKA_* say who does it (it takes the right to alter the cluster), <NAME>_KAFKA_PASSWORD the password of each user to
make known: RISK_SVC_KAFKA_PASSWORD, OPERATIONS_KAFKA_PASSWORD. A user without one is left to whoever keeps users there,
as a managed broker or an operator of Kubernetes does. With `--controller HOST:PORT` a new KRaft broker, which knows
nobody yet, is told through its controller (CONTROLLER_KAFKA_PASSWORD).
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Mapping

from loan_contracts.catalogue.grants import OPERATIONS, grants
from loan_contracts.messages import SERVICES, TOPICS
from loan_servicekit.broker.access import BrokerAccess
from loan_servicekit.broker.provisioning import await_known, provide
from loan_servicekit.broker.topics import PARTITIONS, create_topics

CONTROLLER, BROKER = "controller", "broker"


def main(arguments: list[str], variables: Mapping[str, str]) -> int:
    """The exit code: 0 where all is well."""
    parser = argparse.ArgumentParser(prog="python -m loan_servicekit.broker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("grants", help="who may do what, a line each")
    providing = commands.add_parser("provide", help="make users, rights and topics")
    providing.add_argument("--controller", metavar="HOST:PORT", help="tell a broker that knows nobody yet")
    providing.add_argument("--partitions", type=int, default=PARTITIONS, help="of each topic that is made")
    asked = parser.parse_args(arguments)
    if asked.command == "grants":
        lines = (f"{g.principal} {g.operation} {g.resource} {g.name}" for g in sorted(grants()))
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        return 0
    made = asyncio.run(_provide(variables, asked.controller, asked.partitions))
    sys.stdout.write(f"{len(grants())} rights, {len(made)} topics made\n")
    return 0


async def _provide(variables: Mapping[str, str], controller: str | None, partitions: int) -> list[str]:
    admin = BrokerAccess.of(variables)
    users = {name: password for name in (BROKER, OPERATIONS, *SERVICES) if (password := _password(variables, name))}
    door = admin
    if controller:
        door = BrokerAccess(
            controller, admin.protocol, "PLAIN", CONTROLLER, _password(variables, CONTROLLER) or "", admin.ca_file
        )
        users[admin.username] = admin.password
    await provide(door, users, grants())
    await await_known(admin)
    return await create_topics(admin, TOPICS, partitions)


def _password(variables: Mapping[str, str], name: str) -> str | None:
    return variables.get(f"{name.replace('-', '_').upper()}_KAFKA_PASSWORD")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))  # noqa: TID251 - a command of operations, not a service
