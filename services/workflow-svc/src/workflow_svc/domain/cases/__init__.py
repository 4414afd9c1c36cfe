"""One application on its way, and what it asks of other services."""
