"""Speed and memory of Afterword, each figure beside its bare counterpart of the same run."""
