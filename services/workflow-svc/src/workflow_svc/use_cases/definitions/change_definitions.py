"""A change of what cases run on is proposed by one person and put in force by another, or turned down, or taken
back."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_contracts.message import JsonObject
from loan_servicekit.core import Caller, Conflict, new_id
from workflow_svc.domain.definitions.binding import Binding, Bindings, Retirement, Scope
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.use_cases.definitions.change_ports import DecisionVersion, UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposeChange:
    """A change that passed its checks; `report` is what they found."""

    caller: Caller
    kind: ChangeKind
    code: str
    name: str
    content: JsonObject
    text: str
    report: JsonObject


@dataclass(frozen=True, slots=True)
class DecideChange:
    """Put in force, turn down or take back what is proposed. `latest` is the version of a decision that it was checked
    against."""

    caller: Caller
    change_id: UUID
    reason: str | None
    latest: int = 0


async def propose_change(command: ProposeChange, uow: UnitOfWork, now: datetime) -> DefinitionChange:
    """It waits for a second person."""
    change = DefinitionChange(
        id=new_id(),
        kind=command.kind,
        code=command.code,
        name=command.name,
        content=command.content,
        sha256=hashlib.sha256(command.text.encode()).hexdigest(),
        report=command.report,
        proposed_by=command.caller.subject,
        proposed_at=now,
    )
    change.propose()
    uow.definition_changes.add(change)
    return change


async def approve_decision(
    command: DecideChange, published: set[tuple[str, int]], uow: UnitOfWork, now: datetime
) -> DefinitionChange:
    """Processes ask the new version from now on. Raises Conflict `decision-published-meanwhile`, and what a proposal
    raises."""
    change = await uow.definition_changes.get(command.change_id)
    version = max((number for code, number in published if code == change.code), default=0)
    if version != command.latest:
        raise Conflict("decision-published-meanwhile", f"{change.code} has a version {version} by now; look again")
    version += 1
    published.add((change.code, version))
    uow.decisions.append(
        DecisionVersion(
            code=change.code,
            version=version,
            name=change.name,
            sha256=change.sha256,
            published_by=f"{change.proposed_by},{command.caller.subject}",
            published_at=now,
            content=change.content,
        )
    )
    change.put_in_force(command.caller, command.reason, {"version": version}, now)
    return change


async def approve_binding(
    command: DecideChange, bindings: Bindings, uow: UnitOfWork, now: datetime
) -> DefinitionChange:
    """New cases start on it from its day on. Raises Conflict `binding-ambiguous`, `version-retired`."""
    change = await uow.definition_changes.get(command.change_id)
    binding = binding_of(change)
    bindings.require_bindable(binding)
    bindings.bound.append(binding)
    uow.process_bindings.append(binding)
    change.put_in_force(command.caller, command.reason, {}, now)
    return change


async def approve_retirement(
    command: DecideChange, known: tuple[Bindings, set[tuple[str, int]]], uow: UnitOfWork, now: datetime
) -> DefinitionChange:
    """No case starts on the version from its day on. Raises Conflict `version-retired`, `version-bound`,
    `last-version`."""
    change = await uow.definition_changes.get(command.change_id)
    bindings, published = known
    retirement = retirement_of(change)
    bindings.require_retirable(retirement, [version for code, version in published if code == change.code])
    bindings.retired.append(retirement)
    uow.process_retirements.append(retirement)
    change.put_in_force(command.caller, command.reason, {}, now)
    return change


async def reject_change(command: DecideChange, uow: UnitOfWork, now: datetime) -> DefinitionChange:
    """Raises what `Proposed.reject` raises."""
    change = await uow.definition_changes.get(command.change_id)
    change.reject(command.caller, command.reason, now)
    return change


async def withdraw_change(command: DecideChange, uow: UnitOfWork, now: datetime) -> DefinitionChange:
    """Raises what `Proposed.withdraw` raises."""
    change = await uow.definition_changes.get(command.change_id)
    change.withdraw(command.caller, command.reason, now)
    return change


def binding_of(change: DefinitionChange) -> Binding:
    """The binding that a change proposes."""
    told = dict(change.content)
    scope = Scope(**told.pop("scope"))
    return Binding(id=change.id, process_code=change.code, scope=scope, **_dated(told))


def retirement_of(change: DefinitionChange) -> Retirement:
    """The retirement that a change proposes."""
    return Retirement(code=change.code, **_dated(dict(change.content)))


def _dated(told: JsonObject) -> JsonObject:
    days = {name: date.fromisoformat(told[name]) for name in ("valid_from", "valid_to") if told.get(name)}
    return told | days
