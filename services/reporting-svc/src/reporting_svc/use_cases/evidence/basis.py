"""What is loaded to seal the chain and to verify it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from reporting_svc.domain.evidence.chain import Head
from reporting_svc.domain.evidence.seals import Marks, Seal
from reporting_svc.domain.evidence.verification import Scope, Verification


class Ends(NamedTuple):
    """What the chain can be checked by without reading it: the head with its mark, the seals, the hashes of the entries
    that they end with, and the last verifications that have ended."""

    head: Head
    mark: str
    seals: list[Seal]
    hashes: Mapping[int, bytes]
    reports: Sequence[Verification]


@dataclass(slots=True)
class SealBasis:
    """What a seal stands on: the last one."""

    last: Seal | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class VerificationBasis:
    """What a verification begins with: the head, the seals, and what runs already."""

    head: Head
    seals: Sequence[Seal]
    running: set[Scope]
    marks: Marks

    def seal_before(self, at: datetime) -> Seal | None:
        """The last seal that was made by then."""
        return next((seal for seal in reversed(self.seals) if seal.sealed_at <= at), None)
