"""One file a use case. Beside them: `ports`, what they need; `keep_books`, what those that post have in common; and
`run_day_closing`, which strings the steps of a closing run together."""
