"""Sign-in codes over HTTP: for who signs borrowers in."""

import secrets
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.notifications.sign_in_code import DIGITS, LIVES, SignInCode
from integration_gateway.use_cases.notifications.sign_in import CheckSignInCode, SendSignInCode
from loan_servicekit.core import new_id
from loan_servicekit.http import Answered, Body, Router, problems, requires

SOON, TOMORROW = Answered(429, {"Retry-After": "60"}), Answered(429, {"Retry-After": "3600"})
router = Router({"sign-in-code-too-soon": SOON, "sign-in-codes-too-many": TOMORROW}, prefix="/v1")


class SignInCodeBody(Body):
    """Whom to send a code."""

    customer_id: UUID


class SignInCodeView(BaseModel):
    """A code was sent: not which."""

    customer_id: UUID
    valid_seconds: int

    @classmethod
    def of(cls, sent: SignInCode) -> "SignInCodeView":
        """The view of a code."""
        return cls(customer_id=sent.id, valid_seconds=int(LIVES.total_seconds()))


class VerificationBody(SignInCodeBody):
    """What somebody has typed."""

    code: Annotated[str, Field(pattern=rf"^[0-9]{{{DIGITS}}}$", examples=["042917"])]


class VerificationView(BaseModel):
    """Whether it was the code."""

    verified: bool


@router.post(
    "/sign-in-codes",
    operation_id="send_sign_in_code",
    status_code=202,
    responses=problems(429),
    response_model=SignInCodeView,
)
async def send_sign_in_code_route(
    body: SignInCodeBody, context: Annotated[Context, requires("sign-in.check")]
) -> Response:
    """Sends a code to the mobile number of a customer: it lives five minutes, is good once, and takes the place of the
    last one. One a minute and ten a day are sent."""
    command = SendSignInCode(new_id(), body.customer_id, f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")
    return await context.perform(context.ports.operations.send_sign_in_code, command, SignInCodeView.of, 202)


@router.post("/sign-in-codes/verification", operation_id="check_sign_in_code", responses=problems())
async def check_sign_in_code_route(
    body: VerificationBody, context: Annotated[Context, requires("sign-in.check", keyed=False)]
) -> VerificationView:
    """Whether this is the code that was sent to the customer last. Five wrong ones end it. It takes no
    Idempotency-Key: who asks again has used a try."""
    command = CheckSignInCode(body.customer_id, body.code)
    return VerificationView(verified=await context.run(context.ports.operations.check_sign_in_code, command))
