"""What others wrote, as far as it can be read without asking: pure functions over text."""
