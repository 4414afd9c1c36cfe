"""Has contracts signed: hands each in once, asks how far it is, and gives what was signed to who keeps it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final, assert_never

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.signatures.signing import Flow, FlowState, Sign, Signer, signing_id
from integration_gateway.use_cases.customers.ports import Customers
from integration_gateway.use_cases.desk.engine import Errand, Postpone
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import Telling, UnitOfWork
from integration_gateway.use_cases.desk.take_request import TakeRequest
from integration_gateway.use_cases.desk.waits import delay_s
from integration_gateway.use_cases.signatures.ports import Contracts, Flows, NoAnswer, Paper, Signatures
from loan_contracts.applications import ConfirmationMethod, DisclosureConfirmed
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import IdentityPurpose
from loan_servicekit.core import Clock, DomainError, Unavailable

LOOK_EVERY_S: Final = 600.0
"""A notification hastens it; one that is lost costs so long."""

MAY_PASS: Final = frozenset({"conditions-open", "card-not-verified", "counterparty-missing", "version-conflict"})
"""Why application-svc does not take a signature now, though it may later."""


@dataclass(frozen=True, slots=True)
class TakeSignature(TakeRequest[Sign]):
    """A contract may be signed now; `wanted` where it is a provider that has it signed."""

    wanted: bool


async def take_signature(command: TakeSignature, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Puts it on the desk."""
    if command.wanted:
        intake.put(uow, command.id, command.work, now)


def signature(message: DisclosureConfirmed, by_provider: bool) -> TakeSignature:
    """Who has confirmed the disclosure by himself signs by himself; at a branch both are on paper."""
    online = message.method is ConfirmationMethod.FORCED_READING
    id = signing_id(message.application_id, message.disclosure_hash)
    return TakeSignature(id, Sign(message.application_id), by_provider and online)


@dataclass(frozen=True, slots=True)
class FinishSignature:
    """A contract is signed, or will not be: `state` says how, or `code` why it is nobody's to sign any more."""

    item: WorkItem[Sign]
    code: str
    flow: Flow | None = None
    file_sha256: str = ""

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"code": self.code, "flow_id": self.flow.flow_id if self.flow else None}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Tells the audit log; that a contract is signed, its owner tells."""
        detail = {"code": self.code}
        if self.flow is not None:
            detail |= {"provider": self.flow.provider, "contract_hash": self.flow.contract_hash}
        if self.file_sha256:
            detail |= {"file_sha256": self.file_sha256}
        uow.emit(
            AuditRecorded(
                subject_type="signature",
                subject_id=str(self.item.id),
                application_id=self.item.work.application_id,
                action="end_signature",
                detail=detail,
            )
        )


@dataclass(frozen=True, slots=True)
class Signing:
    """The provider, who keeps contracts, how they are set, and what is kept here."""

    provider: Signatures
    contracts: Contracts
    paper: Paper
    flows: Flows
    customers: Customers
    clock: Clock

    async def plan(self, items: Sequence[WorkItem[Sign]]) -> Sequence[Errand[Sign, FinishSignature]]:
        """An errand an item."""
        return [Errand([item], partial(self._errand, item)) for item in items]

    async def _errand(self, item: WorkItem[Sign]) -> Sequence[FinishSignature | Postpone]:
        try:
            return [await self.sign(item)]
        except NoAnswer:
            return [Postpone(item.id, delay_s(item.tries))]

    async def sign(self, item: WorkItem[Sign]) -> FinishSignature | Postpone:
        """The next step. A contract is kept under its number before anybody is asked to sign: what was handed in and
        whose answer was lost is a draft that nobody hears of."""
        flow = await self.flows.of(item.id)
        if flow is None:
            return await self._begin(item)
        match state := await self.provider.state(flow.flow_id):
            case FlowState.DRAFT:
                await self.provider.start(flow.flow_id)
                return Postpone(item.id, LOOK_EVERY_S, attempted=False)
            case FlowState.SIGNING:
                return Postpone(item.id, LOOK_EVERY_S, attempted=False)
            case FlowState.SIGNED:
                return await self._hand_over(item, flow)
            case FlowState.REFUSED | FlowState.REVOKED | FlowState.EXPIRED:
                return FinishSignature(item, state.value, flow)
            case unknown:
                assert_never(unknown)

    async def _begin(self, item: WorkItem[Sign]) -> FinishSignature | Postpone:
        contract = await self.contracts.to_sign(item.work.application_id)
        if contract is None or not contract.open:
            return FinishSignature(item, "not-to-be-signed")
        found = await self.customers.identities([contract.customer_id], IdentityPurpose.CONTRACT_SIGNATURE)
        subject = found[contract.customer_id].subject
        signer = Signer(subject.name, subject.identity_number, subject.mobile)
        file = await self.paper.contract(contract, signer)
        flow_id = await self.provider.begin(contract, file, signer, item.id.hex)
        digest, at = hashlib.sha256(file).hexdigest(), self.clock()
        who, name = contract.customer_id, self.provider.name
        flow = Flow(item.id, contract.application_id, who, name, flow_id, contract.contract_hash, digest, at)
        if await self.flows.keep(flow):
            await self.provider.start(flow_id)
        return Postpone(item.id, LOOK_EVERY_S, attempted=False)

    async def _hand_over(self, item: WorkItem[Sign], flow: Flow) -> FinishSignature | Postpone:
        file = await self.provider.signed_file(flow.flow_id)
        try:
            await self.contracts.signed(flow, file)
        except Unavailable:
            raise
        except DomainError as refusal:
            if refusal.code in MAY_PASS:
                return Postpone(item.id, LOOK_EVERY_S, attempted=False)
            return FinishSignature(item, refusal.code, flow)
        return FinishSignature(item, FlowState.SIGNED.value, flow, hashlib.sha256(file).hexdigest())
