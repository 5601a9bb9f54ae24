"""The benchmark: speed, start-up and memory, beside other readers of dates."""
