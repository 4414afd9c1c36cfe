"""What wiring gave the routes."""

from application_svc.use_cases.ports import Ports
from loan_servicekit.http import Edge


def ports(edge: Edge) -> Ports:
    """Reads, products, the vault and the rest, behind any route."""
    found: Ports = edge.queries
    return found
