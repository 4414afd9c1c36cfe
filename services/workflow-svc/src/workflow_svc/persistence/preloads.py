"""What a batch loads at once."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from loan_servicekit.db.transactor import Preload
from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.use_cases.ports import Processes, case_id_of
from workflow_svc.use_cases.publish_process import PublishProcess


def case_key(command: Any) -> UUID:
    """The case that a message or command is about."""
    found: UUID = getattr(command, "case_id", None) or case_id_of(command.application_id)
    return found


def preload_cases(processes: Callable[[], Processes]) -> Preload:
    """Cases of messages."""

    async def preload(uow: UnitOfWork, commands: Sequence[Any]) -> None:
        uow.batch["processes"] = processes()
        await uow.cases.preload([case_key(command) for command in commands])

    return preload


def preload_tasks(processes: Callable[[], Processes]) -> Preload:
    """Tasks of requests."""

    async def preload(uow: UnitOfWork, commands: Sequence[Any]) -> None:
        uow.batch["processes"] = processes()
        await uow.tasks.preload([command.task_id for command in commands])

    return preload


def preload_completions(processes: Callable[[], Processes]) -> Preload:
    """Tasks of requests, and the cases that go on when the tasks are decided."""
    tasks = preload_tasks(processes)

    async def preload(uow: UnitOfWork, commands: Sequence[Any]) -> None:
        await tasks(uow, commands)
        found = [await uow.tasks.find(command.task_id) for command in commands]
        await uow.cases.preload([task.case_id for task in found if task is not None])

    return preload


async def preload_versions(uow: UnitOfWork, commands: Sequence[PublishProcess]) -> None:
    """Which versions of the processes to publish are there already."""
    codes = list({command.publication.definition.code for command in commands})
    rows = await uow.read("select code, version from processes where code = any($1::text[])", codes)
    uow.batch["published"] = {(code, version) for code, version in rows}
