"""Languages: what single ones say beyond CLDR, in tables written by hand. Imports no Babel."""
