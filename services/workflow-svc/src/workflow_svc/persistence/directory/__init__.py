"""Where is kept who works here."""
