"""The one door to everything outside the institution: adapters to providers, and the simulator that stands in for them."""
