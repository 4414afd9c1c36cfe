"""What the service uses beside the database."""
