"""Who is asked about, and his consents."""
