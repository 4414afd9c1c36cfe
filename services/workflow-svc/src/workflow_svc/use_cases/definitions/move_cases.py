"""Running cases go to another version of their process: looked at before, then all that can be moved in one commit."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from loan_contracts.message import JsonObject
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.definitions.change import DefinitionChange
from workflow_svc.engine import Moved
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.definitions.change_definitions import DecideChange
from workflow_svc.use_cases.definitions.move_ports import UnitOfWork

NOT_RUNNING, OF_ANOTHER, THERE = "not-running", "of-another-process", "on-this-version"


def reported(
    case: Case, code: str, version: int, processes: Processes, now: datetime
) -> tuple[JsonObject, Moved | None]:
    """What would become of a case, in words, and its new state where it can be moved."""
    told: JsonObject = {"case_id": str(case.id), "from_version": case.process_version, "gaps": [], "timers": []}
    hindrance = None
    if case.status is not CaseStatus.RUNNING or not processes.waiting(case):
        hindrance = NOT_RUNNING, "the case is decided or withdrawn, or waits for a hearing alone"
    elif case.process_code != code:
        hindrance = OF_ANOTHER, f"the case runs on {case.process_code}"
    elif case.process_version == version:
        hindrance = THERE, "the case runs on it already"
    if hindrance is not None:
        told["gaps"] = [{"element": "", "code": hindrance[0], "detail": hindrance[1]}]
        return told | {"movable": False}, None
    moved = processes.moved(case, version, now)
    told |= {"gaps": [asdict(gap) for gap in moved.gaps], "timers": list(moved.begun)}
    return told | {"movable": moved.state is not None}, moved


async def approve_migration(
    command: DecideChange, processes: Processes, uow: UnitOfWork, now: datetime
) -> DefinitionChange:
    """Moves the cases that can be moved by now, each wholly, and tells of the others why not. Raises what a proposal
    raises."""
    change = await uow.definition_changes.get(command.change_id)
    version, rows = int(change.content["to_version"]), list[JsonObject]()
    for id in case_ids_of(change):
        case = await uow.cases.get(id)
        told, moved = reported(case, change.code, version, processes, now)
        if moved is not None and moved.state is not None:
            case.moved_to(version, moved.state.stored())
        rows.append(told)
    report = {"moved": sum(bool(row["movable"]) for row in rows), "cases": rows}
    change.put_in_force(command.caller, command.reason, report, now)
    return change


def case_ids_of(change: DefinitionChange) -> Sequence[UUID]:
    """The cases that a change is about."""
    return [UUID(id) for id in change.content["case_ids"]]
