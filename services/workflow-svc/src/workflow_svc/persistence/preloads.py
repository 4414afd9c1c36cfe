"""What a batch loads at once."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.definitions.publish_process import PublishProcess


def case_key(command: Any) -> UUID:
    """The case that a message or command is about."""
    found: UUID = getattr(command, "case_id", None) or case_id_of(command.application_id)
    return found


class SqlPreloads:
    """Implements `Preloads`; each takes at most one statement a table."""

    def __init__(self, processes: Callable[[], Processes]) -> None:
        self._processes = processes

    async def cases(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Cases of messages."""
        uow.batch["processes"] = self._processes()
        await uow.cases.preload([case_key(command) for command in commands])

    async def tasks(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Tasks of requests."""
        uow.batch["processes"] = self._processes()
        await uow.tasks.preload([command.task_id for command in commands])

    async def completions(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Tasks of requests, and the cases that go on when the tasks are decided."""
        await self.tasks(uow, commands)
        found = [await uow.tasks.find(command.task_id) for command in commands]
        await uow.cases.preload([task.case_id for task in found if task is not None])

    async def versions(self, uow: UnitOfWork, commands: Sequence[PublishProcess]) -> None:
        """Which versions of the processes to publish are there already."""
        codes = list({command.publication.definition.code for command in commands})
        rows = await uow.read("select code, version from processes where code = any($1::text[])", codes)
        uow.batch["published"] = {(code, version) for code, version in rows}
