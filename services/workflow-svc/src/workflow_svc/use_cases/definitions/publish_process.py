"""Publishes a new version of a process. Checks and proof were done before the transaction: they take seconds."""

from dataclasses import asdict, dataclass
from datetime import datetime

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict
from workflow_svc.engine import Publication
from workflow_svc.use_cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class PublishProcess:
    """A process that passed its checks."""

    publication: Publication
    by: str


async def publish_process(command: PublishProcess, uow: UnitOfWork, now: datetime) -> Publication:
    """From now on new cases of this process start on the version; running cases stay on theirs.

    Raises Conflict `process-published-meanwhile` where somebody else has taken the version number since the checks.
    """
    definition, proof = command.publication.definition, command.publication.proof
    published: set[tuple[str, int]] = uow.batch["published"]
    if (definition.code, definition.version) in published:
        raise Conflict("process-published-meanwhile", f"{definition.code} has a version {definition.version} by now")
    published.add((definition.code, definition.version))
    shown = {k: v for k, v in asdict(proof).items() if k != "findings"}
    uow.processes.append(definition.code, definition.version, definition.name, definition.executor.value,
                         definition.sha256, command.by, now, shown, definition.bpmn)  # fmt: skip
    detail = {"version": str(definition.version), "sha256": definition.sha256, "executor": definition.executor.value}
    uow.emit(AuditRecorded(subject_type="process", subject_id=definition.code, action="publish_process", detail=detail))
    return command.publication
