"""An office as a folder of files: reading it, checking it, and writing it all or not at all."""
