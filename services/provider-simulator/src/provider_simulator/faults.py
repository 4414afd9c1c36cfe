"""Faults on demand, by provider and by person: delay, silence, error statuses, broken answers."""

import time
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Writing(StrEnum):
    """Ways to write an answer that are no fault of the provider's."""

    GZIP = "gzip"
    MARK = "mark"  # a byte order mark at its head
    GBK = "gbk"


class Latency(BaseModel):
    """How long answers take, as operators tell it: half of them up to `p50_ms`, and so on. Between these a straight
    line, and nothing takes longer than `max_ms`."""

    model_config = ConfigDict(extra="forbid")

    p50_ms: Annotated[float, Field(ge=0, le=600_000)]
    p95_ms: Annotated[float, Field(ge=0, le=600_000)]
    p99_ms: Annotated[float, Field(ge=0, le=600_000)]
    max_ms: Annotated[float, Field(ge=0, le=600_000)]

    @model_validator(mode="after")
    def _rising(self) -> "Latency":
        if not self.p50_ms <= self.p95_ms <= self.p99_ms <= self.max_ms:
            raise ValueError("p50_ms, p95_ms, p99_ms and max_ms must rise")
        return self

    def at(self, share: float) -> float:
        """The time within which so many answers come, in ms."""
        points = ((0.0, 0.0), (0.5, self.p50_ms), (0.95, self.p95_ms), (0.99, self.p99_ms), (1.0, self.max_ms))
        for (low, least), (high, most) in pairwise(points):
            if share <= high:
                return least + (most - least) * (share - low) / (high - low)
        return self.max_ms


class Flap(BaseModel):
    """Well for a while, then away for a while, from when it was switched on."""

    model_config = ConfigDict(extra="forbid")

    up_ms: Annotated[int, Field(ge=1, le=3_600_000)]
    down_ms: Annotated[int, Field(ge=1, le=3_600_000)]

    def is_down(self, since_s: float) -> bool:
        """Whether it is away, so long after it was switched on."""
        return since_s * 1000 % (self.up_ms + self.down_ms) >= self.up_ms


class Fault(BaseModel):
    """How a provider misbehaves. Several parts may be set: the delay comes first, then one of the others."""

    model_config = ConfigDict(extra="forbid")

    delay_ms: Annotated[int, Field(ge=0, le=600_000)] = 0
    latency: Latency | None = None  # a delay that differs from call to call
    drip_ms: Annotated[int, Field(ge=0, le=60_000)] = 0  # between a piece of the answer and the next
    reset: bool = False  # the connection ends in the middle of the answer
    per_second: Annotated[int | None, Field(ge=1)] = None  # calls beyond are answered 429
    flap: Flap | None = None  # strikes while it is down; with nothing else told, as 503
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

    @property
    def at_the_door(self) -> int | None:
        """The status with which a call ends before anything has happened, if it does."""
        if self.per_second is not None:
            return self.status or 429
        if self.flap is not None and not (self.delay_ms or self.hang or self.reset):
            return self.status or 503
        return None if self.delay_ms or self.latency else self.status


@dataclass(slots=True)
class _Active:
    fault: Fault
    calls: int = 0
    struck: int = 0
    since: float = field(default_factory=time.monotonic)
    lately: deque[float] = field(default_factory=deque)  # when calls came that were let through

    def strikes(self) -> bool:
        self.calls += 1
        now = time.monotonic()
        if self.fault.flap is not None and not self.fault.flap.is_down(now - self.since):
            return False
        if self.fault.per_second is not None and self._is_within(self.fault.per_second, now):
            return False
        if int(self.calls * self.fault.ratio) == int((self.calls - 1) * self.fault.ratio):
            return False
        self.struck += 1
        return True

    def _is_within(self, most: int, now: float) -> bool:
        while self.lately and self.lately[0] <= now - 1:
            self.lately.popleft()
        if len(self.lately) >= most:
            return False
        self.lately.append(now)
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
