"""The sources that speak an envelope of our own."""
