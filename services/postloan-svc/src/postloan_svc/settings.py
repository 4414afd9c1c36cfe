"""Settings of postloan-svc."""

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Nothing beyond what every service has."""
