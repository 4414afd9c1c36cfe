"""How loans are classified, by the day and by people."""
