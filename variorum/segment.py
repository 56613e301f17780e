"""Documents and captures -> paragraphs and lines with their roles."""
