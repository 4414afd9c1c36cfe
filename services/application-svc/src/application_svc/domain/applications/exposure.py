"""What a customer has from us already: R-2.5a and the limits of domain.md §11.2 hold for a borrower, not for a loan."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.status import IN_PROCESS, OFFERED
from application_svc.domain.applications.wish import Owed
from application_svc.domain.products.product import Product
from loan_schedules.annuity import equal_instalment

EXPOSURE_LOCK = "exposure {}"  # the key under which acts for one customer follow one another
COUNTED = (*IN_PROCESS, *OFFERED)


class Bound(IntEnum):
    """How far we are bound by an application."""

    ASKED = 0  # it is undecided, or was approved and has no offer
    OFFERED = 1
    SIGNED = 2  # a contract or a loan

    @classmethod
    def by(cls, status: ContractStatus | None) -> "Bound":
        """How far a contract of this status binds us."""
        if status is None:
            return cls.ASKED
        return cls.SIGNED if status in (ContractStatus.SIGNED, ContractStatus.EFFECTIVE) else cls.OFFERED


class Exposure(NamedTuple):
    """What one application binds: the amount asked for until it is decided, then that of its offer.

    An application counts in the states `COUNTED`, until its contract is terminated. Without an offer it has no rate
    yet.
    """

    product_code: str
    product_version: int
    amount_minor: int
    term_months: int
    annual_rate: Decimal | None = None
    bound: Bound = Bound.ASKED


Version = Callable[[str, int], Product]
"""The product that an application was made under."""


def owed(exposures: Iterable[Exposure], version: Version) -> Owed:
    """The sums of all exposures.

    Undecided applications count in full, so that of several in quick succession the later ones are judged by what the
    earlier ones would leave. A loan counts with its principal and its whole instalment until it is settled, however
    much of it is repaid.
    """
    unsecured = online_consumer = debt_service = 0
    for each in exposures:
        product = version(each.product_code, each.product_version)
        debt_service += _instalment(each, product)
        if product.unsecured:
            unsecured += each.amount_minor
        if product.online_consumer_credit:
            online_consumer += each.amount_minor
    return Owed(unsecured, online_consumer, debt_service)


def _instalment(exposure: Exposure, product: Product) -> int:
    """That of equal instalments, as for every loan whose burden is judged (R-11.4): who repays in one sum has to save.

    What has no rate yet is taken at the highest that the product allows.
    """
    rate = product.max_total_annual_rate if exposure.annual_rate is None else exposure.annual_rate
    return equal_instalment(exposure.amount_minor, rate, exposure.term_months)


def room_minor(
    exposures: Mapping[UUID, Exposure], application_id: UUID, bound: Bound, cap_minor: int, version: Version
) -> int:
    """What R-2.5a leaves for an application of online consumption credit: the cap less what else is bound so far.

    People may approve more than an assessment has left, and two applications may be decided side by side; so what is
    offered is held against the other offers (`bound` OFFERED), and what is signed against what is signed (SIGNED).
    """
    taken = sum(
        each.amount_minor
        for id, each in exposures.items()
        if id != application_id
        and each.bound >= bound
        and version(each.product_code, each.product_version).online_consumer_credit
    )
    return max(0, cap_minor - taken)
