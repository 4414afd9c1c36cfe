"""Settings of integration-gateway."""

import socket

from pydantic import Field, JsonValue

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Where the outside world stands, and the keys of what it has answered."""

    providers_url: str = Field(description="Where those providers stand that have no address of their own")
    application_svc_url: str = Field(description="The service that knows whom a request is about")
    postloan_svc_url: str = Field(description="The service that keeps the loans whose plans partners ask for")
    field_keys: str = Field(
        repr=False,
        description="What answers are sealed with: `id:base64` of 32 bytes each, comma-separated, the active one first",
    )
    order_seal_keys: str = Field(
        repr=False, description="As `FIELD_KEYS`; shared with postloan-svc: no money moves without its seal"
    )
    instance: str = Field("", description="Name of this replica, the same after a restart; absent: its host and port")
    serving_providers: dict[str, str] = Field(
        {}, description="By capability the provider that serves, where it is not the first"
    )
    provider_rows: dict[str, dict[str, JsonValue]] = Field(
        {}, description="By provider what is his own: address, account, folder of credentials, times (README)"
    )
    reconcile_every_s: float = Field(1_800, gt=0, description="How often the payment channel's next file is looked for")
    trusted_proxies: str = Field(
        "127.0.0.1/32,::1/128",
        description="Networks of our own proxies, comma-separated: what they forward is believed",
    )
    borrower_pages_url: str = Field(
        "https://borrower.invalid/applications", description="Below it a borrower has the page of each application"
    )
    bureau_timeout_s: float = Field(15, gt=0, description="How long a credit report may take")
    identity_timeout_s: float = Field(3, gt=0, description="How long the check of an identity may take")

    @property
    def replica(self) -> str:
        """The name under which this process claims work: no other replica has it, and it outlives a crash."""
        return self.instance or f"{socket.gethostname()}:{self.port}"
