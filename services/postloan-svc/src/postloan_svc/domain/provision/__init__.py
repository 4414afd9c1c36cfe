"""Expected credit loss, provisions, and the ratios of a portfolio."""
