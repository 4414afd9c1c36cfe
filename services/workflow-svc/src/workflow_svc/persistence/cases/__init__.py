"""Where cases lie."""
