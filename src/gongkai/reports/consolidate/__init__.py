"""The reports of an area's bodies as one: sums with the trace of every figure. Pure."""
