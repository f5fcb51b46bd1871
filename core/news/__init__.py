"""News that companies publish as feeds: values, addresses that may be asked, and how often."""
