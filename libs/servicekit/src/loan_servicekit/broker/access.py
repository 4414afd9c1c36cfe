"""Where the broker is, who asks there, and how the connection is protected."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast, get_args

SecurityProtocol = Literal["PLAINTEXT", "SASL_PLAINTEXT", "SSL", "SASL_SSL"]
Mechanism = Literal["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"]
Options: TypeAlias = dict[str, Any]  # arguments of a client


class AccessIncomplete(ValueError):
    """What is said of the broker does not suffice to sign in there."""


@dataclass(frozen=True, slots=True)
class BrokerAccess:
    """All that a client of Kafka needs. Without a name and a password only where the protocol asks for none.

    `cert_file` and `key_file` are those of a client that the broker knows by its certificate (mutual TLS).
    """

    bootstrap: str
    protocol: SecurityProtocol = "SASL_SSL"
    mechanism: Mechanism = "SCRAM-SHA-512"
    username: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
    cert_file: str = ""
    key_file: str = ""

    def __post_init__(self) -> None:
        if self.protocol.startswith("SASL") and not (self.username and self.password):
            raise AccessIncomplete(f"{self.protocol} needs KAFKA_USERNAME and KAFKA_PASSWORD")

    @classmethod
    def of(cls, variables: Mapping[str, str], prefix: str = "KAFKA_") -> "BrokerAccess":
        """What the environment says; raises AccessIncomplete where it is no access."""
        given = {
            name: variables[prefix + variable] for variable, name in VARIABLES.items() if prefix + variable in variables
        }
        for name, allowed in (("protocol", SecurityProtocol), ("mechanism", Mechanism)):
            if given.get(name, get_args(allowed)[0]) not in get_args(allowed):
                raise AccessIncomplete(f"{given[name]!r} is none of {', '.join(get_args(allowed))}")
        return cls(**cast(Any, given))

    def variables(self, prefix: str = "KAFKA_") -> dict[str, str]:
        """The same as environment."""
        return {prefix + variable: value for variable, name in VARIABLES.items() if (value := getattr(self, name))}

    def client(self) -> Options:
        """The arguments of every client of aiokafka."""
        told: Options = {"bootstrap_servers": self.bootstrap, "security_protocol": self.protocol}
        if self.protocol.startswith("SASL"):
            told |= {
                "sasl_mechanism": self.mechanism,
                "sasl_plain_username": self.username,
                "sasl_plain_password": self.password,
            }
        if self.protocol.endswith("SSL"):
            context = told["ssl_context"] = ssl.create_default_context(cafile=self.ca_file or None)
            if self.cert_file:
                context.load_cert_chain(self.cert_file, self.key_file or None)
        return told


VARIABLES = {
    "BOOTSTRAP": "bootstrap",
    "SECURITY_PROTOCOL": "protocol",
    "SASL_MECHANISM": "mechanism",
    "USERNAME": "username",
    "PASSWORD": "password",
    "CA_FILE": "ca_file",
    "CERT_FILE": "cert_file",
    "KEY_FILE": "key_file",
}
"""Names in the environment, behind a prefix, and the fields they fill."""
