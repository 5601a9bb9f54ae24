"""The clock: English clock times, as people write them."""
