"""The accounts of one fictional unit: every amount in 分, balanced by construction.

Lines are drawn first; income, budgets, procurement and the three public expenses follow from
them, so that no rule of the profile can find a difference.
"""
import csv
import pathlib

CODES = pathlib.Path(__file__).resolve().parents[2] / "templates/codes"
PUBLIC = "一般公共预算"
TRANSFER_CODE = "39999"


def codes(name, level):
    with open(CODES / name, encoding="utf-8") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file) if row["level"] == level}


ITEMS = codes("function-2023.csv", "item")
# The list names no items of these: a large bureau's projects stand at the section itself.
BARE = {code: name for code, name in codes("function-2023.csv", "section").items()
        if code[:3] in ("201", "203", "204", "205", "206", "211", "213", "214", "215", "216", "220", "222", "224")
        and not any(item.startswith(code) for item in ITEMS)
        and not any(word in name for word in ("基金", "收入", "债"))}
SECTIONS = codes("economic-2023.csv", "section")
STAFF = [code for code in SECTIONS if code[:3] in ("301", "303")]
OFFICE = [code for code in SECTIONS if code[:3] == "302" and code not in ("30212", "30217", "30231", "30240")]
WORKS = [code for code in SECTIONS if code[:3] in ("309", "310") and code not in ("30913", "31013")]
GRANTS = [code for code in SECTIONS if code[:3] in ("307", "311", "312", "313", "399")]
# Paid from items of their own, not from the one the unit runs on.
SOCIAL = [("2080505", "30108"), ("2080506", "30109"), ("2101101", "30110"), ("2210201", "30113")]
STAFF = [code for code in STAFF if code not in {economic for _, economic in SOCIAL}]
PROJECT_ITEMS = [code for code in ITEMS if code[:3] not in ("208", "210", "221", "223", "229")]
ITEMS |= BARE
LARGE = 30


def named(code, names):
    return f"{code} {names[code]}"


class Accounts:
    """Lines (item, fund, nature, economic code, project, amount, other side) and what follows."""

    def __init__(self, chance, running, size):
        self.chance = chance
        self.running = running
        self.size = size
        self.lines = []
        self.projects = []
        self.income = []  # (item, fund, amount, other side)
        self.opening = []
        self.closing = []

    def spend(self, item, economic, amount, nature="基本支出", fund=PUBLIC, project=None, other=None):
        self.lines.append((item, fund, nature, economic, project, amount, other))

    def draw_basic(self):
        chance = self.chance
        for item, economic in SOCIAL:
            self.spend(item, economic, chance.between(300000, 9000000))
        for economic in chance.some(STAFF, 3 + self.size):
            self.spend(self.running, economic, chance.between(500000, 60000000))
        for economic in chance.some(OFFICE, 3 + self.size):
            self.spend(self.running, economic, chance.between(10000, 5000000))
        self.spend(self.running, "30217", chance.between(10000, 900000))
        self.spend(self.running, "30231", chance.between(100000, 4000000))

    def draw_projects(self, number, prefix):
        chance = self.chance
        items = PROJECT_ITEMS + list(BARE) if self.size >= LARGE else PROJECT_ITEMS
        for at, item in enumerate(chance.some(items, number)):
            code = f"{prefix}T{at + 1:012d}"
            self.projects.append((code, f"虚构项目{at + 1}号"))
            kinds = OFFICE + WORKS + (GRANTS if self.size >= LARGE else [])
            for economic in chance.some(kinds, 1 + self.size // 2):
                self.spend(item, economic, chance.between(100000, 80000000), "项目支出", project=code)

    def draw_carryovers(self, number):
        """Some items begin or end the year with money left."""
        items = sorted({line[0] for line in self.lines if line[1] == PUBLIC and line[2] == "项目支出"})
        for item in self.chance.some(items, number):
            self.opening.append((PUBLIC, item, self.chance.between(0, 90000)))
            self.closing.append((PUBLIC, item, self.chance.between(100, 900000)))

    def settle_income(self):
        """What came in is what was spent, and what is left more than before."""
        needed = {}
        for item, fund, _, _, _, amount, _ in self.lines:
            if fund not in ("上级补助", "附属单位上缴"):
                needed[fund, item] = needed.get((fund, item), 0) + amount
        for sign, stock in ((1, self.closing), (-1, self.opening)):
            for fund, item, amount in stock:
                needed[fund, item] += sign * amount
        self.income = [(item, fund, amount, None) for (fund, item), amount in sorted(needed.items())] + self.income

    def total(self, **wanted):
        keys = ("item", "fund", "nature", "economic")
        return sum(line[5] for line in self.lines
                   if all(line[keys.index(key)] == value for key, value in wanted.items()))

    def public(self, economic):
        return self.total(fund=PUBLIC, economic=economic)

    def office(self):
        return sum(line[5] for line in self.lines
                   if line[1] == PUBLIC and line[2] == "基本支出" and line[3][:3] not in ("301", "303"))
