"""What is found to be wrong with a policy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where (a node, a row, an example, the back-test), and a stable code."""

    place: str
    code: str
    detail: str
