"""How long work waits that could not be done."""

from typing import Final

OPEN_FOR_S: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
"""How long what could not be sent or asked waits for the next try, by how many there were."""


def delay_s(tries: int) -> float:
    """How long what could not be sent or asked waits after so many tries."""
    return OPEN_FOR_S[min(tries, len(OPEN_FOR_S) - 1)]
