"""The same site made by this tool and by others, timed side by side."""
