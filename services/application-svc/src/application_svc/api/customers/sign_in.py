"""Whose a mobile number is, for who signs borrowers in."""

from typing import Annotated

from application_svc.api.customers.views import FoundView, MobileBody
from application_svc.api.ports import Context
from application_svc.domain.customers.mobile import parse_mobile
from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires

router = Router(prefix="/v1", tags=["customers"])


@router.post("/customers/found", operation_id="find_customer", responses=problems(404))
async def find_customer(
    body: MobileBody, context: Annotated[Context, requires("sign-in.check", keyed=False)]
) -> FoundView:
    """The customer of a mobile number; a read, so it takes no Idempotency-Key. A number that several customers gave
    signs nobody in."""
    found = await context.ports.queries.customers.with_mobile(
        context.ports.vault.mobile_token(parse_mobile(body.mobile).number)
    )
    if len(found) != 1:
        raise NotFound("customer-not-found", "the number is no single customer's")
    return FoundView(customer_id=found[0])
