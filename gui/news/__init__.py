"""News of employers: feeds fetched while the window stands there, and what the user does with them."""
