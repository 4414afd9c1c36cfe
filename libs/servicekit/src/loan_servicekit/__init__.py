"""How every service behaves. No business words: what names a loan belongs to a service."""
