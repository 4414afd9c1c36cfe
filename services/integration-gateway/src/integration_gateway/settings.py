"""Settings of integration-gateway."""

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """`providers_url` is where all providers of the simulator stand; `field_keys` seal their answers (id:base64,...)."""

    providers_url: str
    application_svc_url: str
    field_keys: str = Field(repr=False)
    instance: str = "integration-gateway-0"
    bureau_timeout_s: float = Field(15, gt=0)
    identity_timeout_s: float = Field(3, gt=0)
