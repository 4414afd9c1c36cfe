"""The table of parameters: reading it, keeping it fresh in every process, what it says of working days, and the use
cases that change it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import Caller, Clock, Conflict, business_day, new_id
from loan_servicekit.core.parameters import (
    ChangeStatus,
    Confidence,
    Parameter,
    ParameterCatalogue,
    ParameterChange,
    Parameters,
)
from loan_servicekit.core.working_days import HOLIDAYS, WORKED_WEEKENDS, WorkingDays, days_of
from loan_servicekit.db.columns import Column, aggregates, enumerated
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)

__all__ = ["Parameter", "ParameterCache", "Parameters", "WorkingDaysList", "load"]

COLUMNS = "code, value, unit, valid_from, valid_to, source, confidence, approved_by, recorded_at"
SELECT = f"select {COLUMNS} from parameters"
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('parameters'))"
ADD = (
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by, recorded_at)"
    " values ($1, $2, $3, $4::date, $5, $6, $7, $8::timestamptz) returning code"
)
AHEAD = timedelta(days=90)  # before a year begins, its list of holidays should be there
FRESH_S = 5.0  # a value approved for today holds in every process after so long


async def load(engine: AsyncEngine) -> Parameters:
    """Reads the table."""
    async with engine.connect() as connection:
        return Parameters(Parameter(*tuple(row)) for row in (await connection.exec_driver_sql(SELECT)).all())


class ParameterCache:
    """The parameter table in memory, read at start and again every few seconds, in every process of a service."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock
        self.parameters = Parameters()
        self._today: tuple[date, dict[str, str]] | None = None

    async def refresh(self) -> None:
        """Reads the table now."""
        self.parameters, self._today = await load(self._engine), None

    async def refresh_if_possible(self) -> None:
        """Reads the table now; an outage leaves the known values in force."""
        try:
            await self.refresh()
        except Exception as error:
            log.warning("parameters.stale", extra={"error": repr(error)})

    def day(self) -> date:
        """Today, in the business time zone."""
        return business_day(self._clock())

    def today(self) -> dict[str, str]:
        """Every value that holds today."""
        day = self.day()
        if self._today is None or self._today[0] != day:
            self._today = (day, self.parameters.on(day))
        return self._today[1]


class WorkingDaysList:
    """The working days of all years that the table lists; other years have their weekends and no holidays."""

    def __init__(self, cache: ParameterCache, clock: Clock) -> None:
        self._cache, self._clock = cache, clock
        self._read: Parameters | None = None
        self._known = WorkingDays()

    def known(self) -> WorkingDays:
        """As the table stands."""
        if self._read is not self._cache.parameters:
            self._read = self._cache.parameters
            self._known = working_days_of(self._read)
        return self._known

    async def tell_missing_years(self) -> None:
        """Warns of years, this one and soon the next, whose holidays are not listed: they count as working days."""
        today = business_day(self._clock())
        for year in sorted({today.year, (today + AHEAD).year}):
            if not self.known().knows(year):
                log.warning("calendar.year_missing", extra={"year": year, "parameter": HOLIDAYS})


def working_days_of(parameters: Parameters) -> WorkingDays:
    """What the rows say. One that nobody can read is told and left out, because work goes on with weekends alone."""
    return WorkingDays(_listed(parameters, HOLIDAYS), _listed(parameters, WORKED_WEEKENDS))


def _listed(parameters: Parameters, code: str) -> frozenset[date]:
    lists = dict[str, frozenset[date]]()
    for row in parameters.rows():
        if row.code == code:
            try:
                lists[row.value] = days_of(row.value)
            except ValueError as error:
                told = {"parameter": code, "valid_from": row.valid_from.isoformat(), "error": str(error)}
                log.error("calendar.unreadable", extra=told)
    named = frozenset[date]().union(*lists.values())
    return frozenset(day for day in named if day in lists.get(parameters.on(day).get(code, ""), ()))


PARAMETER_CHANGES = aggregates(
    "parameter_changes",
    ParameterChange,
    [
        Column("id", "uuid"),
        Column("code", "text"),
        Column("value", "text"),
        Column("unit", "text"),
        Column("valid_from", "date"),
        Column("source", "text"),
        enumerated("confidence", Confidence),
        Column("reason", "text"),
        Column("correction", "boolean"),
        enumerated("status", ChangeStatus),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("decision_reason", "text"),
    ],
    missing="parameter-change-not-found",
)


@dataclass(frozen=True, slots=True)
class ProposeParameterChange:
    """A value that somebody wants from a day on."""

    catalogue: ParameterCatalogue
    by: Caller
    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: Confidence
    reason: str
    correction: bool


@dataclass(frozen=True, slots=True)
class DecideParameterChange:
    """What somebody decides about a proposed change, in the version that he has seen."""

    catalogue: ParameterCatalogue
    by: Caller
    change_id: UUID
    expect: Callable[[int], None]
    reason: str = ""


async def propose_parameter_change(command: ProposeParameterChange, uow: UnitOfWork, now: datetime) -> ParameterChange:
    """A proposal. Raises Invalid where the value is none of its code's, contradicts others, or begins in the past;
    Forbidden to who may not change values of its area; Conflict where that day has a row and this is no correction."""
    command.catalogue.check(command.code, command.value, command.unit)
    command.by.acting(command.catalogue.kind(command.code).permission)
    change = ParameterChange(
        new_id(),
        command.code,
        command.value,
        command.unit,
        command.valid_from,
        command.source,
        command.confidence,
        command.reason,
        command.correction,
        ChangeStatus.PROPOSED,
        command.by.subject,
        now,
    )
    change.propose(business_day(now))
    _fits(command.catalogue, await _rows(uow), change, now)
    uow.parameter_changes.add(change)
    return change


async def approve_parameter_change(command: DecideParameterChange, uow: UnitOfWork, now: datetime) -> ParameterChange:
    """The change in force from its day on. Everything is checked again: others may have been approved meanwhile."""
    await uow.read(ONE_AT_A_TIME)
    change: ParameterChange = await uow.parameter_changes.get(command.change_id)
    command.expect(change.sequence)
    command.by.acting(command.catalogue.kind(change.code).permission)
    change.require_approvable(command.by, business_day(now))
    command.catalogue.check(change.code, change.value, change.unit)
    _fits(command.catalogue, await _rows(uow), change, now)
    row = change.approve(command.by, now)
    await uow.read(ADD, row.code, row.value, row.unit, row.valid_from, row.source, row.confidence, row.approved_by, now)
    return change


async def reject_parameter_change(command: DecideParameterChange, uow: UnitOfWork, now: datetime) -> ParameterChange:
    """The change that another person than its proposer did not want."""
    change: ParameterChange = await uow.parameter_changes.get(command.change_id)
    command.expect(change.sequence)
    command.by.acting(command.catalogue.kind(change.code).permission)
    change.reject(command.by, now, command.reason)
    return change


async def withdraw_parameter_change(command: DecideParameterChange, uow: UnitOfWork, now: datetime) -> ParameterChange:
    """The change that its proposer no longer wants."""
    change: ParameterChange = await uow.parameter_changes.get(command.change_id)
    command.expect(change.sequence)
    change.withdraw(command.by, now)
    return change


async def _rows(uow: UnitOfWork) -> list[Parameter]:
    return [Parameter(*tuple(row)) for row in await uow.read(SELECT)]


def _fits(catalogue: ParameterCatalogue, rows: Sequence[Parameter], change: ParameterChange, now: datetime) -> None:
    if not change.correction and any((r.code, r.valid_from) == (change.code, change.valid_from) for r in rows):
        raise Conflict(
            "parameter-day-taken", f"{change.code} has a value from {change.valid_from} on; a correction may replace it"
        )
    catalogue.check_together(rows, change.row("", now))


PROPOSE_PARAMETER_CHANGE = Operation(propose_parameter_change)
APPROVE_PARAMETER_CHANGE = Operation(approve_parameter_change)
REJECT_PARAMETER_CHANGE = Operation(reject_parameter_change)
WITHDRAW_PARAMETER_CHANGE = Operation(withdraw_parameter_change)


class ParameterReads:
    """Reads for the API."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine, self._reader = engine, Reader(engine)

    async def rows(self) -> Parameters:
        """The table as it is now."""
        return Parameters(Parameter(*tuple(row)) for row in await self._reader.rows(SELECT))

    async def change(self, change_id: UUID) -> ParameterChange | None:
        """One proposed change."""
        found = await self._reader.aggregates(PARAMETER_CHANGES, "id = $1", change_id)
        return found[0] if found else None

    async def changes(
        self, code: str | None, status: ChangeStatus | None, before: UUID | None, limit: int
    ) -> list[ParameterChange]:
        """Proposed changes, newest first, from the one after `before`."""
        where = (
            "($1::text is null or code = $1) and ($2::text is null or status = $2) and ($3::uuid is null or id < $3)"
            " order by id desc limit $4"
        )
        return await self._reader.aggregates(PARAMETER_CHANGES, where, code, status, before, limit)
