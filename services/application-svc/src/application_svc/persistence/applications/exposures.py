"""What a customer `c` has from us already, as columns of arrays, one element an application."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from application_svc.domain.applications.exposure import COUNTED, Bound, Exposure
from application_svc.domain.applications.offer import ContractStatus

# Applications are found by the index that begins with the customer's id. The states stand in a filter, where the
# planner cannot think of the index of states: it would read half the table as long as it knows no statistics.
COUNTS = (
    f"filter (where status in ({', '.join(repr(status.value) for status in COUNTED)})"
    f" and contract_status is distinct from '{ContractStatus.TERMINATED.value}')"
)
EXPOSURES = (
    f"select array_agg(id) {COUNTS} as applications, array_agg(product_code) {COUNTS} as products,"
    f" array_agg(product_version) {COUNTS} as versions,"
    " array_agg(case when decision is null then amount_minor"
    f"   else coalesce((offer->>'principal_minor')::bigint, 0) end) {COUNTS} as amounts,"
    f" array_agg(coalesce((offer->>'term_months')::int, term_months)) {COUNTS} as terms,"
    f" array_agg((offer->>'annual_rate')::numeric) {COUNTS} as rates,"
    f" array_agg(contract_status) {COUNTS} as contracts"
    " from applications where customer_id = c.id"
)


def exposures_of(columns: Sequence[Sequence[Any] | None]) -> dict[UUID, Exposure]:
    """Exposures by application, of the columns of `EXPOSURES`."""
    return {
        id: Exposure(
            product_code=product,
            product_version=version,
            amount_minor=amount,
            term_months=term,
            annual_rate=rate,
            bound=Bound.by(contract and ContractStatus(contract)),
        )
        for id, product, version, amount, term, rate, contract in rows_behind(columns)
    }


def rows_behind(columns: Sequence[Sequence[Any] | None]) -> Iterable[tuple[Any, ...]]:
    """The rows behind aggregated columns, which are null where there were none."""
    return zip(*(column or () for column in columns), strict=True)
