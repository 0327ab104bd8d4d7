"""Claims with the words they rest on: verified quotations, rendered as a static site."""

__version__ = "0.1.0"

GENERATOR = f"factsheet {__version__}"
