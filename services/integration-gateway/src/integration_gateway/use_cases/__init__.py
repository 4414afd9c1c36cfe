"""What the gateway does, and the ports it needs for it."""
