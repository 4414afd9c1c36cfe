"""Whether a product offers what an applicant asks for."""

from collections.abc import Iterator, Mapping
from numbers import Number
from typing import Any

import jsonschema_rs

from application_svc.domain.products.product import Product
from loan_contracts.values import RepaymentMethod, Value
from loan_servicekit.core import FieldError, Invalid


class Request(Value):
    """What an applicant asks for; `age` in full years on the day."""

    amount_minor: int
    term_months: int
    method: RepaymentMethod
    purpose: str
    form: dict[str, Any]
    age: int


def check_request(product: Product, request: Request) -> None:
    """Refuses what the product does not offer, all wrong fields at once, as Invalid `application-invalid`."""
    errors = [*_limits(product, request), *_method(product, request), *_form(product, request.form)]
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


def _method(product: Product, request: Request) -> list[FieldError]:
    offered = next((each for each in product.methods if each.method is request.method), None)
    if offered is None:
        allowed = ", ".join(each.method for each in product.methods)
        detail = f"{request.method} is not among {allowed}"
        return [FieldError("/repayment_method", "repayment-method-not-offered", detail)]
    longest = offered.max_term_months
    if longest is not None and request.term_months > longest:
        detail = f"{request.method} is offered up to {longest} months; term_months is {request.term_months}"
        return [FieldError("/repayment_method", "repayment-method-term", detail)]
    return []


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
