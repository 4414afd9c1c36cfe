"""Settings that every service has: the same variable names everywhere, no default for a secret."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from loan_contracts.envelope import TRACES_IN_THOUSAND
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.broker.access import Mechanism, SecurityProtocol


class ServiceSettings(BaseSettings):
    """Read once from the environment in `__main__`; use cases get plain values."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    profile: Literal["development", "production"] = Field(
        "production", description="`production` refuses what is for a laptop alone"
    )
    host: str = Field("127.0.0.1", description="Where the API listens")
    port: int = Field(8000, description="On which port it listens")
    root_path: str = Field("", description="What an edge before the service has taken off the path of a request")
    docs: bool | None = Field(None, description="Whether /docs and /openapi.json are shown; unset: in development")
    log_level: str = Field("info", description="Of the lines on standard output")
    database_url: str = Field(repr=False, description="postgresql://role:password@host:port/database")
    kafka_bootstrap: str = Field(description="host:port of brokers, comma-separated")
    kafka_security_protocol: SecurityProtocol = Field("SASL_SSL", description="PLAINTEXT in development alone")
    kafka_sasl_mechanism: Mechanism = Field("SCRAM-SHA-512", description="How the service proves who it is")
    kafka_username: str = Field("", description="The principal that has the rights of the service")
    kafka_password: str = Field("", repr=False, description="Of that principal")
    kafka_ca_file: str = Field("", description="Certificates that sign the broker's; the system's own unless told")
    kafka_cert_file: str = Field("", description="Our certificate, where the broker knows its clients by them")
    kafka_key_file: str = Field("", description="The key of our certificate")
    topic_prefix: str = Field("", description="Before every topic, where systems share a broker")
    most_message_bytes: int = Field(1_000_000, ge=1_000, description="Of a message; not more than the broker takes")
    oidc_issuer: str = Field(description="The address that stands in the `iss` of every token")
    oidc_audience: str = Field("xinliu", description="What stands in the `aud` of tokens for us")
    oidc_client_id: str = Field("", description="As whom the service asks another one")
    oidc_client_secret: str = Field("", repr=False, description="Of that client")
    otel_exporter_otlp_endpoint: str = Field("", description="Where spans go, OTLP over HTTP; empty: nowhere")
    trace_ratio: float = Field(TRACES_IN_THOUSAND / 1000, ge=0, le=1, description="Share of requests that are traced")
    trace_per_second: float = Field(2.0, ge=0, description="Requests a second that are traced for certain")
    gather_window_ms: float = Field(120, ge=0, description="Wait for fuller batches under load (consumer)")
    most_at_once: int = Field(200, ge=1, description="Messages in one transaction (consumer)")
    rest_ms: float = Field(1_000, ge=0, description="Rest of topics that nobody waits for, after one came (consumer)")
    commit_window_ms: float = Field(50, ge=0, description="Wait for company under load (door)")

    @property
    def documents_shown(self) -> bool:
        """Whether strangers may read what the API is like."""
        return self.profile == "development" if self.docs is None else self.docs

    @property
    def kafka(self) -> BrokerAccess:
        """How the service reaches the broker."""
        return BrokerAccess(
            self.kafka_bootstrap,
            self.kafka_security_protocol,
            self.kafka_sasl_mechanism,
            self.kafka_username,
            self.kafka_password,
            self.kafka_ca_file,
            self.kafka_cert_file,
            self.kafka_key_file,
        )

    @model_validator(mode="after")
    def _the_broker_knows_who_asks(self) -> Self:
        """A bus on which everybody may say everything is nothing to run a bank on."""
        if self.kafka_security_protocol == "PLAINTEXT" and self.profile == "production":
            raise ValueError("KAFKA_SECURITY_PROTOCOL=PLAINTEXT is for development alone")
        if self.kafka_security_protocol == "SSL" and self.profile == "production" and not self.kafka_cert_file:
            raise ValueError("KAFKA_SECURITY_PROTOCOL=SSL needs KAFKA_CERT_FILE: the broker has to know who asks")
        assert self.kafka  # says what it lacks
        return self
