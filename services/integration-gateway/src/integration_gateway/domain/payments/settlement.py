"""What the channel says it has settled on a day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettledOrder:
    """An order of the reconciliation file; `traded_at` is month, day and time (MMDDhhmmss), `kind` the network's."""

    order_id: str
    amount_minor: int
    traded_at: str
    reference: str
    kind: str
