"""How signatures stand: asked of their provider whenever somebody looks, or the provider has told something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from integration_gateway.domain.signatures.signing import Flow, FlowState
from integration_gateway.use_cases.customers.ports import Customers
from integration_gateway.use_cases.signatures.ports import Flows, NoAnswer, Signatures
from loan_contracts.values import IdentityPurpose
from loan_servicekit.core import Clock, Invalid, Unavailable


@dataclass(frozen=True, slots=True)
class Standing:
    """The provider, absent where borrowers sign with us, what is kept of contracts there, and whose they are."""

    provider: Callable[[], Signatures | None]
    flows: Flows
    customers: Callable[[], Customers]
    clock: Clock

    async def of(self, flow: Flow) -> tuple[FlowState, str | None]:
        """How far a contract is, and where it is signed as long as it can be. Raises Unavailable."""
        provider = self._serving()
        try:
            state = await provider.state(flow.flow_id)
            if state is not FlowState.SIGNING:
                return state, None
            found = await self.customers().identities([flow.customer_id], IdentityPurpose.CONTRACT_SIGNATURE)
            return state, await provider.link(flow.flow_id, found[flow.customer_id].subject.mobile)
        except NoAnswer as silence:
            raise Unavailable("signatures-unavailable", "the provider of signatures does not answer") from silence

    async def heard(self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes) -> bool:
        """A call of the provider's: the contract that it is about is asked about now; False where nobody waits for it.
        Raises Invalid `notice-refused`, Unavailable."""
        try:
            flow_id = self._serving().heard(headers, query, body, self.clock())
        except (ValueError, LookupError, TypeError) as error:
            raise Invalid("notice-refused", "this is no notification of the provider of signatures") from error
        except NoAnswer as silence:
            raise Unavailable("credentials-unusable", "notifications cannot be checked now") from silence
        return await self.flows.due(flow_id)

    def _serving(self) -> Signatures:
        if (provider := self.provider()) is None:
            raise Unavailable("signatures-unavailable", "there is no provider of signatures")
        return provider
