"""Starting, supervising and ending the processes of a system, and saying how they are."""
