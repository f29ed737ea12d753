#!/usr/bin/python3
"""Jinja2 and our template language over the same context: cases.txt and lines drawn with a
fixed seed must print the same, or both fail. Jinja2 is given exact numbers, because ours
are; what differs on purpose stands in cases.txt behind a "!"."""
import fractions
import json
import pathlib
import random
import subprocess
import sys

try:
    import jinja2
    import jinja2.nodes
except ImportError:
    print("skipped: python3-jinja2 is not installed")
    sys.exit(77)

CASES = pathlib.Path(__file__).with_name("cases.txt")
DRAWN = 1000
PLACES = 6


class Number(fractions.Fraction):
    """An exact number that prints as ours do and may count list items."""

    def __index__(self):
        if self.denominator != 1:
            raise TypeError("not a whole number")
        return self.numerator

    def __str__(self):
        scaled = self * 10**PLACES
        if scaled.denominator != 1:
            raise ValueError("endless decimals need a format")
        digits = str(abs(scaled.numerator)).rjust(PLACES + 1, "0")
        text = (digits[:-PLACES] + "." + digits[-PLACES:]).rstrip("0").rstrip(".")
        return ("−" if self < 0 else "") + text

    __hash__ = fractions.Fraction.__hash__


def exact(operation):
    def result(*operands):
        found = operation(*operands)
        return found if found is NotImplemented or isinstance(found, bool) else Number(found)
    return result


for name in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv", "rfloordiv", "mod", "rmod",
             "neg", "pos", "abs"):
    setattr(Number, f"__{name}__", exact(getattr(fractions.Fraction, f"__{name}__")))


class ExactEnvironment(jinja2.Environment):
    """Number literals become exact numbers of the context."""

    def _parse(self, source, name, filename):
        # A float literal is read back from its shortest text, which is how it was written.
        tree = super()._parse(source, name, filename)
        for parent in [tree, *tree.find_all(jinja2.nodes.Node)]:
            for field, value in parent.iter_fields():
                if isinstance(value, list):
                    setattr(parent, field, [self.literal(item) for item in value])
                else:
                    setattr(parent, field, self.literal(value))
        return tree

    def literal(self, node):
        if not isinstance(node, jinja2.nodes.Const) or isinstance(node.value, bool) or node.value is None:
            return node
        if not isinstance(node.value, (int, float)):
            return node
        return jinja2.nodes.Call(jinja2.nodes.Name("exact_number", "load"), [jinja2.nodes.Const(str(node.value))], [],
                                 None, None, lineno=node.lineno)


def printed(value):
    """What {{ }} prints: only what ours prints, too."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, (list, dict)):
        raise ValueError("nothing to print in a sentence")
    return value if isinstance(value, str) else str(Number(value))


def environment():
    made = ExactEnvironment(undefined=jinja2.StrictUndefined, finalize=printed, optimized=False)
    made.globals["exact_number"] = Number
    made.globals["range"] = lambda *bounds: [Number(number) for number in range(*bounds)]
    made.filters["length"] = made.filters["count"] = lambda value: Number(len(value))
    for ours, theirs in {"默认": "default", "长度": "length", "首个": "first", "末个": "last", "列举": "join", "排序": "sort",
                         "求和": "sum", "绝对值": "abs", "去重": "unique", "倒序": "reverse", "最大": "max", "最小": "min",
                         "替换": "replace", "各项": "items"}.items():
        made.filters[ours] = made.filters[theirs]
    for ours, theirs in {"偶数": "even", "奇数": "odd", "整除": "divisibleby", "等于": "eq", "空": "none"}.items():
        made.tests[ours] = made.tests[theirs]
    # Jinja2's own unique, reverse and items are lazy; a lazy list is always true.
    for lazy in ("unique", "reverse", "items", "去重", "倒序", "各项", "map"):
        made.filters[lazy] = eager(made.filters[lazy])
    return made


def eager(function):
    def listed(*arguments, **named):
        found = function(*arguments, **named)
        return found if isinstance(found, str) else list(found)
    if hasattr(function, "jinja_pass_arg"):
        listed.jinja_pass_arg = function.jinja_pass_arg
    return listed


def number(text):
    return {"#": text}


CONTEXT = {
    "甲": number("3"), "乙": number("-2.5"), "零": number("0"), "文": "科协", "空文": "", "x": "abc", "是的": True, "否的": False,
    "无": None, "数表": [number("1"), number("2"), number("3")], "空表": [], "文表": ["馆", "站", "园"],
    "组": {"名": "示例", "数": number("4"), "内": {"键": number("7")}}, "空组": {},
    "人": [{"名": "张", "岁": number("30")}, {"名": "李", "岁": number("25")}, {"名": "王", "岁": number("40")}],
}


def exact_context(value):
    if isinstance(value, dict):
        return Number(value["#"]) if "#" in value else {key: exact_context(item) for key, item in value.items()}
    return [exact_context(item) for item in value] if isinstance(value, list) else value


class Draw:
    """Lines of the language whose kinds fit, so that most of them print something."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def one(self, *choices):
        return self.random.choice(choices)

    def number(self, depth):
        if depth == 0:
            return self.one("甲", "乙", "零", "组.数", "组.内.键", "数表[0]", "数表[-1]", "1", "2", "10", "0.5", "2.25", *self.names)
        a, b = self.number(depth - 1), self.number(depth - 1)
        return self.one(f"{a} + {b}", f"{a} - {b}", f"{a} * {b}", f"({a} + {b}) * {self.number(0)}", f"({a}) / ({b})",
                        f"({a}) // ({b})", f"({a}) % ({b})", f"-({a})", f"({a}) | abs", f"({self.list(0)}) | length",
                        f"({a} if {self.truth(depth - 1)} else {b})", f"[{a}, {b}] | sum", f"[{a}, {b}] | max",
                        f"[{a}, {b}, {self.number(0)}] | sort | first", f"(({self.truth(depth - 1)}) and {a} or {b})")

    def truth(self, depth):
        if depth == 0:
            return self.one("是的", "否的", "甲 > 2", "true", "false", "not 否的", "甲 is even", "无 is none", "文 is string")
        a, b = self.number(depth - 1), self.number(depth - 1)
        return self.one(f"{a} {self.one('==', '!=', '<', '<=', '>', '>=')} {b}", f"{a} < {b} <= {self.number(0)}",
                        f"{self.truth(depth - 1)} {self.one('and', 'or')} {self.truth(depth - 1)}",
                        f"not ({self.truth(depth - 1)})", f"{a} {self.one('in', 'not in')} {self.list(depth - 1)}",
                        f"{self.text(0)} {self.one('in', 'not in')} {self.text(depth - 1)}",
                        f"{self.text(0)} {self.one('==', '!=', '<', '>')} {self.text(0)}", self.one('"名" in 组', '"没有" in 组'),
                        f"({self.truth(depth - 1)}) == ({self.truth(0)})")

    def text(self, depth):
        if depth == 0:
            return self.one("文", "空文", "x", "组.名", "文表[1]", '"甲乙"', "'b'", '"馆"', "人[0].名", '组["名"]')
        return self.one(f"{self.text(depth - 1)} ~ {self.text(0)}", f"({self.text(depth - 1)} + {self.text(0)})",
                        f"({self.text(0)} if {self.truth(depth - 1)} else {self.text(depth - 1)})",
                        f'({self.list(0)} | join("{self.one("、", "，", "")}"))', f"({self.text(0)} or {self.text(0)})",
                        f'({self.text(0)} | replace("{self.one("a", "科", "b")}", "{self.one("z", "")}"))',
                        f'({self.text(0)} | default("无"))', f"{self.text(0)} ~ 甲")

    def list(self, depth):
        if depth == 0:
            return self.one("数表", "空表", "文表", "[1, 2, 2]", "[3]")
        return self.one(f"{self.list(depth - 1)} + {self.list(0)}", f"[{self.number(depth - 1)}, {self.number(0)}]",
                        f"({self.list(depth - 1)} | unique)", f"({self.list(depth - 1)} | reverse)",
                        f"({self.list(0)} if {self.truth(depth - 1)} else {self.list(0)})")

    def value(self):
        return self.one(self.number(self.random.randint(0, 3)), self.truth(self.random.randint(0, 2)),
                        self.text(self.random.randint(0, 2)))

    def piece(self, depth):
        if depth == 0:
            return self.one("字", " ", "，a", f"{{{{ {self.value()} }}}}", f"{{{{ {self.value()} }}}}")
        condition = self.truth(self.random.randint(0, 2))
        if self.random.random() < 0.45:
            return (f"{{% if {condition} %}}{self.line(depth - 1)}" +
                    self.one("", f"{{% elif {self.truth(1)} %}}{self.line(depth - 1)}") +
                    self.one("", f"{{% else %}}{self.line(depth - 1)}") + "{% endif %}")
        if self.random.random() < 0.3:
            return f"{{% set 暂 = {self.value()} %}}{{{{ 暂 }}}}"
        return self.loop(depth)

    def loop(self, depth):
        name = self.one("项", "i")
        numbers = self.one("数表", "[1, 2, 2]", "空表", "range(4)")
        self.names.append(name)
        chosen = self.one("", "", f" if {self.truth(1)}")
        body = self.line(depth - 1) + self.one("", "{{ loop.index }}/{{ loop.length }}", "{% if not loop.last %}、{% endif %}",
                                               "{{ loop.revindex0 }}{{ loop.first }}")
        self.names.pop()
        return f"{{% for {name} in {numbers}{chosen} %}}{body}{self.one('', '{% else %}空')}{{% endfor %}}"

    def line(self, depth):
        return "".join(self.piece(self.random.randint(0, depth)) for _ in range(self.random.randint(1, 3)))


def committed():
    """(line, must agree) of cases.txt."""
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield (line[2:], False) if line.startswith("! ") else (line, True)


def by_jinja(made, context, line):
    try:
        return {"text": made.from_string(line).render(context)}
    except Exception as error:  # pylint: disable=broad-except  -- any failure is one outcome
        return {"error": f"{type(error).__name__}: {error}"}


def main():
    draw = Draw(20230920)
    lines = list(committed()) + [(draw.line(2), True) for _ in range(DRAWN)]
    asked = json.dumps({"context": CONTEXT, "lines": [line for line, _ in lines]})
    answers = json.loads(subprocess.run([sys.argv[1]], input=asked.encode(), capture_output=True, check=True).stdout)
    made, context = environment(), exact_context(CONTEXT)
    wrong = failed = 0
    for (line, must_agree), ours in zip(lines, answers):
        theirs = by_jinja(made, context, line)
        agree = ours.get("text") == theirs.get("text")
        failed += "error" in ours
        if agree == must_agree:
            continue
        wrong += 1
        if wrong <= 20:
            print(f"{line}\n  ours:   {ours}\n  jinja2: {theirs}")
    print(f"{len(lines)} lines compared with Jinja2 {jinja2.__version__}, {failed} of them faulty in ours; {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
