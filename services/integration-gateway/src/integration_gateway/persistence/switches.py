"""Which providers are held open by hand."""

from integration_gateway.domain.sources.provider_switch import ProviderSwitch
from loan_servicekit.db.columns import Column, aggregates
from loan_servicekit.db.queries import Reader

PROVIDER_SWITCHES = aggregates(
    "provider_switches",
    ProviderSwitch,
    [
        Column("id", "uuid"),
        Column("provider", "text"),
        Column("held", "boolean"),
        Column("reason", "text"),
        Column("changed_by", "text"),
        Column("changed_at", "timestamptz"),
    ],
    missing="provider-unknown",
)


async def held_providers(reader: Reader) -> frozenset[str]:
    """Their names."""
    return frozenset(row.provider for row in await reader.rows("select provider from provider_switches where held"))
