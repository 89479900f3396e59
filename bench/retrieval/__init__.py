"""How well passages are found: labelled sets, this project and others on the same passages."""
