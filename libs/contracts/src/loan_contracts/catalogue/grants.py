"""What the broker lets each service do, derived from the table of flows: nobody writes what is not his.

A topic is written by the services that send its messages and read by those that receive them; a service has its own
consumer group and its own dead letters. Operations read everything and write nothing. Whatever stands in no row is
refused: the broker allows nobody anything that is not granted.
"""

from dataclasses import dataclass
from typing import Literal

from loan_contracts.catalogue.flows import FLOWS
from loan_contracts.messages import SERVICES

OPERATIONS = "operations"
"""Who follows topics (`make events`) and looks at dead letters."""


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One right: who may do what with which topic or consumer group."""

    principal: str
    resource: Literal["TOPIC", "GROUP"]
    name: str
    operation: Literal["READ", "WRITE"]


def grants(prefix: str = "") -> frozenset[Grant]:
    """Every right, for topics and groups whose names begin with `prefix`."""
    found = set()
    for type, flow in FLOWS.items():
        found |= {Grant(sender, "TOPIC", prefix + type, "WRITE") for sender in flow.senders}
        found |= {Grant(reader, "TOPIC", prefix + type, "READ") for reader in (*flow.receivers, OPERATIONS)}
    for service in SERVICES:
        letters = f"{prefix}dead-letter.{service}"
        found |= {Grant(service, "TOPIC", letters, "WRITE"), Grant(OPERATIONS, "TOPIC", letters, "READ")}
        found.add(Grant(service, "GROUP", prefix + service, "READ"))
    return frozenset(found)
