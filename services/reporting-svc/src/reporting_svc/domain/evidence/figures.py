"""What the timeline shows of each message: the fields that it declares to be shown,
which hold codes, ids and figures."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import orjson

from loan_contracts.message import Message, shown_fields
from loan_contracts.messages import MESSAGES
from loan_contracts.values import Reason

_PATHS: Mapping[str, tuple[str, ...]] = {type: shown_fields(message) for type, message in MESSAGES.items()}
FIGURES: Mapping[str, tuple[str, ...]] = {
    type: tuple(path.rpartition(".")[2] for path in paths) for type, paths in _PATHS.items()
}
"""By message type: what it declares to be shown (`loan_contracts.message.Shown`)."""

SCREENING, ASSESSMENT = "screening.read", "assessment.read"
NEEDED: Mapping[str, Mapping[str, str]] = {
    "fraud.screened": dict.fromkeys(FIGURES["fraud.screened"], SCREENING),
    "risk.assessed": dict.fromkeys(FIGURES["risk.assessed"], ASSESSMENT),
    "task.created": {"hints": SCREENING, "flows": SCREENING},
    "decision.made": dict.fromkeys(("score", "grade", "versions"), ASSESSMENT),
}
"""Which figures of a message need a permission beside that of the list:
those that the owner of the figures asks for."""
SCREENER = "antifraud-svc"


def withheld_from(source: str, type: str, permissions: frozenset[str]) -> frozenset[str]:
    """The figures of an entry that somebody with these permissions may not see.

    What antifraud-svc itself records is about its watch list: nobody else sees more of it than that it happened.
    """
    if source == SCREENER and type == "audit.recorded" and SCREENING not in permissions:
        return frozenset(FIGURES[type])
    return frozenset(name for name, needed in NEEDED.get(type, {}).items() if needed not in permissions)


def figures_of(message: Message) -> str:
    """The figures of a message as JSON text; reasons by their codes, rates as text, absent and empty ones left out."""
    found: dict[str, Any] = {}
    for name, read in _READERS[message.TYPE]:
        value = read(message)
        if value is not None and value != [] and value != {}:
            found[name] = value
    return orjson.dumps(found, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _codes(message: Any) -> list[str]:
    return [reason.code for reason in message.reasons]


def _flows(message: Any) -> list[dict[str, Any]]:
    return [flow.model_dump(mode="json", exclude_defaults=True) for flow in message.flows]


def _reader(type: str, path: str) -> Callable[[Message], Any]:
    """What reads a figure. Reasons that are told as codes alone are read as they are."""
    if path == "flows":
        return _flows
    if path == "reasons" and MESSAGES[type].model_fields[path].annotation == list[Reason]:
        return _codes
    return attrgetter(path)


_READERS = {type: [(path.rpartition(".")[2], _reader(type, path)) for path in paths] for type, paths in _PATHS.items()}
