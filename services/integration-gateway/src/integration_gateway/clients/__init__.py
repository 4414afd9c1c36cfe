"""The outside world over HTTP: a folder a provider, whose shapes never leave it, and what all of them share."""
