"""Values of the corpus and answers to questions as the JSON models of the API."""
