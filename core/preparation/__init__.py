"""Getting ready for the next round, and the hunt beside it: pure rules over frozen values."""
