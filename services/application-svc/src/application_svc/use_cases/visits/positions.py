"""A position as the one text that is sealed of it."""

from application_svc.domain.contracts.canonical import canonical_json
from application_svc.domain.visits.visit import Position


def told_position(position: Position | None) -> str | None:
    """The text of a position."""
    return canonical_json(position).decode() if position is not None else None
