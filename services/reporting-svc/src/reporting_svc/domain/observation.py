"""What the service hears: a message with all that came with it."""

from dataclasses import dataclass

from loan_contracts.envelope import Envelope
from loan_contracts.message import Message


@dataclass(frozen=True, slots=True)
class Observation:
    """A message, its envelope, and its value byte for byte."""

    message: Message
    envelope: Envelope
    value: bytes
