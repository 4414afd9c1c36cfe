"""What a service can do: an operation binds a use case to what loads for it, once (docs/decisions/0023).

A service writes its operations down in one table, `<service>/operations.py`. Routes, subscriptions and jobs name a row
of it; what was loaded for a batch reaches the use case as a typed value.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime
from inspect import signature
from typing import Any, Generic, TypeAlias, TypeVar, overload

from loan_servicekit.core import DomainError
from loan_servicekit.db.unit_of_work import UnitOfWork

C = TypeVar("C", contravariant=True)  # the command
R = TypeVar("R", covariant=True)  # what comes of it
L = TypeVar("L")  # what was loaded
U = TypeVar("U")  # the unit of work, as the service's own protocol

TAKES_LOADED = 4  # arguments of a use case: its command, what was loaded, the unit of work, the time

Loader: TypeAlias = Callable[[UnitOfWork, Sequence[C]], Awaitable[L]]
AnyLoader: TypeAlias = Loader[Any, object]


class Operation(Generic[C, R]):
    """One use case, run for each command of a batch.

    The loader gets all of the batch's commands and gives back one value for all of them; it only reads. Operations that
    have the same loader share what it gives: it is asked once a batch, and what one of them changes there, the next
    sees. A loader that only has aggregates loaded gives nothing, and its use case has no argument for it.
    """

    @overload
    def __init__(self, use_case: Callable[[C, U, datetime], Awaitable[R]]) -> None: ...

    @overload
    def __init__(self, use_case: Callable[[C, U, datetime], Awaitable[R]], loader: Loader[C, None]) -> None: ...

    @overload
    def __init__(self, use_case: Callable[[C, L, U, datetime], Awaitable[R]], loader: Loader[C, L]) -> None: ...

    def __init__(self, use_case: Callable[..., Awaitable[R]], loader: Loader[C, object] | None = None) -> None:
        self.name = use_case.__name__
        self.use_case: Callable[..., Awaitable[R]] = use_case
        self.loader: AnyLoader | None = loader
        self.takes_loaded = loader is not None and len(signature(use_case).parameters) == TAKES_LOADED


class BatchOperation(Generic[C, R]):
    """One use case for all commands of a batch, where writing them as a set is the point.

    It yields one outcome a command, in their order: what it adds and tells before it yields one belongs to that
    command. It refuses one command by yielding the refusal.
    Such operations serve messages and jobs, not requests under a key.
    """

    def __init__(
        self,
        use_case: Callable[[Sequence[C], L, U, datetime], AsyncIterator[R | DomainError]],
        loader: Loader[C, L],
    ) -> None:
        self.name = use_case.__name__
        self.use_case: Callable[..., AsyncIterator[R | DomainError]] = use_case
        self.loader: AnyLoader = loader


AnyOperation: TypeAlias = Operation[C, R] | BatchOperation[C, R]
Named: TypeAlias = AnyOperation[Any, Any]  # where operations of all kinds stand side by side
