"""Acts whose answer must not be kept: looks at protected data are recorded, but never repeated from a stored answer."""

from typing import Any

from application_svc.use_cases.ports import Preload
from loan_servicekit.core import Cause
from loan_servicekit.db.transactor import UseCase, Work
from loan_servicekit.http import Edge


async def look(edge: Edge, use_case: UseCase, command: Any, preload: Preload | None = None) -> Any:
    """What the use case returns, after its commit. Without an Idempotency-Key, since the stored answer of a repeated
    request would hold the protected values in clear: whoever looks again is recorded again."""
    cause = Cause(
        edge.caller.subject, None, f"http:{edge.request.scope['trace_id']}", edge.request.scope["traceparent"]
    )
    return await edge.service.group_commit.run(Work(use_case, command, cause, preload=preload))
