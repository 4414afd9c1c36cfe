"""Publishing processes."""
