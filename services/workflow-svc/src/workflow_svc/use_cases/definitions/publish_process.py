"""Publishes a new version of a process. Checks and proof were done before the transaction: they take seconds."""

from dataclasses import asdict, dataclass
from datetime import datetime

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict
from workflow_svc.engine import Publication
from workflow_svc.use_cases.definitions.ports import ProcessVersion, UnitOfWork


@dataclass(frozen=True, slots=True)
class PublishProcess:
    """A process that passed its checks."""

    publication: Publication
    by: str


async def publish_process(
    command: PublishProcess, published: set[tuple[str, int]], uow: UnitOfWork, now: datetime
) -> Publication:
    """From now on new cases of this process start on the version; running cases stay on theirs.

    Raises Conflict `process-published-meanwhile` where somebody else has taken the version number since the checks.
    """
    definition, proof = command.publication.definition, command.publication.proof
    if (definition.code, definition.version) in published:
        raise Conflict("process-published-meanwhile", f"{definition.code} has a version {definition.version} by now")
    published.add((definition.code, definition.version))
    shown = {k: v for k, v in asdict(proof).items() if k != "findings"}
    version = ProcessVersion(
        code=definition.code,
        version=definition.version,
        name=definition.name,
        executor=definition.executor.value,
        sha256=definition.sha256,
        published_by=command.by,
        published_at=now,
        proof=shown,
        bpmn=definition.bpmn,
    )
    uow.processes.append(version)
    detail = {"version": str(version.version), "sha256": version.sha256, "executor": version.executor}
    uow.emit(AuditRecorded(subject_type="process", subject_id=definition.code, action="publish_process", detail=detail))
    return command.publication
