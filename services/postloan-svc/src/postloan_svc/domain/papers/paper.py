"""A paper that was handed out: what it says, and the number and code by which anybody can have it checked.

Its content never changes, and it is set in type from nothing else: the same paper is the same bytes, whenever it is
asked for. Who asks for a paper that says the same gets the one that there is.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

import orjson

from loan_servicekit.core import Aggregate


class PaperKind(StrEnum):
    """Kinds of papers."""

    STATEMENT = "STATEMENT"  # 对账单
    SETTLEMENT_CERTIFICATE = "SETTLEMENT_CERTIFICATE"  # 结清证明


PREFIX = {PaperKind.STATEMENT: "DZ", PaperKind.SETTLEMENT_CERTIFICATE: "JQ"}
CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is read as something else
CODE_LENGTH = 12


@dataclass(eq=False)
class Paper(Aggregate):
    """One paper. Its id follows from what it says."""

    AUDITED_AS = "paper"

    id: UUID
    loan_id: UUID
    kind: PaperKind
    number: str
    code: str
    content: dict[str, Any]
    issued_by: str
    issued_on: date
    issued_at: datetime

    @classmethod
    def issue(cls, draft: "Draft", code: str, by: str, on: date, now: datetime) -> "Paper":
        """Hands a paper out on a business day; `code` is drawn by lot."""
        id = draft.paper_id
        number = f"{PREFIX[draft.kind]}{on:%Y%m%d}{id.hex[-8:].upper()}"
        paper = cls(id, draft.loan_id, draft.kind, number, code, dict(draft.content), by, on, now)
        paper.audit("issue_paper", {"loan_id": str(draft.loan_id), "kind": draft.kind.value, "number": number})
        return paper

    def bears(self, code: str) -> bool:
        """Whether this code stands on it, with or without the strokes between its groups."""
        return hmac.compare_digest(self.code.encode(), code.replace("-", "").upper().encode())

    @property
    def printed_code(self) -> str:
        """The code as it stands on the paper."""
        return "-".join(self.code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a paper is to say about a loan."""

    loan_id: UUID
    kind: PaperKind
    content: Mapping[str, Any]

    @property
    def paper_id(self) -> UUID:
        """The same for the same words."""
        written = orjson.dumps(self.content, option=orjson.OPT_SORT_KEYS)
        return uuid5(self.loan_id, f"{self.kind} {sha256(written).hexdigest()}")
