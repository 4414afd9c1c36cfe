"""Whether a product offers what an applicant asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from numbers import Number
from typing import Any

import jsonschema_rs

from application_svc.domain.products.product import Product
from application_svc.domain.products.repaying import OfferedMethod
from loan_contracts.money import months_later
from loan_contracts.values import RepaymentMethod, Value
from loan_servicekit.core import FieldError, Invalid


@dataclass(frozen=True, slots=True)
class OwnDue:
    """A date that the applicant names, and the principal that he repays then."""

    due_on: date
    principal_minor: int


class Request(Value):
    """What an applicant asks for; `age` in full years on the day."""

    amount_minor: int
    term_months: int
    method: RepaymentMethod
    purpose: str
    form: dict[str, Any]
    age: int
    today: date
    schedule: tuple[OwnDue, ...] = ()


def check_request(product: Product, request: Request) -> None:
    """Refuses what the product does not offer, all wrong fields at once, as Invalid `application-invalid`."""
    offered = next((each for each in product.methods if each.method is request.method), None)
    errors = [*_limits(product, request), *_method(product, offered, request), *_form(product, request.form)]
    errors += _schedule(request, own=offered is not None and offered.own_schedule)
    if errors:
        found = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
        raise Invalid("application-invalid", f"product {product.code} does not allow this application: {found}", errors)


def _limits(product: Product, request: Request) -> list[FieldError]:
    ranges = (
        (
            "/amount_minor",
            "amount-out-of-range",
            request.amount_minor,
            product.min_amount_minor,
            product.max_amount_minor,
        ),
        ("/term_months", "term-out-of-range", request.term_months, product.min_term_months, product.max_term_months),
        ("/customer_id", "age-out-of-range", request.age, product.min_age, product.max_age),
    )
    errors = [
        FieldError(pointer, code, f"{value} is not allowed; it must lie between {lowest} and {highest}")
        for pointer, code, value, lowest, highest in ranges
        if not lowest <= value <= highest
    ]
    if request.purpose not in product.purposes:
        allowed = ", ".join(product.purposes)
        errors.append(FieldError("/purpose", "purpose-not-allowed", f"purposes are {allowed}"))
    return errors


def _method(product: Product, offered: OfferedMethod | None, request: Request) -> list[FieldError]:
    if offered is None:
        allowed = ", ".join(each.method for each in product.methods)
        detail = f"{request.method} is not among {allowed}"
        return [FieldError("/repayment_method", "repayment-method-not-offered", detail)]
    longest = offered.max_term_months
    if longest is not None and request.term_months > longest:
        detail = f"{request.method} is offered up to {longest} months; term_months is {request.term_months}"
        return [FieldError("/repayment_method", "repayment-method-term", detail)]
    if not offered.fits(request.term_months):
        periods = sum(stage.periods for stage in offered.stages) or "whole"
        every = f"{offered.every.count} {offered.every.unit}"
        detail = f"{request.method} is repaid in {periods} periods of {every}; term_months is {request.term_months}"
        return [FieldError("/repayment_method", "repayment-method-term", detail)]
    return []


def _schedule(request: Request, own: bool) -> list[FieldError]:
    """Dates and principals of the applicant's own: checked one by one, and as a whole (R-3.2)."""
    rows = request.schedule
    if not own:
        refused = [FieldError("/schedule", "schedule-not-offered", "dates of one's own are not offered with this")]
        return refused if rows else []
    if not rows:
        return [FieldError("/schedule", "schedule-invalid", "the dates and principals of each payment are needed")]
    errors: list[FieldError] = []
    last, before = months_later(request.today, request.term_months), request.today
    for place, row in enumerate(rows):
        if not before < row.due_on <= last:
            detail = f"{row.due_on} must lie after {before}, and not after {last}, the end of the term"
            errors.append(FieldError(f"/schedule/{place}/due_on", "schedule-invalid", detail))
        before = max(before, row.due_on)
    total = sum(row.principal_minor for row in rows)
    if total != request.amount_minor or not rows[-1].principal_minor:
        detail = f"the principals add up to {total}; they must be {request.amount_minor}, the last one above 0"
        errors.append(FieldError("/schedule", "schedule-invalid", detail))
    return errors


def _form(product: Product, form: Mapping[str, Any]) -> list[FieldError]:
    if product.form_validator.is_valid(form):
        return list(_rounded(product.form, form, "/form"))
    return [
        FieldError(
            "".join(f"/{step}" for step in ("form", *error.instance_path)), "form-invalid", _wording(product, error)
        )
        for error in product.form_validator.iter_errors(form)
    ]


def _rounded(schema: Any, value: Any, pointer: str) -> Iterator[FieldError]:
    """Whole numbers that are not written as such: JSON Schema takes `5e6` and `5.0` for integers, a reader of digits
    does not, and nothing of a loan is guessed."""
    if not isinstance(schema, dict):
        return
    told = schema.get("type", "number")
    kinds = told if isinstance(told, list) else [told]
    if isinstance(value, Number) and not isinstance(value, int) and "number" not in kinds:
        yield FieldError(pointer, "form-invalid", "write a whole number in digits, without a point or an exponent")
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _rounded(schema.get("properties", {}).get(name), part, f"{pointer}/{name}")
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _rounded(schema.get("items"), part, f"{pointer}/{place}")


def _wording(product: Product, error: jsonschema_rs.ValidationError) -> str:
    """What is allowed, without a word of what was sent: it may name a person."""
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties) and not error.instance_path:
        return f"the form takes {', '.join(product.form.get('properties', ()))} and nothing else"
    return str(error.message)
