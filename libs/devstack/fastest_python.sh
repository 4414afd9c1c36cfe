#!/bin/sh
# Prints the interpreter to make the environment with: of those at hand that are new enough and can make one, the first
# unless another is a fifth faster. A build without profile-guided optimisation, as version managers make it, is up to
# a third slower than a distribution's.
work='
import sys, time
if sys.version_info < (3, 11): sys.exit(1)
import ensurepip, venv
class Pair:
    def __init__(self, a, b): self.a, self.b = a, b
    def sum(self): return self.a + self.b
def run():
    began = time.perf_counter()
    for number in range(60000): {"sum": Pair(number, 1).sum(), "text": str(number)}
    return time.perf_counter() - began
print(round(min(run() for _ in range(5)) * 1e6))
'
best=python3 best_us=
for candidate in python3 /usr/bin/python3 /usr/local/bin/python3; do
    us=$("$candidate" -c "$work" 2>/dev/null) || continue
    if [ -z "$best_us" ] || [ $((us * 6)) -lt $((best_us * 5)) ]; then
        best=$candidate best_us=$us
    fi
done
echo "$best"
