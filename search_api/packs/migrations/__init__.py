"""How the database of the packs came to have the form it has, step by step (Alembic)."""
