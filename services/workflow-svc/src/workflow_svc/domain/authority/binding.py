"""What binds an approval, whoever gives it and whatever a diagram says (docs/decisions/0036).

The law's cap and a fraud rule bind everybody. The assessment's limit and the evidence that is required may be set aside
by exception alone: named, with a reason, signed by two people. Above the product's threshold a committee decides.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from loan_contracts.access import APPROVER, COMMITTEE_MEMBER
from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.assessment import FraudOutcome, FraudScreened, RiskAssessed, RiskOutcome
from loan_contracts.facts import CollectedFacts
from workflow_svc.domain.authority.terms import assessed_minor, is_offerable

CREDIT_COMMITTEE_OVER_MINOR = 300_000_000  # domain.md §15.7: five members above 3,000,000 yuan
ONLINE_CONSUMER_MAX_MINOR = 20_000_000  # R-2.5a, for an application from before its room was told
LEAST_MEMBERS = 3  # of a committee (§15.7)
SIGNERS = 2  # of an exception


class Exceptional(StrEnum):
    """What is approved by exception alone."""

    ABOVE_LIMIT = "ABOVE_LIMIT"  # more than the assessment would lend; what it declines it would not lend at all
    NOT_ASSESSED = "NOT_ASSESSED"  # there is no assessment
    NOT_SCREENED = "NOT_SCREENED"  # there is no fraud screening, or it could not be made
    EVIDENCE_MISSING = "EVIDENCE_MISSING"  # a required source gave nothing
    FRAUD_DECLINED = "FRAUD_DECLINED"  # a fraud rule declines; of a borrower's request for a review alone (§10.4)


class Bar(StrEnum):
    """What keeps an approval from standing beside what only lacks its exception."""

    ABOVE_LAW = "ABOVE_LAW"  # more than R-2.5a leaves for this borrower
    FRAUD = "FRAUD"  # screening has not passed it; for a person: has declined it
    NOT_RECOMMENDED = "NOT_RECOMMENDED"  # the assessment does not say APPROVE
    NOT_OFFERABLE = "NOT_OFFERABLE"  # no offer can be made of the assessment
    ABOVE_AUTHORITY = "ABOVE_AUTHORITY"  # more than the product lets approve automatically
    COMMITTEE = "COMMITTEE"  # a committee decides


class Hearing(NamedTuple):
    """Who hears a case: so many different people of a role."""

    role: str
    quorum: int


class Findings(NamedTuple):
    """What is known of an application: what was asked for, collected, screened, assessed."""

    submitted: ApplicationSubmitted
    collected: CollectedFacts | None
    fraud: FraudScreened | None
    risk: RiskAssessed | None
    of_a_loan: bool = False  # an act on a loan, which is decided on what its tasks have found

    @property
    def missing_required(self) -> bool:
        """Whether a required source gave nothing, for whatever reason: a miss is not clean (R-7.3)."""
        if self.collected is None:
            return True
        found, missing = self.collected.statuses.keys(), self.collected.missing()
        return any(source in missing or source not in found for source in self.submitted.required_sources)

    @property
    def limit_minor(self) -> int | None:
        """What the assessment would lend; nothing where it declines, None without one."""
        if self.risk is None:
            return None
        return 0 if self.risk.outcome is RiskOutcome.DECLINE else self.risk.limit_minor

    @property
    def fraud_declines(self) -> bool:
        """Whether a fraud rule declines."""
        return self.fraud is not None and self.fraud.outcome is FraudOutcome.DECLINE

    @property
    def room_minor(self) -> int:
        """What R-2.5a leaves: what was asked for, where it binds nothing."""
        submitted = self.submitted
        if not submitted.online_consumer_credit:
            return submitted.amount_minor
        if submitted.legal_room_minor is not None:
            return submitted.legal_room_minor
        owed = submitted.own_online_consumer_minor
        return max(0, ONLINE_CONSUMER_MAX_MINOR - (submitted.own_exposure_minor if owed is None else owed))

    def lacking(self, *, review: bool = False) -> Iterator[Exceptional]:
        """What an approval of any amount lacks."""
        if self.of_a_loan:
            return
        if self.missing_required:
            yield Exceptional.EVIDENCE_MISSING
        if self.fraud is None or self.fraud.outcome is FraudOutcome.STOP:
            yield Exceptional.NOT_SCREENED
        if self.risk is None:
            yield Exceptional.NOT_ASSESSED
        if review and self.fraud_declines:
            yield Exceptional.FRAUD_DECLINED

    def bars_automatic(self) -> Iterator[str]:
        """What keeps a process from approving by itself (R-2.12)."""
        submitted, fraud, risk = self.submitted, self.fraud, self.risk
        yield from self.lacking()
        if self.of_a_loan:
            yield Bar.ABOVE_AUTHORITY  # no process acts on a loan by itself
            return
        if fraud is not None and fraud.outcome is not FraudOutcome.PASS:
            yield Bar.FRAUD
        if risk is not None:
            if risk.outcome is not RiskOutcome.APPROVE:
                yield Bar.NOT_RECOMMENDED
            if not is_offerable(submitted, risk):
                yield Bar.NOT_OFFERABLE
            if assessed_minor(submitted, risk) > self.room_minor:
                yield Bar.ABOVE_LAW
        if submitted.amount_minor > submitted.auto_authority_minor:
            yield Bar.ABOVE_AUTHORITY
        if submitted.amount_minor > submitted.committee_over_minor:
            yield Bar.COMMITTEE


def hearing_of(submitted: ApplicationSubmitted, authority_minor: int) -> Hearing:
    """Who could approve what was asked for (domain.md §15.7); `authority_minor` is what an approver may alone."""
    if submitted.amount_minor <= min(authority_minor, submitted.committee_over_minor):
        return Hearing(APPROVER, 1)
    return Hearing(COMMITTEE_MEMBER, members_of(submitted.amount_minor))


def members_of(requested_minor: int) -> int:
    """How many members of the committee decide."""
    return 5 if requested_minor > CREDIT_COMMITTEE_OVER_MINOR else LEAST_MEMBERS


def is_committee(heard: Hearing) -> bool:
    """Whether they decide as a committee, and none of them by his own authority."""
    return heard.role == COMMITTEE_MEMBER and heard.quorum >= LEAST_MEMBERS


def is_heard(submitted: ApplicationSubmitted, heard: Hearing) -> bool:
    """Whether as many and such people have heard it as what was asked for needs: it decides who has the last word."""
    if submitted.amount_minor <= submitted.committee_over_minor:
        return True
    return heard.role == COMMITTEE_MEMBER and heard.quorum >= members_of(submitted.amount_minor)
