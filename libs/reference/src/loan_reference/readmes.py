"""The tables in a service's README of the messages that it accepts and emits, as the table of flows has them."""

import re
from collections.abc import Iterable, Iterator
from inspect import getdoc
from pathlib import Path

from loan_contracts.catalogue.flows import FLOWS, received_by, sent_by
from loan_contracts.messages import MESSAGES

BEGIN, END = "<!-- {0}: made by `make docs` -->", "<!-- {0}: end -->"
ACCEPTED, EMITTED = "accepted messages", "emitted messages"
EVERYTHING = "Every message of the catalogue ([messages](../../docs/messages.md))."


def readme_of(service: str) -> Path:
    """A service's README, below the root."""
    return Path("services") / service / "README.md"


def with_messages(readme: str, service: str) -> str:
    """A README with both tables as the flows have them now. Raises ValueError where it has no place for one."""
    return _filled(_filled(readme, service, ACCEPTED, _accepted(service)), service, EMITTED, _emitted(service))


def _filled(readme: str, service: str, name: str, lines: Iterable[str]) -> str:
    begin, end = BEGIN.format(name), END.format(name)
    before, found, rest = readme.partition(f"{begin}\n")
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{readme_of(service)} has no place for its {name}: {begin} {end}")
    return "\n".join((before + begin, *lines, end)) + after


def _accepted(service: str) -> Iterator[str]:
    types = received_by(service)
    if types == set(MESSAGES):
        yield EVERYTHING
        return
    yield from _table("from", {type: FLOWS[type].senders for type in MESSAGES if type in types})


def _emitted(service: str) -> Iterator[str]:
    types = sent_by(service)
    yield from _table("received by", {type: FLOWS[type].receivers for type in MESSAGES if type in types})


def _table(peers: str, rows: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield f"| message | {peers} | what it says |"
    yield "|---|---|---|"
    for type, services in rows.items():
        yield f"| `{type}` | {', '.join(services) or 'no service yet'} | {_first_sentence(type)} |"


def _first_sentence(type: str) -> str:
    told = " ".join((getdoc(MESSAGES[type]) or "").split())
    return re.split(r"(?<=\.) ", told, maxsplit=1)[0].replace("|", "\\|")
