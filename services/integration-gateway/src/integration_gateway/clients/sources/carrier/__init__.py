"""The mobile operators' three-factor check."""
