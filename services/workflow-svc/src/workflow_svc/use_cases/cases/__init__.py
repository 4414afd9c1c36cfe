"""Opening cases, taking answers, letting time pass."""
