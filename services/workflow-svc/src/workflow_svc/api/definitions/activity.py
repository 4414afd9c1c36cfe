"""What goes on in a process now, over HTTP."""

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.definitions.routes import ProcessCode, Version
from workflow_svc.api.ports import Context

router = Router(prefix="/v1")
LATELY = timedelta(hours=1)


class ElementActivityView(BaseModel):
    """An element where cases stand, or did lately."""

    element: str
    waiting: int = Field(description="Cases that stand there")
    late: int = Field(description="Tasks of it that are past their due time")
    done: int = Field(description="Tasks of it that were completed within the last hour")


class ActivityView(BaseModel):
    """Of the newest 1,000 cases of the process those on the version."""

    running: int
    items: list[ElementActivityView] = Field(description="Where most wait first")


@router.get("/processes/{code}/versions/{version}/activity", operation_id="get_activity", responses=problems(404))
async def get_activity(
    code: ProcessCode, version: Version, context: Annotated[Context, requires("process.read")]
) -> ActivityView:
    """How many cases stand at each element of a version, how many tasks are late, how many were done within the last
    hour; no person, no application."""
    ports, now = context.ports, context.now
    found = await ports.changes.activity(code, version, now, now - LATELY)
    waiting = await ports.publisher.standing(code, version, found.states)
    tasks = {stage: (late, done) for stage, late, done in found.tasks}
    items = [
        ElementActivityView(element=each, waiting=waiting.get(each, 0), late=late, done=done)
        for each in waiting.keys() | tasks.keys()
        for late, done in [tasks.get(each, (0, 0))]
        if waiting.get(each) or late or done
    ]
    return ActivityView(running=found.running, items=sorted(items, key=lambda it: (-it.waiting, it.element)))
