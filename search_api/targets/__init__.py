"""What documents want reached and by when: figures, deadlines and who is responsible, each with its words."""
