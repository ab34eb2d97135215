"""What the hiring team reads and adds: card, record, review, comparison, hand-over, funnel."""
