"""Who a number belongs to and what is true about that person: the data set's row, unless a test says otherwise."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict

from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.values import Source, SourceStatus
from loan_datasets import people
from loan_datasets.borrower import Borrower
from provider_simulator.answers import ORGANISATION

FACTS: dict[Source, type[BaseModel]] = {
    Source.IDENTITY: IdentityFacts,
    Source.TELECOM: TelecomFacts,
    Source.CREDIT_BUREAU: BureauFacts,
    Source.SOCIAL_INSURANCE: SocialInsuranceFacts,
    Source.TAX: TaxFacts,
    Source.COURT: CourtFacts,
    Source.REGISTRY: RegistryFacts,
}

Told = dict[str, Any]
"""Facts of one source by the names of their fields, as somebody tells them: read when they are put together."""

BorrowerOf = Callable[[int], Borrower | None]
FactsOf = Callable[[Borrower, datetime], CollectedFacts]


class Override(BaseModel):
    """What a test wants to be true about one person, beside or instead of the row's facts.

    Fields of a source replace the row's own one by one. `statuses` says how a source behaves for this person: HIT, MISS
    and REJECTED are answers, ERROR is a broken one (500), TIMEOUT is silence until the caller gives up. `credit_report`
    is the bureau's answer as it stands (domain.md §7.1), for what no facts can say.
    """

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    mobile: str | None = None
    statuses: dict[Source, SourceStatus] = {}
    identity: Told = {}
    telecom: Told = {}
    credit_bureau: Told = {}
    social_insurance: Told = {}
    tax: Told = {}
    court: Told = {}
    registry: Told = {}
    credit_report: Told | None = None


@dataclass(slots=True)
class Profile:
    """One person as all sources know it. `answers` keeps what was rendered, by source."""

    name: str | None  # None: any name is right (organisations, and numbers outside the scheme that a test has defined)
    mobile: str | None
    facts: CollectedFacts
    overridden: frozenset[Source] = frozenset()
    answers: dict[Source, bytes] = field(default_factory=dict)


class Profiles:
    """Profiles by identity number, made at first sight and kept for the last ones seen."""

    def __init__(self, borrower_of: BorrowerOf, facts_of: FactsOf, seed: int = people.SEED, kept: int = 1_000) -> None:
        self._borrower_of = borrower_of
        self._facts_of = facts_of
        self._seed = seed
        self._kept = kept
        self._seen: OrderedDict[str, Profile] = OrderedDict()
        self._overrides: dict[str, Override] = {}

    def get(self, number: str, at: datetime) -> Profile | None:
        """The profile of an identity number; None for a number that nobody has."""
        profile = self._seen.get(number)
        if profile is not None:
            self._seen.move_to_end(number)
            return profile
        profile = self._made(number, at)
        if profile is not None:
            self._seen[number] = profile
            if len(self._seen) > self._kept:
                self._seen.popitem(last=False)
        return profile

    def override(self, number: str, override: Override, at: datetime) -> None:
        """Makes something else true about a person. ValueError where the facts are none; then nothing has changed."""
        self._overridden(self._of_row(number, at), override, at)
        self._overrides[number] = override
        self._seen.pop(number, None)

    def restore(self, number: str) -> None:
        """The person is what the row says again."""
        self._overrides.pop(number, None)
        self._seen.pop(number, None)

    def restore_all(self) -> None:
        """Everybody is what the row says again."""
        self._overrides.clear()
        self._seen.clear()

    def _made(self, number: str, at: datetime) -> Profile | None:
        profile = self._of_row(number, at)
        override = self._overrides.get(number)
        return profile if override is None else self._overridden(profile, override, at)

    def _of_row(self, number: str, at: datetime) -> Profile | None:
        row = people.row_of(number)
        if row is None:
            return _organisation(at) if ORGANISATION.fullmatch(number) else None
        borrower = self._borrower_of(row) or story_borrower(row)
        return Profile(
            name=people.name(row, seed=self._seed),
            mobile=people.mobile(row, seed=self._seed),
            facts=self._facts_of(borrower, at),
        )

    def _overridden(self, profile: Profile | None, override: Override, at: datetime) -> Profile:
        facts = profile.facts if profile else CollectedFacts(collected_at=at, statuses={})
        blocks: dict[str, BaseModel] = {}
        statuses = dict(facts.statuses)
        for source, kind in FACTS.items():
            block = source.value.lower()
            changes: Told = getattr(override, block)
            if changes:
                blocks[block] = kind.model_validate({**_fields(getattr(facts, block)), **changes})
                statuses[source] = SourceStatus.HIT
        overridden = {source for source in FACTS if getattr(override, source.value.lower())}
        answers: dict[Source, bytes] = {}
        if override.credit_report is not None:
            answers[Source.CREDIT_BUREAU] = orjson.dumps(override.credit_report)
            statuses[Source.CREDIT_BUREAU] = SourceStatus.HIT
            overridden.add(Source.CREDIT_BUREAU)
        return Profile(
            name=override.name or (profile.name if profile else None),
            mobile=override.mobile or (profile.mobile if profile else None),
            facts=facts.model_copy(update={**blocks, "statuses": {**statuses, **override.statuses}}),
            overridden=frozenset(overridden),
            answers=answers,
        )


def story_borrower(row: int) -> Borrower:
    """A solid borrower, for people outside the data set: tests say by override what is different about them."""
    return Borrower(
        row=row,
        defaulted=False,
        age=38,
        revolving_utilisation=Decimal("0.21"),
        late_30_59=0,
        late_60_89=0,
        late_90=0,
        debt_ratio=Decimal("0.28"),
        monthly_income=12_800,
        open_accounts=7,
        mortgage_accounts=1,
        dependents=1,
    )


def _organisation(at: datetime) -> Profile:
    """A business that no test has said anything about: the courts have nothing on it, and nobody else knows it."""
    facts = CollectedFacts(collected_at=at, statuses={Source.COURT: SourceStatus.HIT}, court=CourtFacts())
    return Profile(name=None, mobile=None, facts=facts)


def _fields(block: BaseModel | None) -> Told:
    return {} if block is None else block.model_dump()
