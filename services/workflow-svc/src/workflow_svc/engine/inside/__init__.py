"""What lies inside a step: sub-processes, called processes, repetitions, scripts, and how values go in and out."""
