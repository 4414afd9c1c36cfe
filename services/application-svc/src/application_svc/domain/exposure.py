"""What a customer has from us already: R-2.5a and the limits of domain.md §11.2 hold for a borrower, not for a loan."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from application_svc.domain.application import IN_PROCESS, OFFERED
from application_svc.domain.product import Product

COUNTED = (*IN_PROCESS, *OFFERED)


class Exposure(NamedTuple):
    """What one application binds: the amount asked for until it is decided, then that of its offer.

    An application counts in the states `COUNTED`, until its contract is terminated.
    """

    product_code: str
    product_version: int
    amount_minor: int


def own_exposure_minor(exposures: Iterable[Exposure], version: Callable[[str, int], Product]) -> int:
    """The sum without collateral, in minor units; `version` gives the product that an application was made under.

    Undecided applications count in full, so that of several in quick succession the later ones are judged by what the
    earlier ones would leave. A loan counts with its principal until it is settled, however much of it is repaid. What
    two processes of the service take in within the same few milliseconds does not see each other.
    """
    return sum(each.amount_minor for each in exposures if version(each.product_code, each.product_version).unsecured)
