"""Draws pictures as PNG, for places that show no SVG."""
