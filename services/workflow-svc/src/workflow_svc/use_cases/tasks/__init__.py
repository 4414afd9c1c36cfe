"""What people do with tasks, and what opens one beside the process."""
