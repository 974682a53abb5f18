"""achtfasen: handbook, forms and checks for the 8-fasenmodel."""

__version__ = "0.1.0"
