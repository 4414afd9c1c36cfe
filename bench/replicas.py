"""Throughput with one and with two replicas of the slowest service, on the same load."""

from loan_devstack.control import System


async def replicas(system: System) -> None:
    """To be filled."""
