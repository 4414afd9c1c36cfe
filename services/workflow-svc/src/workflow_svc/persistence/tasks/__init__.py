"""Where tasks lie."""
