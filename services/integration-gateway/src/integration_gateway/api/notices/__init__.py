"""What providers tell us of their own accord."""
