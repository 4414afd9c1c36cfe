"""What a person decides about a task, and what makes a decision acceptable."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from loan_servicekit.core import FieldError, Forbidden, Invalid

SHORTEST_COMMENT = 10
DOCUMENT_KIND = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
REASONS = {
    "R01": "近期查询过多",
    "R02": "负债收入比过高",
    "R03": "存在逾期记录",
    "R04": "信用历史过短",
    "R05": "收入稳定性不足",
    "R06": "身份信息核验不一致",
    "R07": "命中内部政策",
    "R08": "司法执行信息",
    "R09": "资料不完整",
    "R10": "还款能力不足",
}
"""Reason codes with the customer's wording (domain.md §11.1)."""


class Choice(StrEnum):
    """What a person can choose; which of them a task offers stands in its process."""

    APPROVE = "APPROVE"
    DECLINE = "DECLINE"
    SUPPLEMENT = "SUPPLEMENT"
    COMMITTEE = "COMMITTEE"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's choice with what it needs: an amount to approve, reasons to decline, documents to ask for.

    `amount_minor` in minor units; `annual_rate` only where no assessment gives one.
    """

    choice: Choice
    comment: str
    amount_minor: int | None = None
    annual_rate: Decimal | None = None
    reason_codes: tuple[str, ...] = ()
    document_kinds: tuple[str, ...] = ()

    def check(self, offered: tuple[str, ...], requested_minor: int, authority_minor: int | None) -> None:
        """Raises Invalid `verdict-invalid` naming every wrong field, or Forbidden `authority-exceeded`.

        `requested_minor` is what the applicant asked for, `authority_minor` up to what the person may approve alone
        (domain.md §15.7; None for a committee).
        """
        errors = [*self._errors(offered), *self._amount_errors(requested_minor)]
        if errors:
            raise Invalid("verdict-invalid", "; ".join(error.detail for error in errors), errors)
        if self.choice is Choice.APPROVE and authority_minor is not None and (self.amount_minor or 0) > authority_minor:
            raise Forbidden("authority-exceeded", f"the amount is above the authority of {authority_minor} minor units")

    def _errors(self, offered: tuple[str, ...]) -> list[FieldError]:
        errors = []
        if self.choice not in offered:
            errors.append(FieldError("/choice", "choice-not-offered", f"this task offers {', '.join(offered)}"))
        if len(self.comment.strip()) < SHORTEST_COMMENT:
            detail = f"a comment of at least {SHORTEST_COMMENT} characters is needed"
            errors.append(FieldError("/comment", "comment-too-short", detail))
        if self.choice is Choice.DECLINE and not self.reason_codes:
            errors.append(FieldError("/reason_codes", "reasons-missing", "a decline needs at least one reason code"))
        if unknown := [code for code in self.reason_codes if code not in REASONS]:
            detail = f"unknown reason {', '.join(unknown)}; allowed are {', '.join(REASONS)}"
            errors.append(FieldError("/reason_codes", "reason-unknown", detail))
        if self.choice is Choice.SUPPLEMENT and not self.document_kinds:
            errors.append(FieldError("/document_kinds", "documents-missing", "name the documents that are needed"))
        if malformed := [kind for kind in self.document_kinds if not DOCUMENT_KIND.fullmatch(kind)]:
            detail = f"malformed document kind {', '.join(malformed)}; kinds are capital words joined by _"
            errors.append(FieldError("/document_kinds", "document-kind-malformed", detail))
        return errors

    def _amount_errors(self, requested_minor: int) -> list[FieldError]:
        if self.choice is not Choice.APPROVE:
            return []
        if self.amount_minor is None or not 0 < self.amount_minor <= requested_minor:
            detail = f"an approval needs an amount from 1 to the requested {requested_minor} minor units"
            return [FieldError("/amount_minor", "amount-out-of-range", detail)]
        if self.annual_rate is not None and not 0 < self.annual_rate < 1:
            return [FieldError("/annual_rate", "rate-out-of-range", "a rate is a decimal between 0 and 1")]
        return []
