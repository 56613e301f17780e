"""Raw captures -> draft articles, on demand and never in a build."""
