"""The addresses the API answers at."""
