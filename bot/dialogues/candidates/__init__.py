"""What the team does with a screening: finding, asking, comparing, deciding, handing over."""
