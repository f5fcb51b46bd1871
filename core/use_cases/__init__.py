"""What a user can do: one verb a function. The only code that writes to the database."""
