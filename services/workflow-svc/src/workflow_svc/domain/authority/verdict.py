"""What a person decides about a task, and what makes a decision acceptable."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from loan_contracts.values import CONDITIONS, REASONS
from loan_servicekit.core import FieldError, Forbidden, Invalid
from loan_servicekit.core.texts import visible
from workflow_svc.domain.authority.binding import Exceptional

SHORTEST_COMMENT = 10
DOCUMENT_KIND = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


class Choice(StrEnum):
    """What a person can choose; which of them a task offers stands in its process."""

    APPROVE = "APPROVE"
    DECLINE = "DECLINE"
    SUPPLEMENT = "SUPPLEMENT"
    COMMITTEE = "COMMITTEE"
    DONE = "DONE"  # of work that decides nothing: an investigation, a visit, an interview
    UPHOLD = "UPHOLD"  # of a review: the decision stays


@dataclass(frozen=True, slots=True)
class Bounds:
    """Within what a verdict about a case must stay. Amounts in minor units, rates as decimals a year.

    An approval is of the product's least amount up to what was asked for, as far as the law leaves it (R-2.5a). Above
    `limit_minor` (None: nothing was assessed) it is an exception, and so is each of `lacking` for any amount. Where it
    is `barred` nobody approves. Its rate is `assessed_rate`; only where that
    is None a person names one, up to `highest_rate` (None: the product names no cap, and it stays below 1). Documents
    to ask for are among `accepted_documents`, if there are any.
    """

    lowest_minor: int
    highest_minor: int
    assessed_rate: Decimal | None = None
    highest_rate: Decimal | None = None
    accepted_documents: tuple[str, ...] = ()
    limit_minor: int | None = None
    lacking: tuple[str, ...] = ()
    barred: bool = False

    def exceptions(self, amount_minor: int) -> tuple[str, ...]:
        """The exceptions that an approval of this amount needs, in order."""
        above = self.limit_minor is not None and amount_minor > self.limit_minor
        return (*self.lacking, *([Exceptional.ABOVE_LIMIT] if above else []))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's choice with what it needs: an amount to approve, reasons to decline, documents to ask for.

    `exceptions` are those that an approval needs (Bounds), with one reason for them: a second person signs them too.
    `conditions` are fulfilled before the pay-out, `conditions_before_contract` before the contract is signed.
    `answer` is what the borrower who asked for a review gets to read. `amount_minor` in minor units. `annual_rate` only
    where no assessment gives a rate that the product may cost:
    else the price is the assessment's, the same for equal risks (domain.md §11.3).
    """

    choice: Choice
    comment: str
    amount_minor: int | None = None
    annual_rate: Decimal | None = None
    reason_codes: tuple[str, ...] = ()
    document_kinds: tuple[str, ...] = ()
    answer: str | None = None
    exceptions: tuple[str, ...] = ()
    exception_reason: str | None = None
    conditions: tuple[str, ...] = ()
    conditions_before_contract: tuple[str, ...] = ()

    @property
    def comment_sha256(self) -> str:
        """What of the comment goes outside: its hash, hexadecimal, which proves the text that is kept here."""
        return hashlib.sha256(self.comment.encode()).hexdigest()

    def check(self, offered: tuple[str, ...], bounds: Bounds, authority_minor: int | None) -> None:
        """Raises Invalid `verdict-invalid` naming every wrong field, or Forbidden `authority-exceeded`,
        `approval-barred`.

        `authority_minor` is up to what the person may approve alone (domain.md §15.7; None for a committee).
        """
        if self.choice is Choice.APPROVE and bounds.barred:
            raise Forbidden("approval-barred", "a rule of the fraud screening declines this application (§10.4)")
        errors = list(self._errors(offered, bounds))
        if errors:
            raise Invalid("verdict-invalid", "; ".join(error.detail for error in errors), errors)
        if self.choice is Choice.APPROVE and authority_minor is not None and (self.amount_minor or 0) > authority_minor:
            raise Forbidden("authority-exceeded", f"the amount is above the authority of {authority_minor} minor units")

    def _errors(self, offered: tuple[str, ...], bounds: Bounds) -> Iterator[FieldError]:
        if self.choice not in offered:
            yield FieldError("/choice", "choice-not-offered", f"this task offers {', '.join(offered)}")
        if not visible(self.comment, SHORTEST_COMMENT):
            detail = f"a comment of at least {SHORTEST_COMMENT} visible characters is needed"
            yield FieldError("/comment", "comment-too-short", detail)
        if unknown := [code for code in self.reason_codes if code not in REASONS]:
            detail = f"unknown reason {', '.join(unknown)}; allowed are {', '.join(REASONS)}"
            yield FieldError("/reason_codes", "reason-unknown", detail)
        if self.choice is Choice.APPROVE:
            yield from self._amount_errors(bounds)
            yield from self._rate_errors(bounds)
            yield from self._exception_errors(bounds.exceptions(self.amount_minor or 0))
        elif self.choice is Choice.DECLINE and not self.reason_codes:
            yield FieldError("/reason_codes", "reasons-missing", "a decline needs at least one reason code")
        elif self.choice is Choice.SUPPLEMENT:
            yield from self._document_errors(bounds)
        if self.choice is not Choice.APPROVE:
            yield from self._exception_errors(())
        yield from self._condition_errors()

    def _condition_errors(self) -> Iterator[FieldError]:
        """An approval alone has conditions: those of the list, each once."""
        twice = set(self.conditions).intersection(self.conditions_before_contract)
        for field in ("conditions", "conditions_before_contract"):
            named = getattr(self, field)
            if unknown := [code for code in named if code not in CONDITIONS]:
                detail = f"unknown condition {', '.join(unknown)}; allowed are {', '.join(CONDITIONS)}"
                yield FieldError(f"/{field}", "condition-unknown", detail)
            elif named and self.choice is not Choice.APPROVE:
                yield FieldError(f"/{field}", "conditions-not-needed", "an approval alone has conditions")
            elif len(set(named)) < len(named) or twice:
                yield FieldError(
                    f"/{field}", "condition-twice", "each condition is named once, in one of the two lists"
                )

    def _exception_errors(self, needed: tuple[str, ...]) -> Iterator[FieldError]:
        """What an approval needs is named, and nothing else; whoever names it says why."""
        named = set(self.exceptions)
        if missing := [code for code in needed if code not in named]:
            detail = f"this is an exception that two people sign; name {', '.join(missing)}"
            yield FieldError("/exceptions", "exceptions-missing", detail)
        if strange := sorted(named.difference(needed)):
            yield FieldError("/exceptions", "exceptions-not-needed", f"this needs no exception {', '.join(strange)}")
        if needed and not visible(self.exception_reason or "", SHORTEST_COMMENT):
            detail = f"an exception needs a reason of at least {SHORTEST_COMMENT} visible characters"
            yield FieldError("/exception_reason", "exception-reason-missing", detail)

    def _amount_errors(self, bounds: Bounds) -> Iterator[FieldError]:
        if self.amount_minor is None or not bounds.lowest_minor <= self.amount_minor <= bounds.highest_minor:
            detail = (
                f"an approval needs an amount from {bounds.lowest_minor} (the product's least)"
                f" to {bounds.highest_minor} (what was asked for, within the law) minor units"
            )
            yield FieldError("/amount_minor", "amount-out-of-range", detail)

    def _rate_errors(self, bounds: Bounds) -> Iterator[FieldError]:
        if bounds.assessed_rate is not None:
            if self.annual_rate is not None:
                detail = f"the rate is the assessment's {bounds.assessed_rate}: leave annual_rate out"
                yield FieldError("/annual_rate", "rate-assessed", detail)
            return
        highest = bounds.highest_rate
        allowed = f"above 0 and {'below 1' if highest is None else f'at most {highest}'}"
        if self.annual_rate is None:
            detail = f"no assessment gives a rate that the product may cost: name one {allowed}"
            yield FieldError("/annual_rate", "rate-missing", detail)
        elif not 0 < self.annual_rate < 1 or (highest is not None and self.annual_rate > highest):
            detail = f"a rate of {self.annual_rate} is out of range: name one {allowed}, as a decimal a year"
            yield FieldError("/annual_rate", "rate-out-of-range", detail)

    def _document_errors(self, bounds: Bounds) -> Iterator[FieldError]:
        accepted = bounds.accepted_documents
        if not self.document_kinds:
            yield FieldError("/document_kinds", "documents-missing", "name the documents that are needed")
        elif accepted and (strange := [kind for kind in self.document_kinds if kind not in accepted]):
            detail = f"the product takes no {', '.join(strange)}; allowed are {', '.join(accepted)}"
            yield FieldError("/document_kinds", "document-kind-not-accepted", detail)
        elif malformed := [kind for kind in self.document_kinds if not DOCUMENT_KIND.fullmatch(kind)]:
            detail = f"malformed document kind {', '.join(malformed)}; kinds are capital words joined by _"
            yield FieldError("/document_kinds", "document-kind-malformed", detail)
