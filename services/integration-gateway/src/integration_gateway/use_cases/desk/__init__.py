"""The desk on which outside work waits: taken in, carried out, finished."""
