"""Where policies live, and which of them decides."""
