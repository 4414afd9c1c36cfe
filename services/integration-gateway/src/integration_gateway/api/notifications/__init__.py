"""Messages to customers over HTTP."""
