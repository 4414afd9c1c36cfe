"""Faults on demand, by provider and by person: delay, silence, error statuses, broken answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Writing(StrEnum):
    """Ways to write an answer that are no fault of the provider's."""

    GZIP = "gzip"
    MARK = "mark"  # a byte order mark at its head
    GBK = "gbk"


class Fault(BaseModel):
    """How a provider misbehaves. Several parts may be set: the delay comes first, then one of the others."""

    model_config = ConfigDict(extra="forbid")

    delay_ms: Annotated[int, Field(ge=0, le=600_000)] = 0
    hang: bool = False
    status: Annotated[int | None, Field(ge=400, le=599)] = None
    malformed: bool = False
    about_another: bool = False  # the answer names somebody else than was asked about
    writing: Writing | None = None
    wrong_signature: bool = False  # of answers that are signed
    expired_certificate: bool = False
    error: Annotated[str | None, Field(max_length=100)] = None  # of a cloud, in place of an answer
    ratio: Annotated[float, Field(gt=0, le=1)] = 1.0  # of the calls; spread evenly, so that 0.5 is every second call
    times: Annotated[int | None, Field(ge=1)] = None  # the fault is over after it has struck this often
    identity_number: str | None = None  # only for this person


@dataclass(slots=True)
class _Active:
    fault: Fault
    calls: int = 0
    struck: int = 0

    def strikes(self) -> bool:
        self.calls += 1
        if int(self.calls * self.fault.ratio) == int((self.calls - 1) * self.fault.ratio):
            return False
        self.struck += 1
        return True

    @property
    def over(self) -> bool:
        return self.fault.times is not None and self.struck >= self.fault.times


class Faults:
    """The faults in force. A person's own fault goes before the provider's."""

    def __init__(self) -> None:
        self._active: dict[tuple[str, str | None], _Active] = {}

    def put(self, provider: str, fault: Fault) -> None:
        """Switches a fault on, in place of the one before for the same provider and person."""
        self._active[provider, fault.identity_number] = _Active(fault)

    def clear(self, provider: str | None = None) -> None:
        """Switches all faults of a provider off, or all faults."""
        for key in [key for key in self._active if provider is None or key[0] == provider]:
            del self._active[key]

    def listing(self) -> list[dict[str, object]]:
        """The faults in force, without the persons they are about."""
        return [
            {
                "provider": provider,
                "for_one_person": number is not None,
                "struck": active.struck,
                "calls": active.calls,
                "fault": active.fault.model_dump(exclude_defaults=True, exclude={"identity_number"}),
            }
            for (provider, number), active in self._active.items()
        ]

    def due(self, provider: str, identity_number: str | None) -> Fault | None:
        """The fault that strikes this call, None for most."""
        if not self._active:
            return None
        for key in dict.fromkeys(((provider, identity_number), (provider, None))):
            active = self._active.get(key)
            if active is not None and active.strikes():
                if active.over:
                    del self._active[key]
                return active.fault
        return None
