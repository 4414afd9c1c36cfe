"""Settings of postloan-svc."""

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Keys of the seals (`id:base64` of 32 bytes each, comma-separated, the active one first)."""

    contract_seal_keys: str = Field(repr=False, description="Shared with application-svc, which seals signed contracts")
    order_seal_keys: str = Field(
        repr=False, description="Shared with integration-gateway, which carries out our orders"
    )
