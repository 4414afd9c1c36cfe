"""Who works on tasks is known by his verified token; he says himself when he is away."""

from dataclasses import dataclass
from datetime import datetime

from loan_servicekit.core import Caller
from workflow_svc.domain.people.person import Absence, Person, person_id_of
from workflow_svc.domain.people.staff import Staff
from workflow_svc.use_cases.people.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class NotePerson:
    """Somebody has called whose roles work on tasks, or who is told of them."""

    caller: Caller


@dataclass(frozen=True, slots=True)
class NoteAbsence:
    """The caller will be away, or is back (None)."""

    caller: Caller
    absence: Absence | None


async def note_person(command: NotePerson, uow: UnitOfWork, now: datetime) -> Person:
    """Keeps what his token says."""
    person = await uow.people.find(person_id_of(command.caller.subject))
    if person is None:
        person = Person.of(command.caller, now)
        uow.people.add(person)
    else:
        person.seen(command.caller, now)
    return person


async def note_absence(command: NoteAbsence, staff: Staff, uow: UnitOfWork, now: datetime) -> Person:
    """Raises Invalid `absence-malformed`, `assignee-unknown`, Conflict `delegation-loop`."""
    if command.absence is not None:
        staff.require_deputy(command.caller.subject, command.absence)
    person = await note_person(NotePerson(command.caller), uow, now)
    person.away(command.absence)
    return person
