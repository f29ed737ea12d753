"""Numbers that look drawn by chance and are the same everywhere: hashes of a name and a count."""
import hashlib


class Chance:
    def __init__(self, *name):
        self.name = "/".join(map(str, name))
        self.count = 0

    def below(self, most):
        """A whole number from 0 to most - 1."""
        self.count += 1
        drawn = hashlib.sha256(f"{self.name}#{self.count}".encode()).digest()
        return int.from_bytes(drawn[:8], "big") % most

    def between(self, least, most):
        return least + self.below(most - least + 1)

    def some(self, things, number):
        """That many different ones, in their order."""
        left = list(range(len(things)))
        chosen = sorted(left.pop(self.below(len(left))) for _ in range(min(number, len(things))))
        return [things[at] for at in chosen]
