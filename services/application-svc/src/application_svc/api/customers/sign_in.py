"""Whose a mobile number is, for who signs borrowers in; and who is new here."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from application_svc.api.customers.views import FoundView, MobileBody, NewcomerBody
from application_svc.api.ports import Context
from application_svc.domain.customers.mobile import parse_mobile
from application_svc.use_cases.customers.register_newcomer import WelcomeNewcomer
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


@router.post("/newcomers", operation_id="welcome_newcomer", responses=problems(409), response_model=FoundView)
async def welcome_newcomer_route(
    body: NewcomerBody, context: Annotated[Context, requires("sign-in.check")]
) -> Response:
    """Gives who signs in with a number that is nobody's an id: a code can be sent to him, and under it he registers
    himself. The same one each time until then; refused for a number that is a customer's, or several customers'."""
    number, vault = parse_mobile(body.mobile).number, context.ports.vault
    command = WelcomeNewcomer(number, vault.mobile_token(number), vault)
    return await context.perform(context.ports.operations.welcome_newcomer, command, _found)


def _found(id: UUID) -> FoundView:
    return FoundView(customer_id=id)
