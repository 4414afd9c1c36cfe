"""Errands about customers: who they are is asked for all items at once;
then each is done on its own, or all together."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import TypeAlias, TypeVar

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import ForCustomer, WorkItem
from integration_gateway.use_cases.customers.ports import Customers
from integration_gateway.use_cases.desk.engine import Ended, Errand, Plan, Postpone
from loan_contracts.values import IdentityPurpose

log = logging.getLogger(__name__)

UNKNOWN_CUSTOMER_S = 30.0

W = TypeVar("W", bound=ForCustomer)
F = TypeVar("F", bound=Ended)

Known: TypeAlias = tuple[WorkItem[W], CustomerIdentity]
"""An item, and whom it is about."""

Traced: TypeAlias = Callable[[WorkItem[W]], AbstractContextManager[WorkItem[W]]]
"""What is done within it is a span of its own; what follows from the item that it gives is below that span."""


def one_by_one(
    customers: Customers,
    purpose: IdentityPurpose,
    ask: Callable[[WorkItem[W], CustomerIdentity], Awaitable[F | Postpone]],
    traced: Traced[W],
) -> Plan[W, F]:
    """An errand an item."""

    async def plan(items: Sequence[WorkItem[W]]) -> Sequence[Errand[W, F]]:
        known, unknown = await _identified(customers, purpose, items)
        errands: list[Errand[W, F]] = [Errand([item], partial(asked, item, customer)) for item, customer in known]
        return [*errands, Errand(unknown, partial(_put_back, unknown))] if unknown else errands

    async def asked(item: WorkItem[W], customer: CustomerIdentity) -> Sequence[F | Postpone]:
        with traced(item) as traced_item:
            return [await ask(traced_item, customer)]

    return plan


def together(
    customers: Customers,
    purpose: IdentityPurpose,
    ask: Callable[[Sequence[Known[W]]], Awaitable[Sequence[F | Postpone]]],
) -> Plan[W, F]:
    """One errand for all items."""

    async def plan(items: Sequence[WorkItem[W]]) -> Sequence[Errand[W, F]]:
        known, unknown = await _identified(customers, purpose, items)
        errands: list[Errand[W, F]] = [Errand([item for item, _ in known], partial(ask, known))] if known else []
        return [*errands, Errand(unknown, partial(_put_back, unknown))] if unknown else errands

    return plan


async def _identified(
    customers: Customers, purpose: IdentityPurpose, items: Sequence[WorkItem[W]]
) -> tuple[Sequence[Known[W]], Sequence[WorkItem[W]]]:
    """Items with their customers, and those of customers whom nobody knows."""
    found = await customers.identities([item.work.customer_id for item in items], purpose)
    known = [(item, found[item.work.customer_id]) for item in items if item.work.customer_id in found]
    return known, [item for item in items if item.work.customer_id not in found]


async def _put_back(items: Sequence[WorkItem[W]]) -> Sequence[Postpone]:
    """Nobody knows the customers: an operator has to look; the work is not lost."""
    for item in items:
        log.error("desk.customer_unknown", extra={"kind": item.work.KIND, "request": str(item.id)})
    return [Postpone(item.id, UNKNOWN_CUSTOMER_S, attempted=False) for item in items]
