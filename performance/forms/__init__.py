"""What staff type about measures, figures and questions, turned into values."""
