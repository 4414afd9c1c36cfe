"""What is asked for and by whom, and what a reviewer asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from application_svc.domain.customers.customer import Tokens
from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.products.request import OwnDue
from loan_contracts.facts import DeclaredFacts
from loan_contracts.values import RepaymentMethod


@dataclass(frozen=True, slots=True)
class Wish:
    """What the applicant asks for, as entered. `schedule` are dates and principals of his own, where the product takes
    them."""

    amount_minor: int
    term_months: int
    method: RepaymentMethod
    purpose: str
    form: Mapping[str, Any]
    schedule: tuple[OwnDue, ...] | None = None


class Owed(NamedTuple):
    """What a customer has from us already, in minor units (`exposure.owed`)."""

    unsecured_minor: int = 0
    online_consumer_minor: int = 0  # the part that the cap of R-2.5a binds
    debt_service_minor: int = 0  # a month, secured loans included


NOTHING_OWED = Owed()


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks, as far as decisions need it: age in full years, tokens of person, mobile, card and device, what he has
    from us already, and what R-2.5a leaves him beside it (None where it does not bind)."""

    age: int
    tokens: Tokens
    device_token: str | None = None
    owed: Owed = NOTHING_OWED
    legal_room_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Supplement:
    """Documents that a reviewer asked for, and until when."""

    kinds: tuple[DocumentKind, ...]
    requested_at: datetime
    due_at: datetime


def declared_facts(form: Mapping[str, Any], age: int) -> DeclaredFacts:
    """The figures of a form that passed its product's schema. JSON may write a whole number as 3.0."""
    names = ("dependents", "monthly_income_minor", "monthly_expense_minor")
    return DeclaredFacts(age=age, **{name: int(form[name]) for name in names if form.get(name) is not None})
