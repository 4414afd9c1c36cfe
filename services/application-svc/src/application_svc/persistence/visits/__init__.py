"""Where visits to customers lie."""
