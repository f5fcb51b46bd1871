"""The rules of thinking back on an interview: the form, its answers, and what follows from them."""
