"""Who and what an effect goes back to; written into the envelope of every message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """The actor, and the message or request that led to an effect, with its trace."""

    actor: str
    correlation_id: str | None = None  # None: the message's own key starts a new correlation
    causation_id: str | None = None
    traceparent: str | None = None
