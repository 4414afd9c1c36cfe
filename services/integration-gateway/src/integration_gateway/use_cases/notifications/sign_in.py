"""A borrower signs in: a code goes to his number, and what he types is compared with it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.notifications.notice import Notify
from integration_gateway.domain.notifications.sign_in_code import TEMPLATE, SignInCode
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork as DeskUnitOfWork


class SignInCodes(Protocol):
    """The codes of a unit of work."""

    async def find(self, id: UUID) -> SignInCode | None:
        """The code of a customer, if one was sent."""

    def add(self, aggregate: SignInCode) -> None:
        """Takes in the first one of a customer."""


class UnitOfWork(DeskUnitOfWork, Protocol):
    """One transaction."""

    sign_in_codes: SignInCodes


@dataclass(frozen=True, slots=True)
class SendSignInCode:
    """Send this code to a customer; `id` is the notice's."""

    id: UUID
    customer_id: UUID
    code: str = field(repr=False)
    application_id: UUID | None = None

    @property
    def work(self) -> Notify:
        """What the desk does about it."""
        return Notify(self.customer_id, TEMPLATE, {"code": self.code})


@dataclass(frozen=True, slots=True)
class CheckSignInCode:
    """A customer has typed this."""

    customer_id: UUID
    code: str = field(repr=False)


async def send_sign_in_code(command: SendSignInCode, intake: Intake, uow: UnitOfWork, now: datetime) -> SignInCode:
    """Raises Conflict `sign-in-code-too-soon`, `sign-in-codes-too-many`."""
    sent = await uow.sign_in_codes.find(command.customer_id)
    if sent is None:
        sent = SignInCode.first(command.customer_id, command.code, now)
        uow.sign_in_codes.add(sent)
    else:
        sent.send_again(command.code, now)
    intake.put(uow, command.id, command.work, now)
    return sent


async def check_sign_in_code(command: CheckSignInCode, uow: UnitOfWork, now: datetime) -> bool:
    """Whether it is his code; a wrong one is no refusal, for it costs a try."""
    sent = await uow.sign_in_codes.find(command.customer_id)
    return sent is not None and sent.check(command.code, now)
