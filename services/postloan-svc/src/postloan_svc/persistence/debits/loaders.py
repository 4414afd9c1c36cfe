"""What debits load for a batch. Loaders only read."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_contracts.lending import PaymentDirection, PaymentFailed, PaymentSettled
from loan_contracts.payments.collecting import CollectionAgreementRefused, CollectionAgreementSigned, PaymentReturned
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.calendar.business_day import day_of_money
from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitRules, times_of
from postloan_svc.persistence.disbursement.loaders import Loaders as DisbursementLoaders
from postloan_svc.persistence.loaders import LOCK_LOANS, AboutALoan, Loaders
from postloan_svc.persistence.loan.history import load_past
from postloan_svc.use_cases.debits.pay_by_card import PayByCard
from postloan_svc.use_cases.debits.ports import AgreementBasis, EndingBasis, RunBasis
from postloan_svc.use_cases.debits.run_debits import RunDebits
from postloan_svc.use_cases.servicing.ports import ReceivingBasis

OF_LOANS = (
    "select loan_id, count(*) as agreements, max(id::text) filter (where status in ('REQUESTED', 'SIGNED')) as live"
    " from collection_agreements where loan_id = any($1::uuid[]) group by 1"
)
UNDER_WAY = "select loan_id from debit_attempts where loan_id = any($1::uuid[]) and status = 'REQUESTED'"
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('debits'))::text"  # the runs of several processes
# Who owes something that is due, and who owes nothing any more: whose agreement ends.
NEXT = (
    "select a.id, a.loan_id from collection_agreements a join loans l on l.id = a.loan_id"
    " where a.status = 'SIGNED' and a.id > $1 and (l.status in ('SETTLED', 'TRANSFERRED')"
    " or (a.frozen_at is null and l.arrears is not null)) order by a.id limit $2"
)
FIRST = UUID(int=0)

Answer = PaymentSettled | PaymentFailed | PaymentReturned


class DebitLoaders:
    """`loaders` and `disbursing` load what repayments and pay-outs need."""

    def __init__(self, cache: ParameterCache, loaders: Loaders, disbursing: DisbursementLoaders) -> None:
        self._cache, self._loaders, self._disbursing = cache, loaders, disbursing

    async def agreement_basis(self, uow: UnitOfWork, commands: Sequence[AboutALoan]) -> AgreementBasis:
        """Loans with their agreements; whoever else is about to agree or to collect waits."""
        ids = [command.loan_id for command in commands]
        await uow.read(LOCK_LOANS, ids)
        quotes = [command.quote_id for command in commands if isinstance(command, PayByCard) and command.quote_id]
        await uow.prepayment_quotes.preload(quotes)
        receiving = await self._loaders.receiving(uow, ids, ())
        counts, live = await _agreements(uow, ids)
        return AgreementBasis(counts, live, await _under_way(uow, ids), receiving)

    async def agreements(
        self, uow: UnitOfWork, commands: Sequence[CollectionAgreementSigned | CollectionAgreementRefused]
    ) -> None:
        """The agreements that the network has answered to."""
        await uow.collection_agreements.preload([command.agreement_id for command in commands])

    async def run_basis(self, uow: UnitOfWork, commands: Sequence[RunDebits]) -> RunBasis:
        """The next agreements of runs, with their loans."""
        await uow.read(ONE_AT_A_TIME)
        found: dict[str, list[CollectionAgreement]] = {}
        loan_ids: list[UUID] = []
        for command in commands:
            run = await uow.debit_runs.find(command.id)
            after = (run.after if run else None) or FIRST
            over = run is not None and run.ended_at is not None
            rows = [] if over else await uow.read(NEXT, after, command.at_most)
            await uow.collection_agreements.preload([row.id for row in rows])
            found[command.id] = [await uow.collection_agreements.get(row.id) for row in rows]
            loan_ids += [row.loan_id for row in rows]
        await uow.read(LOCK_LOANS, loan_ids)
        receiving = await self._loaders.receiving(uow, loan_ids, ())
        return RunBasis(found, await _under_way(uow, loan_ids), self.rules(receiving.business_date), receiving)

    async def ending_basis(self, uow: UnitOfWork, commands: Sequence[Answer]) -> EndingBasis:
        """What payments end on: pay-outs their loans, debits theirs with the history that money may be dated into."""
        debits = [each for each in commands if each.direction is PaymentDirection.COLLECT]
        others = [each for each in commands if each.direction is not PaymentDirection.COLLECT]
        pay_out = await self._disbursing.pay_out_basis(uow, others)
        await uow.debit_attempts.preload([each.payment_id for each in debits])
        ids = [each.loan_id for each in debits]
        if ids:
            await uow.read(LOCK_LOANS, ids)
        references = [each.channel_reference for each in debits if isinstance(each, PaymentSettled)]
        receiving = await self._loaders.receiving(uow, ids, references)
        await self._load_history(uow, debits, receiving)
        for each in debits:
            attempt = await uow.debit_attempts.find(each.payment_id)
            if attempt and attempt.quote_id:
                await uow.prepayment_quotes.preload([attempt.quote_id])
        _, live = await _agreements(uow, ids)
        await uow.classifications.preload([each.loan_id for each in debits if isinstance(each, PaymentFailed)])
        day = receiving.business_date
        technical_days = int(self._cache.parameters.text("class.technical_days", day))
        return EndingBasis(pay_out, receiving, live, self.rules(day), technical_days)

    async def _load_history(self, uow: UnitOfWork, debits: Sequence[Answer], receiving: ReceivingBasis) -> None:
        """Of loans that stand on a later day than their money already, and of those that lose some."""
        wanted = []
        for each in debits:
            loan = await uow.loans.find(each.loan_id)
            if loan is None or loan.value_date is None:
                continue
            if isinstance(each, PaymentReturned) or _is_late(each, loan.advanced_to, receiving.business_date, uow):
                wanted.append(loan)
        await load_past(uow, wanted)

    def rules(self, day: date) -> DebitRules:
        """Parameters `debit.*` in force on a day."""
        values = self._cache.parameters
        return DebitRules(
            times=times_of(values.text("debit.times", day)),
            most_dpd=int(values.text("debit.most_dpd", day)),
            most_parts=int(values.text("debit.most_parts", day)),
            least_part_minor=int(values.decimal("debit.least_part", day) * Decimal(100)),
        )


def _is_late(answer: Answer, advanced_to: date | None, open_day: date, uow: UnitOfWork) -> bool:
    if not isinstance(answer, PaymentSettled) or advanced_to is None:
        return False
    return min(day_of_money(answer.settled_at, open_day, uow.now), open_day) < advanced_to


async def _agreements(
    uow: UnitOfWork, loan_ids: Sequence[UUID]
) -> tuple[dict[UUID, int], dict[UUID, CollectionAgreement]]:
    rows = await uow.read(OF_LOANS, list(loan_ids)) if loan_ids else []
    alive: Mapping[UUID, UUID] = {row.loan_id: UUID(row.live) for row in rows if row.live}
    await uow.collection_agreements.preload(list(alive.values()))
    live = {loan_id: await uow.collection_agreements.get(id) for loan_id, id in alive.items()}
    return {row.loan_id: row.agreements for row in rows}, live


async def _under_way(uow: UnitOfWork, loan_ids: Sequence[UUID]) -> set[UUID]:
    return {row.loan_id for row in await uow.read(UNDER_WAY, list(loan_ids))}
