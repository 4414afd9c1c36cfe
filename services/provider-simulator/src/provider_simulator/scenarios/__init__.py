"""What is wrong with the outside world, told in one piece: by a file at the start, or by a switch."""
