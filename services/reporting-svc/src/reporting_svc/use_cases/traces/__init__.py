"""The way of one application."""
