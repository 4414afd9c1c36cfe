"""What a customer has from us already: R-2.5a and the limits of domain.md §11.2 hold for a borrower, not for a loan."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from application_svc.domain.application import IN_PROCESS, OFFERED, Owed
from application_svc.domain.product import Product
from loan_contracts.money import equal_instalment

COUNTED = (*IN_PROCESS, *OFFERED)


class Exposure(NamedTuple):
    """What one application binds: the amount asked for until it is decided, then that of its offer.

    An application counts in the states `COUNTED`, until its contract is terminated. Without an offer it has no rate yet.
    """

    product_code: str
    product_version: int
    amount_minor: int
    term_months: int
    annual_rate: Decimal | None = None


def owed(exposures: Iterable[Exposure], version: Callable[[str, int], Product]) -> Owed:
    """The sums of all exposures; `version` gives the product that an application was made under.

    Undecided applications count in full, so that of several in quick succession the later ones are judged by what the
    earlier ones would leave. A loan counts with its principal and its whole instalment until it is settled, however
    much of it is repaid. What two processes of the service take in within the same few milliseconds does not see each
    other.
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
