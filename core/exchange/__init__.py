"""What touches the outside: calendar files, mail files, case files, copies of the database."""
