"""From files to searchable passages: read → structure → recognise → split → encode → store → report."""
