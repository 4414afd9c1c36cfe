"""Breakers by hand: an operator has a provider called no more, or again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid5

from integration_gateway.domain.sources.provider_switch import ProviderSwitch

NAMES = UUID("6f0d3f52-8a5e-4c1e-9d57-1a7f2f6f4f0e")


class Switches(Protocol):
    """The switches of a unit of work."""

    async def find(self, id: UUID) -> ProviderSwitch | None:
        """That of a provider, if it was ever turned."""

    def add(self, aggregate: ProviderSwitch) -> None:
        """Takes in the first turn of one."""


class UnitOfWork(Protocol):
    """One transaction."""

    provider_switches: Switches


@dataclass(frozen=True, slots=True)
class TurnSwitch:
    """Call a provider no more, or again."""

    provider: str
    held: bool
    reason: str
    by: str


async def turn_switch(command: TurnSwitch, uow: UnitOfWork, now: datetime) -> ProviderSwitch:
    """Every process follows within seconds."""
    id = uuid5(NAMES, command.provider)
    switch = await uow.provider_switches.find(id)
    if switch is None:
        switch = ProviderSwitch(id, command.provider, False, "", command.by, now)
        uow.provider_switches.add(switch)
    switch.turn(command.held, command.reason, command.by, now)
    return switch
