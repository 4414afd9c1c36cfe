"""How loans stand, and their classes, in the database."""
