"""Training the encoder that reads a sentence's manner. Not a part of the application."""
