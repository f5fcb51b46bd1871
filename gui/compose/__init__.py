"""Writing a message: checking it while it is typed, keeping it, and handing it over."""
