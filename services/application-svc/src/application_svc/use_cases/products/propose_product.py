"""Proposes a new version of a product, or a new product."""

from dataclasses import dataclass
from datetime import datetime

from application_svc.domain.products.legality import require_carried_out, require_lawful
from application_svc.domain.products.product import Product, require_next
from application_svc.domain.products.product_proposal import ProductProposal
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce, Versions
from loan_servicekit.core import Caller, FieldError, Invalid, business_day, new_id


@dataclass(frozen=True, slots=True)
class ProposeProduct:
    """This version, valid from its first day on."""

    caller: Caller
    product: Product
    bounds: BoundsInForce


async def propose_product(
    command: ProposeProduct, versions: Versions, uow: UnitOfWork, now: datetime
) -> ProductProposal:
    """A proposal that waits for a second person; raises what `require_sellable` raises."""
    known = versions.setdefault(command.product.code, [])
    require_sellable(command.product, known, command.bounds, now)
    proposal = ProductProposal.propose(new_id(), command.product, command.caller.subject, now)
    uow.product_proposals.add(proposal)
    return proposal


def require_sellable(product: Product, known: list[Product], bounds: BoundsInForce, now: datetime) -> None:
    """The law of today and of its first day, as far as that is known, bind a version; what it is sold under later is
    checked with every application.

    Raises Conflict `product-version-conflict`, Invalid `product-form-invalid` and what `legality` raises.
    """
    today = business_day(now)
    require_next(known[-1] if known else None, product, today)
    _require_usable_form(product)
    for day in (today, product.valid_from):
        require_lawful(product, bounds.on(day))
        require_carried_out(product, bounds.on(day))


def _require_usable_form(product: Product) -> None:
    try:
        product.form_validator.is_valid({})
    except ValueError as error:
        detail = f"the form is no usable JSON Schema: {error}"
        raise Invalid("product-form-invalid", detail, [FieldError("/form", "product-form-invalid", detail)]) from error
