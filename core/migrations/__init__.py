"""The history of the tables. Frozen code: it never imports the models."""
