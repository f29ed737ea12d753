#!/usr/bin/python3
"""Writes arithmetic_table.csv: what Python's fractions and decimals say about the
arithmetic of generator/value. Seeded, so that it gives the same table every time.

Rows:  add|subtract|multiply|divide , a , b , a∘b      fractions as n/d, "none" if it does not fit
       compare , a , b , -1|0|1
       round|truncate , a , digits , decimal           "none" if it does not fit
       parse , text , - , decimal | none
Fits: numerator and denominator at most 2^127 − 1.
"""
import pathlib
import random
from fractions import Fraction

LARGEST = 2**127 - 1
MOST_DIGITS, MOST_SCALE = 30, 18


def fits(number):
    return abs(number.numerator) <= LARGEST and number.denominator <= LARGEST


def written(number):
    return f"{number.numerator}/{number.denominator}" if fits(number) else "none"


def decimal_text(coefficient, digits):
    if abs(coefficient) > LARGEST:
        return "none"
    text = str(abs(coefficient)).rjust(digits + 1, "0")
    if digits:
        text = text[:-digits] + "." + text[-digits:]
    return ("-" if coefficient < 0 else "") + text


def cut(number, digits, half_up):
    scaled = abs(number) * 10**digits
    whole = (2 * scaled + 1) // 2 if half_up else scaled // 1
    return decimal_text(int(whole) if number >= 0 else -int(whole), digits)


def magnitude(random_source):
    """Sizes from one digit to the edge of 127 bits, the edge itself and neighbours of powers."""
    kind = random_source.randrange(10)
    if kind == 0:
        return LARGEST - random_source.randrange(3)
    if kind == 1:
        return min(LARGEST, max(1, 2 ** random_source.randrange(128) + random_source.randrange(-1, 2)))
    if kind == 2:
        return 10 ** random_source.randrange(1, 38)
    return random_source.getrandbits(random_source.randrange(1, 128)) or 1


def fraction(random_source):
    kind = random_source.randrange(8)
    if kind == 0:
        return Fraction(random_source.randrange(-3, 4))
    sign = random_source.choice([-1, 1])
    if kind <= 3:  # amounts as they occur: 分, 万元 with two digits
        return Fraction(sign * random_source.randrange(10**12), random_source.choice([1, 1, 100, 10_000]))
    return Fraction(sign * magnitude(random_source), magnitude(random_source))


def operations(random_source):
    a, b = fraction(random_source), fraction(random_source)
    yield "add", a, b, written(a + b)
    yield "subtract", a, b, written(a - b)
    yield "multiply", a, b, written(a * b)
    yield "divide", a, b, written(a / b) if b else "none"
    near = random_source.choice([a, b, a + Fraction(1, LARGEST) if a.denominator == 1 and abs(a) < 1 else b])
    yield "compare", a, near, str((a > near) - (a < near))


def cancelling(random_source):
    """Sums whose parts need more than 128 bits and whose result does not."""
    common = random_source.getrandbits(60) | 1
    total = Fraction(random_source.getrandbits(62), common)
    part = Fraction(random_source.getrandbits(62), common * (random_source.getrandbits(50) | 1))
    a, b = total + part, -part
    if fits(a) and fits(b):
        yield "add", a, b, written(a + b)
        yield "subtract", a, -b, written(a + b)


def roundings(random_source):
    a = fraction(random_source)
    digits = random_source.randrange(MOST_SCALE + 1)
    half = Fraction(2 * random_source.randrange(-10**6, 10**6) + 1, 2 * 10**digits)
    for number in (a, half):
        yield "round", number, digits, cut(number, digits, True)
        yield "truncate", number, digits, cut(number, digits, False)


def parses(random_source):
    whole = "".join(random_source.choice("0123456789") for _ in range(random_source.randrange(1, 33)))
    part = "".join(random_source.choice("0123456789") for _ in range(random_source.randrange(0, 21)))
    sign = random_source.choice(["", "-", "+"])
    good = len(part) <= MOST_SCALE and len((whole + part).lstrip("0")) <= MOST_DIGITS
    number = int(whole + part) * (-1 if sign == "-" else 1)
    yield "parse", sign + whole + ("." + part if part else ""), "-", decimal_text(number, len(part)) if good else "none"


def field(value):
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else str(value)


def main():
    random_source = random.Random(20230601)
    rows = []
    for _ in range(160):
        for make in (operations, cancelling, roundings, parses):
            rows += make(random_source)
    text = "".join(",".join(field(value) for value in row) + "\n" for row in rows)
    pathlib.Path(__file__).with_suffix(".csv").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
