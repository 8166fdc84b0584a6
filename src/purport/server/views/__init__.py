"""What the interface answers with: the model's own records, and shorter forms of them for lists."""
