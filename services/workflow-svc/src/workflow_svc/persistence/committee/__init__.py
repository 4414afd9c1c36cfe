"""Where committees are kept."""
