"""Benchmarks. Every figure is printed beside a floor that was measured in the same run;
`python -m bench` runs them all."""
