"""What signing with a provider needs of the outside, of application-svc and of the database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.signatures.signing import Flow, FlowState, Signer, ToSign


class NoAnswer(Exception):
    """The provider cannot be asked now, or says nothing that can be used; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Signatures(Protocol):
    """A provider of electronic signatures. Each of these raises NoAnswer."""

    name: str

    async def begin(self, contract: ToSign, file: bytes, signer: Signer, mark: str) -> str:
        """Hands a contract in, and gives its number there. Nobody is asked to sign yet: what is lost here is lost."""

    async def start(self, flow_id: str) -> None:
        """From now on it can be signed; the provider tells the signer so."""

    async def state(self, flow_id: str) -> FlowState:
        """How far it is."""

    async def link(self, flow_id: str, mobile: str) -> str:
        """Where the signer signs."""

    async def signed_file(self, flow_id: str) -> bytes:
        """The signed contract."""

    def heard(self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes, at: datetime) -> str:
        """The number of the contract that a call of the provider's is about. Raises ValueError or LookupError where it
        is none."""


class Contracts(Protocol):
    """Who draws contracts up and keeps what was signed."""

    async def to_sign(self, application_id: UUID) -> ToSign | None:
        """The contract of an application; None where there is none. Raises Unavailable."""

    async def signed(self, flow: Flow, file: bytes) -> None:
        """It is signed, and here is the file. Raises Unavailable, and Conflict in its owner's own words."""


class Paper(Protocol):
    """Sets contracts as files."""

    async def contract(self, contract: ToSign, signer: Signer) -> bytes:
        """A PDF: the same bytes for the same contract and signer."""


class Flows(Protocol):
    """What is kept of contracts at the provider."""

    async def of(self, id: UUID) -> Flow | None:
        """Where the item of the desk is."""

    async def of_application(self, application_id: UUID) -> Flow | None:
        """The newest one of an application."""

    async def keep(self, flow: Flow) -> bool:
        """Keeps one; False where somebody else has."""

    async def due(self, flow_id: str) -> bool:
        """Has a contract asked about now; False where nobody waits for it."""
