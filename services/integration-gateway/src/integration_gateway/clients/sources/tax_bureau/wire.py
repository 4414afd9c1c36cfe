"""Shapes of the tax office's answer (domain.md §7.5)."""

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.wire import Json
from loan_contracts.facts import TaxFacts

_LEVELS = frozenset({"A", "M", "B", "C", "D"})
_MONTHS = 12


def read_tax(data: Json) -> TaxFacts:
    """Sales and empty months of the last twelve reported months. ValueError or KeyError where malformed."""
    if data["credit_level"] not in _LEVELS:
        raise ValueError("unknown credit level")
    last_year = sorted(data["monthly"], key=lambda month: str(month["m"]))[-_MONTHS:]
    return TaxFacts(
        credit_level=data["credit_level"],
        arrears_minor=fen(data["arrears"]),
        sales_12m_minor=sum(fen(month["sales"]) for month in last_year),
        zero_invoice_months_12m=sum(month["invoices"] == 0 for month in last_year),
    )
