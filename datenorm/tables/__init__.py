"""Tables: whole columns and files of text in, answers out."""
