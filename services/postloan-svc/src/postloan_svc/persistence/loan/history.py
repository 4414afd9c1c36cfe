"""A loan's history in the database: events and versions of its schedule, appended with the loan and never changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from loan_schedules.prepayment import Effect
from loan_servicekit.db.columns import Column, enumerated, rows, structured
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.ledger.allocations import Allocation, AllocationLine, Profile, Repayment
from postloan_svc.domain.ledger.postings import Account, Entry, Posting, PostingKind
from postloan_svc.domain.loan.changes import Change
from postloan_svc.domain.loan.history import EventKind, LoanEvent, Past, Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.schedule.versions import PlannedRow, ScheduleVersion

EVENTS = (
    "select loan_id, event_id, number, kind, value_date, recorded_on, amount_minor, source, reference, reverses,"
    " effect, prepaid_minor, change::text as change, designated::text as designated"
    " from loan_events where loan_id = any($1::uuid[]) order by loan_id, number"
)
POSTINGS = (
    "select loan_id, posting_no, kind, business_date, coalesce(value_date, business_date) as value_date, reverses,"
    " array_agg(account order by id) as accounts, array_agg(amount_minor order by id) as amounts"
    " from ledger_entries where loan_id = any($1::uuid[]) group by 1, 2, 3, 4, 5, 6 order by loan_id, posting_no"
)
SPLITS = (
    "select distinct on (repayment_id) loan_id, repayment_id, received_on, amount_minor, profile, version,"
    " allocation::text as allocation, excess_minor"
    " from repayments where loan_id = any($1::uuid[]) order by repayment_id, version desc"
)


CHANGE: TypeAdapter[Change] = TypeAdapter(Annotated[Change, Field(discriminator="kind")])


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of a loan."""

    loan_id: UUID
    event: LoanEvent
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A version of a loan's schedule."""

    loan_id: UUID
    schedule: ScheduleVersion
    recorded_at: datetime


def event_rows(loan: Loan, now: datetime) -> Iterator[EventRow]:
    """What has happened to a loan: the loan forgets it."""
    for event in loan.take_events():
        yield EventRow(loan.id, event, now)


def schedule_rows(loan: Loan, now: datetime) -> Iterator[ScheduleRow]:
    """The versions that a loan's schedule got: the loan forgets them."""
    for schedule in loan.take_schedules():
        yield ScheduleRow(loan.id, schedule, now)


def _planned(planned: Sequence[PlannedRow]) -> list[dict[str, object]]:
    return [each._asdict() for each in planned]


LOAN_EVENTS = rows(
    "loan_events",
    EventRow,
    [
        Column("loan_id", "uuid"),
        Column("event_id", "uuid", of="event.event_id"),
        Column("number", "int", of="event.number"),
        enumerated("kind", EventKind, of="event.kind"),
        Column("value_date", "date", of="event.value_date"),
        Column("recorded_on", "date", of="event.recorded_on"),
        Column("amount_minor", "bigint", of="event.amount_minor"),
        enumerated("source", Source, of="event.source"),
        Column("reference", "text", of="event.reference"),
        Column("reverses", "uuid", of="event.reverses"),
        enumerated("effect", Effect, of="event.effect"),
        Column("prepaid_minor", "bigint", of="event.prepaid_minor"),
        structured("change", CHANGE, of="event.change"),
        Column("designated", "json", of="event.designated", write=list),
        Column("recorded_at", "timestamptz"),
    ],
)
SCHEDULE_VERSIONS = rows(
    "schedule_versions",
    ScheduleRow,
    [
        Column("loan_id", "uuid"),
        Column("number", "int", of="schedule.number"),
        Column("made_by", "uuid", of="schedule.made_by"),
        Column("effective_from", "date", of="schedule.effective_from"),
        Column("instalments", "json", of="schedule.rows", write=_planned),
        Column("recorded_at", "timestamptz"),
    ],
)


async def load_past(uow: UnitOfWork, loans: Sequence[Loan]) -> None:
    """Gives loans their history, in three statements for all of them."""
    wanted = {loan.id: loan for loan in loans if loan.past is None}
    if not wanted:
        return
    for loan in wanted.values():
        loan.past = Past([], [], {})
    for row in await uow.read(EVENTS, list(wanted)):
        _past(wanted, row.loan_id).events.append(
            LoanEvent(
                event_id=row.event_id,
                number=row.number,
                kind=EventKind(row.kind),
                value_date=row.value_date,
                recorded_on=row.recorded_on,
                amount_minor=row.amount_minor,
                source=Source(row.source),
                reference=row.reference,
                reverses=row.reverses,
                effect=Effect(row.effect) if row.effect else None,
                prepaid_minor=row.prepaid_minor,
                change=CHANGE.validate_python(load_json(row.change)) if row.change else None,
                designated=tuple(load_json(row.designated)) if row.designated else (),
            )
        )
    for row in await uow.read(POSTINGS, list(wanted)):
        entries = tuple(
            Entry(Account(account), amount) for account, amount in zip(row.accounts, row.amounts, strict=True)
        )
        _past(wanted, row.loan_id).postings.append(
            Posting(
                kind=PostingKind(row.kind),
                business_date=row.business_date,
                entries=entries,
                value_date=row.value_date,
                number=row.posting_no,
                reverses=row.reverses,
            )
        )
    for row in await uow.read(SPLITS, list(wanted)):
        lines = tuple(
            AllocationLine(each["instalment_no"], Component(each["component"]), each["amount_minor"])
            for each in load_json(row.allocation)
        )
        _past(wanted, row.loan_id).repayments[row.repayment_id] = Repayment(
            repayment_id=row.repayment_id,
            received_on=row.received_on,
            amount_minor=row.amount_minor,
            allocation=Allocation(Profile(row.profile), lines, row.excess_minor),
            version=row.version,
        )


def _past(loans: dict[UUID, Loan], loan_id: UUID) -> Past:
    past = loans[loan_id].past
    assert past is not None
    return past
