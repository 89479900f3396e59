"""What a question means: its words, slips, operators, and the documents and units it names."""
