"""One module for each command: its docstring is its help, its example first tried."""
