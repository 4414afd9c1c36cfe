"""Puts a new version of a product on sale from a later day, or a new product."""

from dataclasses import dataclass
from datetime import datetime

from application_svc.domain.product import FeeTiming, Product, require_next
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.messages import AuditRecorded
from loan_servicekit.core import Caller, FieldError, Invalid, business_day


@dataclass(frozen=True, slots=True)
class ChangeProduct:
    """This version, valid from its first day on."""

    caller: Caller
    product: Product


async def change_product(command: ChangeProduct, uow: UnitOfWork, now: datetime) -> Product:
    """The new version. Raises Conflict `product-version-conflict`, Invalid `product-form-invalid` and
    `product-fee-not-charged`.

    Two who change one product at once both see the same current version; the table takes one of them, and the other is
    run again and refused.
    """
    product = command.product
    known: list[Product] = uow.batch["versions"].setdefault(product.code, [])
    require_next(known[-1] if known else None, product, business_day(now))
    _require_usable_form(product)
    _require_charged_fees(product)
    uow.product_versions.append(product.code, product.version, product.valid_from, product.model_dump(mode="json"),
                                command.caller.subject, now)  # fmt: skip
    known.append(product)
    uow.emit(
        AuditRecorded(
            subject_type="product",
            subject_id=product.code,
            action="change_product",
            detail={"version": str(product.version), "valid_from": product.valid_from.isoformat()},
        )
    )
    return product


def _require_usable_form(product: Product) -> None:
    try:
        product.form_validator.is_valid({})
    except ValueError as error:
        detail = f"the form is no usable JSON Schema: {error}"
        raise Invalid("product-form-invalid", detail, [FieldError("/form", "product-form-invalid", detail)]) from error


def _require_charged_fees(product: Product) -> None:
    """What is disclosed must be charged: a loan's instalments consist of principal and interest."""
    errors = [
        FieldError(f"/fees/{number}/timing", "product-fee-not-charged", "a fee is charged once, with the pay-out")
        for number, fee in enumerate(product.fees)
        if fee.timing is FeeTiming.EVERY_INSTALMENT
    ]
    if errors:
        raise Invalid("product-fee-not-charged", "a loan has no fee of each instalment", errors)
