"""What operations on applications have loaded for a batch, in at most one statement a table."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from application_svc.domain.applications.exposure import EXPOSURE_LOCK
from application_svc.domain.consents.consent import GivenConsent, Purpose
from application_svc.domain.contracts.counterparty import Draw
from application_svc.domain.customers.customer import Borrower, CardState, Tokens
from application_svc.domain.documents.reuse import Earlier
from application_svc.persistence.applications.exposures import EXPOSURES, exposures_of, rows_behind
from application_svc.persistence.consents.in_force import IN_FORCE
from application_svc.persistence.documents.earlier import EARLIER, earlier_of
from application_svc.use_cases.applications.ports import Asking, Borrowers, Holding
from application_svc.use_cases.applications.submit_application import SubmitApplication
from application_svc.use_cases.applications.submit_draft import SubmitDraft
from application_svc.use_cases.contracts.record_decision import RecordDecision
from application_svc.use_cases.contracts.sign_contract import SignContract
from loan_contracts.decisions import Outcome, ReviewUpdated
from loan_contracts.values import Source
from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.unit_of_work import UnitOfWork

ASKING = (
    "select c.id, c.branch, c.birth_date, c.id_expires_on, c.person_token, c.mobile_token, c.card_token,"
    " k.ids, k.sources, k.purposes, k.since, k.until, e.*"
    " from customers c cross join lateral ("
    "   select array_agg(id) as ids, array_agg(source) as sources, array_agg(purpose) as purposes,"
    "     array_agg(valid_from) as since, array_agg(valid_until) as until"
    f"   from consents k where customer_id = c.id and {IN_FORCE}) k"
    f" cross join lateral ({EXPOSURES}) e where c.id = any($1::uuid[])"
)
HOLDING = (
    "select c.id, c.id_expires_on, c.card_state, c.card_token, d.*, e.*"
    " from customers c cross join lateral ("
    "   select array_agg(id) as drawn, array_agg(purpose) as purposes,"
    "     array_agg((offer->>'principal_minor')::bigint) as principals,"
    "     array_agg((signature->>'signed_at')::timestamptz) as signed"
    "   from applications where customer_id = c.id and signature is not null) d"
    f" cross join lateral ({EXPOSURES}) e where c.id = any($1::uuid[])"
)


class AboutApplication(Protocol):
    """A command or a message about one application."""

    @property
    def application_id(self) -> UUID:
        """Which one."""


async def applications(uow: UnitOfWork, commands: Sequence[AboutApplication]) -> None:
    """The applications that the commands name."""
    await uow.applications.preload([command.application_id for command in commands])


async def applications_and_customers(uow: UnitOfWork, commands: Sequence[AboutApplication]) -> None:
    """The applications that the commands name, and their customers."""
    await uow.customers.preload(list(await _their_customers(uow, commands)))


async def reviews(uow: UnitOfWork, messages: Sequence[ReviewUpdated]) -> None:
    """The borrowers' requests that the messages name."""
    await uow.reviews.preload([message.review_id for message in messages])


async def borrowers(uow: UnitOfWork, commands: Sequence[SubmitApplication | SubmitDraft | SignContract]) -> Borrowers:
    """The applications that the commands name, and their customers. One loader for all of them: customers are locked at
    once."""
    asks = [command for command in commands if isinstance(command, SubmitApplication)]
    drafts = [command for command in commands if isinstance(command, SubmitDraft)]
    signing = [command for command in commands if isinstance(command, SignContract)]
    holding = await _their_customers(uow, signing)
    asking = await _their_customers(uow, drafts) | {command.customer_id for command in asks}
    await follow_one_another(uow, (EXPOSURE_LOCK.format(id) for id in asking | holding))
    reusing = await _their_customers(uow, [draft for draft in drafts if draft.reuse_documents])
    reusing |= {command.customer_id for command in asks if command.reuse_documents}
    return Borrowers(await _asking(uow, asking), await _holding(uow, holding), await _earlier(uow, reusing))


async def decided(uow: UnitOfWork, commands: Sequence[RecordDecision]) -> dict[UUID, Holding]:
    """The applications that the commands name, and the customers of those to whom a loan is offered."""
    await applications(uow, commands)
    offered = [command for command in commands if command.decision.outcome is not Outcome.DECLINED]
    customers = await _their_customers(uow, offered)
    if customers:
        await follow_one_another(uow, (EXPOSURE_LOCK.format(id) for id in customers))
    return await _holding(uow, customers)


async def _their_customers(uow: UnitOfWork, commands: Sequence[AboutApplication]) -> set[UUID]:
    ids = list({command.application_id for command in commands})
    await uow.applications.preload(ids)
    found = [await uow.applications.find(id) for id in ids]
    return {application.customer_id for application in found if application is not None}


async def _asking(uow: UnitOfWork, ids: set[UUID]) -> dict[UUID, Asking]:
    asking: dict[UUID, Asking] = {}
    for row in await uow.read(ASKING, list(ids), uow.now) if ids else ():
        id, branch, birth_date, id_expires_on, person, mobile, card, *aggregated = row
        customer = Borrower(id, branch, birth_date, id_expires_on, Tokens(person, mobile, card))
        given = list(_given_consents(rows_behind(aggregated[:5])))
        asking[id] = Asking(customer, given, exposures_of(aggregated[5:]))
    return asking


def _given_consents(rows: Iterable[tuple[Any, ...]]) -> Iterable[GivenConsent]:
    for id, source, purpose, since, until in rows:
        yield GivenConsent(
            id=id,
            source=Source(source),
            purpose=Purpose(purpose),
            valid_from=since,
            valid_until=until,
            withdrawn_at=None,
        )


async def _holding(uow: UnitOfWork, ids: set[UUID]) -> dict[UUID, Holding]:
    rows = await uow.read(HOLDING, list(ids)) if ids else ()
    return {
        id: Holding(
            documents_until=documents_until,
            card_state=CardState(card_state),
            card_token=card,
            exposures=exposures_of(aggregated[4:]),
            draws=[Draw._make(row) for row in rows_behind(aggregated[:4])],
        )
        for id, documents_until, card_state, card, *aggregated in rows
    }


async def _earlier(uow: UnitOfWork, ids: set[UUID]) -> dict[UUID, Earlier]:
    """What those have handed in who let their papers serve again."""
    return earlier_of(await uow.read(EARLIER, list(ids))) if ids else {}
