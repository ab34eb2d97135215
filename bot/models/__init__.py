"""The optional chat model: what it may phrase and propose, and the checks that stand before it.

Nothing here is loaded unless a model is named in the settings.
"""
