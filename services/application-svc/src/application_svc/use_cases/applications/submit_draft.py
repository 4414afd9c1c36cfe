"""Hands a draft in, when its documents are there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.use_cases.applications.ports import Borrowers
from application_svc.use_cases.applications.submit_application import hand_in, reuse
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce, Products
from loan_servicekit.core import Caller, Conflict, business_day


@dataclass(frozen=True, slots=True)
class SubmitDraft:
    """Hand this draft in."""

    caller: Caller
    application_id: UUID
    products: Products
    bounds: BoundsInForce
    device_token: str | None
    reuse_documents: bool
    expect: Callable[[int], None]


async def submit_draft(command: SubmitDraft, borrowers: Borrowers, uow: UnitOfWork, now: datetime) -> Application:
    """Under the version of the product that the draft began with, as long as that is on sale.

    Raises NotFound `application-not-found`, Conflict `product-not-on-sale`, Forbidden `other-branch`, and what
    `hand_in` raises.
    """
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    product = command.products.version(application.product_code, application.product_version)
    if not product.on_sale(business_day(now)):
        raise Conflict(
            "product-not-on-sale", f"version {product.version} of {product.code} is not on sale any more; draft anew"
        )
    asking = borrowers.asking[application.customer_id]
    if command.reuse_documents:
        reuse(application, product, command.bounds, borrowers, now)
    hand_in(application, asking, command.products, command.bounds, command.device_token, command.caller, now)
    return application
