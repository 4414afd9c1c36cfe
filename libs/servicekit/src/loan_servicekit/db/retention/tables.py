"""Runs and legal holds: their tables, and who holds what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from loan_servicekit.core.retention import Keeping, LegalHold, seeds
from loan_servicekit.db.columns import Column, aggregates
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.unit_of_work import UnitOfWork

FIRST_DAY = date(2026, 1, 1)
TABLES = (
    """create table retention_runs (
        id uuid primary key, record text not null, rule text not null, period int not null, unit text not null,
        valid_from date not null, recorded_at timestamptz, cutoff timestamptz not null, reached timestamptz,
        taken jsonb not null default '{}', held int not null default 0, first_at timestamptz, last_at timestamptz,
        day date not null, started_at timestamptz not null, finished_at timestamptz
    )""",
    "create index retention_runs_day on retention_runs (day, id)",
    "create index retention_runs_record on retention_runs (record, day)",
    """create table legal_holds (
        id uuid primary key, subject_id uuid not null, reason text not null, placed_by text not null,
        placed_at timestamptz not null, released_by text, released_at timestamptz, release_reason text,
        version int not null, sequence int not null
    )""",
    "create index legal_holds_subject on legal_holds (subject_id) where released_at is null",
)
LEGAL_HOLDS = aggregates(
    "legal_holds",
    LegalHold,
    [
        Column("id", "uuid"),
        Column("subject_id", "uuid"),
        Column("reason", "text"),
        Column("placed_by", "text"),
        Column("placed_at", "timestamptz"),
        Column("released_by", "text"),
        Column("released_at", "timestamptz"),
        Column("release_reason", "text"),
    ],
    missing="legal-hold-not-found",
)


def create_retention(rules: Sequence[Keeping]) -> None:
    """The tables of runs and holds, and the periods that rules begin with, inside a migration."""
    execute_all(*TABLES)
    seed_parameters(seeds(rules, FIRST_DAY))


@dataclass(frozen=True, slots=True)
class PlaceLegalHold:
    """What is about an application or a customer shall stay."""

    by: Caller
    subject_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class ReleaseLegalHold:
    """A hold that is needed no longer."""

    by: Caller
    hold_id: UUID
    reason: str


async def place_legal_hold(command: PlaceLegalHold, uow: UnitOfWork, now: datetime) -> LegalHold:
    """From now on nothing about the subject goes."""
    hold = LegalHold(new_id(), command.subject_id, command.reason, command.by.subject, now)
    hold.place()
    uow.legal_holds.add(hold)
    return hold


async def release_legal_hold(command: ReleaseLegalHold, uow: UnitOfWork, now: datetime) -> LegalHold:
    """Ends a hold. What it has kept beyond its time goes with the next run."""
    hold: LegalHold = await uow.legal_holds.get(command.hold_id)
    hold.release(command.by, now, command.reason)
    return hold


PLACE_LEGAL_HOLD = Operation(place_legal_hold)
RELEASE_LEGAL_HOLD = Operation(release_legal_hold)
