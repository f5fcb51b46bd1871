"""Pure rules of checking a draft: one family of checks a module."""
