"""Item models over what the use cases return."""
