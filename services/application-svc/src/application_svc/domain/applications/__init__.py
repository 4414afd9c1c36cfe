"""What is asked for, how it stands, and what it holds once it is decided."""
