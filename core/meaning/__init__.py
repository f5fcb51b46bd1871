"""Reading what a sentence means, beyond its words: a small encoder, trained on labelled sentences.

How it was trained, and from what, stands in `training/`.
"""
