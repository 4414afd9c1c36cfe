"""Evidence that tasks need: what is due, held, or about to lapse. Pure."""
