"""What operations on offers have loaded for a batch."""

from collections.abc import Sequence

from application_svc.use_cases.contracts.confirm_disclosure import ConfirmDisclosure
from application_svc.use_cases.contracts.deliver_disclosure import DeliverDisclosure
from application_svc.use_cases.contracts.ports import GivenOut
from loan_servicekit.db.unit_of_work import UnitOfWork

# The text is read only of those papers that are given out now.
GIVEN_OUT = (
    "select p.application_id, p.disclosure_hash,"
    " case when p.application_id = any($2::uuid[]) then p.disclosure end, d.delivered_to, d.delivered_at,"
    " clock_timestamp() from papers p left join disclosure_deliveries d"
    " on d.application_id = p.application_id and d.disclosure_hash = p.disclosure_hash"
    " where p.application_id = any($1::uuid[])"
)


async def disclosures(uow: UnitOfWork, commands: Sequence[DeliverDisclosure | ConfirmDisclosure]) -> GivenOut:
    """The applications that the commands name, and what of their disclosures was given out."""
    ids = list({command.application_id for command in commands})
    await uow.applications.preload(ids)
    read = list({command.application_id for command in commands if isinstance(command, DeliverDisclosure)})
    rows = await uow.read(GIVEN_OUT, ids, read)
    texts = {id: text for id, _, text, *_ in rows if text is not None}
    at = {(id, hash, client): since for id, hash, _, client, since, _ in rows if client is not None}
    clock = rows[0][-1] if rows else uow.now  # without papers there is nothing to measure
    return GivenOut(texts, at, clock)
