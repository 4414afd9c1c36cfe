"""Where the chain lies, and how it grows."""
