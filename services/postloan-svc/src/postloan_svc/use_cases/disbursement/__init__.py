"""From a loan that waits for its money to the release of its pay-out."""
