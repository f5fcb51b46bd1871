"""Charts: small pictures of a few figures, each of which can be walked through and read aloud."""
