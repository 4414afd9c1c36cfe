"""Every message, topic and shared value type of the platform. Depends on pydantic alone."""
