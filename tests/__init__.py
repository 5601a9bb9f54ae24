"""The tests, as a package, so that no library that installs tests of its own hides them."""
