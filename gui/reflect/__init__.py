"""The guided form: editors for each kind of answer, what keeps them, and how it ends."""
