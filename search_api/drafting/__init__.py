"""The first draft of a study pack: passages chosen for a topic, questions about them made by rule."""
