"""The one door to everything outside the institution: adapters to providers."""
