"""The pages of the window. Pages never import pages."""
