"""The seven services: name, port, Python package, database. One table for every part of this package."""

from dataclasses import dataclass

from loan_contracts.messages import SERVICES as NAMES
from loan_devstack.settings import HOST, Settings


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the platform. Package, database and database role carry the same name."""

    name: str
    port_offset: int

    @property
    def package(self) -> str:
        """Import name, database and role: the name with `_`."""
        return self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """How other processes are told its address: APPLICATION_SVC_URL."""
        return f"{self.package.upper()}_URL"

    def port(self, settings: Settings) -> int:
        """The TCP port of the service in this system."""
        return settings.port_base + self.port_offset

    def url(self, settings: Settings) -> str:
        """Where the service itself listens; browsers go through the edge instead."""
        return f"http://{HOST}:{self.port(settings)}"


SERVICES: tuple[Service, ...] = tuple(Service(name, offset) for offset, name in enumerate(NAMES, start=1))
BY_NAME: dict[str, Service] = {service.name: service for service in SERVICES}


def names(given: str | None) -> tuple[str, ...] | None:
    """The names of a comma-separated list; None where nothing was given."""
    return tuple(name.strip() for name in given.split(",") if name.strip()) if given else None
