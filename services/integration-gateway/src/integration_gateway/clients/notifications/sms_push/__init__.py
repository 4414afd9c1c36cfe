"""Text messages and push notifications."""
