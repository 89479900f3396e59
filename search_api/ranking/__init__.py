"""Which passages answer a question, and which of them comes first."""
