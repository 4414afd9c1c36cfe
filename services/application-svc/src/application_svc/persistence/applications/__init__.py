"""Applications and what borrowers ask about them."""
