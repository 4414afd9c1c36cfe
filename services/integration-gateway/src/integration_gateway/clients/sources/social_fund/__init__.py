"""Social insurance and housing fund."""
