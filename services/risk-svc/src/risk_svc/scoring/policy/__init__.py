"""Decision graphs: run, checked before they may decide, and tried on borrowers whose end is known."""
