"""Names who is paid in the borrower's stead (受托支付, R-2.6a), before the contract is signed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import counterparty
from application_svc.domain.contracts.counterparty import Payee, parse_payee
from application_svc.use_cases.contracts.ports import SealedPayee
from application_svc.use_cases.customers.ports import Vault
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.access import SPEAKS_FOR_THE_BORROWER
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class NameCounterparty:
    """This payee, proved by the document with this id."""

    caller: Caller
    application_id: UUID
    payee: Payee
    document_id: UUID
    vault: Vault
    expect: Callable[[int], None]


async def name_counterparty(command: NameCounterparty, uow: UnitOfWork, now: datetime) -> Application:
    """Name and account are kept sealed. Raises what `counterparty.name_counterparty` and `parse_payee` raise, Forbidden
    `other-branch`, and to staff who made or decided the application `maker-not-checker`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    if SPEAKS_FOR_THE_BORROWER.isdisjoint(command.caller.roles):
        application.require_apart(command.caller.subject)
    payee, vault = parse_payee(command.payee), command.vault
    customer = await uow.customers.get(application.customer_id)
    tokens = (vault.payee_token(payee), vault.card_token(payee.account))
    counterparty.name_counterparty(
        application, payee, command.document_id, tokens, customer.tokens.card, command.caller.subject, now
    )
    told = {"name": payee.name, "account": payee.account, "registration": payee.registration}
    sealed = vault.seal(application.id, told)
    uow.counterparties.append(
        SealedPayee(
            application_id=application.id,
            customer_id=application.customer_id,
            token=tokens[0],
            name=str(sealed["name"]),
            account=str(sealed["account"]),
            registration=sealed["registration"],
            named_at=now,
        )
    )
    return application
