"""The loan itself: its contract, its states, its pay-out."""
