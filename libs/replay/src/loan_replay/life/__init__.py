"""The second act: paid-out loans live through months on the service's own clock, and what became of the portfolio."""
