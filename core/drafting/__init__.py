"""Pure rules of writing: kinds of message, salutations, templates."""
