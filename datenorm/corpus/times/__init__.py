"""Times: English clock times, as people write them."""
