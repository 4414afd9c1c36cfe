"""What was collected, as it is kept."""
