"""Takes the bank's word on a customer's card."""

from datetime import datetime

from application_svc.domain.customers.customer import Customer
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.cards import CardCheck, CardVerified


async def record_card_verification(command: CardVerified, uow: UnitOfWork, now: datetime) -> Customer:
    """Raises NotFound `customer-not-found`, Conflict `card-verification-overtaken`."""
    customer = await uow.customers.get(command.customer_id)
    customer.record_verification(command.card_token, command.outcome is CardCheck.MATCHED, command.code)
    return customer
