"""What the records are made of and how they are checked. Pure."""
