"""What one transaction puts on the desk."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from integration_gateway.domain.desk.work import Kind, Work
from integration_gateway.use_cases.desk.ports import DeskRow, UnitOfWork
from loan_servicekit.core import NotCredible


class Intake:
    """What is known when a transaction begins, and the kinds of work that it adds."""

    def __init__(
        self,
        known: dict[UUID, Kind],
        customers: Mapping[UUID, UUID],
        earlier: Mapping[UUID, Sequence[UUID]],
        paid_out: dict[UUID, UUID],
        refunding: dict[UUID, UUID],
        partners: Mapping[UUID, UUID] = MappingProxyType({}),
    ) -> None:
        self.customers = customers  # whose application it is, as a collection says
        self.earlier = earlier  # by request: collections whose answers may serve again, the newest first
        self.paid_out = paid_out  # by loan: the pay-out that is settled or under way
        self.refunding = refunding  # by loan: the refund that is under way
        self.partners = partners  # by application: who has brought it
        self.kinds: set[Kind] = set()
        self._known = known  # what is on the desk

    def put(self, uow: UnitOfWork, id: UUID, work: Work, now: datetime, due_at: datetime | None = None) -> None:
        """One item; whoever asks for it again changes nothing. Ids follow from what is public, so somebody may have
        taken one for other work: raises NotCredible `request-of-another-kind`, for silence would lose a payment."""
        before = self._known.get(id)
        if before is not None:
            if before is not work.KIND:
                told = f"{id} is {before} on the desk, it cannot be {work.KIND} too"
                raise NotCredible("request-of-another-kind", told)
            return
        self._known[id] = work.KIND
        self.kinds.add(work.KIND)
        cause = uow.cause
        assert cause is not None
        uow.desk.append(
            DeskRow(
                id=id,
                kind=work.KIND,
                application_id=work.application_id,
                work=work,
                requested_at=now,
                due_at=due_at or now,
                correlation_id=cause.correlation_id,
                causation_id=cause.causation_id,
                traceparent=cause.traceparent,
            )
        )
