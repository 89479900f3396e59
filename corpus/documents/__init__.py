"""Sample documents written for this project, their sources and the scripts that publish them."""
