#!/usr/bin/python3
"""Sizes, names and habits every source file keeps (generator/README.md, House rules)."""
import pathlib
import re
import shutil
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 60
MOST_NESTING = 3
VAGUE = {"util", "utils", "utility", "utilities", "helper", "helpers", "common", "misc", "manager"}
# Rooms in which figures live or pass through. layout and write reckon lengths, in
# integers too, but libharu's calls take float.
FIGURE_ROOMS = ("base", "value", "load", "expr", "ledger", "profile", "document", "template", "layout", "cli")
FORBIDDEN = {
    r"\b(double|float)\b": "no binary fractions",
    r"std::regex|<regex>": "no std::regex",
    r"std::locale|<locale>|setlocale": "no locale",
    r"<chrono>|<ctime>|\bstd::time\b|\blocaltime\b|\bgettimeofday\b": "no clock",
    r"\b(iostream|sstream|iomanip)\b": "no streams",
}
MACHINE_PATH = re.compile(r"(?<![\w.$<])/(work|home|root|Users|tmp)/[\w.-]+")
TEXT_ENDINGS = {".h", ".cc", ".txt", ".md", ".py", ".sh", ".yaml", ".yml", ".json", ".csv", ""}


def sources():
    return sorted(path for ending in ("h", "cc") for path in (REPOSITORY / "generator").rglob("*." + ending))


def test_sources():
    return sorted(path for ending in ("h", "cc") for path in (REPOSITORY / "tests").rglob("*." + ending))


RAW = re.compile(r'R"(\w*)\((?:.|\n)*?\)\1"')
TOKEN = re.compile(r'//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'')


def code_only(text):
    """The text with comments and literals blanked, line ends kept."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    includes = re.compile(r"^\s*#.*$", re.M)
    return includes.sub(blank, TOKEN.sub(blank, RAW.sub(blank, text)))


def functions(code):
    """(line, length, nesting) of each outermost brace block that follows a ')' …: a function."""
    stack, start, depth_at_start, deepest = [], None, 0, 0
    line = 1
    last_break = 0
    for index, character in enumerate(code):
        if character == "\n":
            line += 1
        elif character == "{":
            head = code[last_break:index].strip()
            is_scope = re.search(r"\b(namespace|class|struct|union|enum)\b[^()]*$", head)
            opens = start is None and not is_scope and re.search(r"\)[^;=]*$", head)
            stack.append(opens)
            if opens:
                start, depth_at_start, deepest = line, len(stack), 0
            elif start is not None and re.search(r"\b(if|for|while|switch|else|do|try|catch)\b", head):
                deepest = max(deepest, sum(1 for mark in stack[depth_at_start:] if mark == "control") + 1)
                stack[-1] = "control"
            last_break = index + 1
        elif character == "}":
            opened = stack.pop() if stack else None
            if opened is not None and opened is not False and opened != "control" and opened:
                yield start, line - start + 1, deepest
                start = None
            last_break = index + 1
        elif character == ";":
            last_break = index + 1


def check_source(path):
    inner = path.relative_to(REPOSITORY).as_posix()
    text = path.read_text(encoding="utf-8")
    code = code_only(text)
    count = text.count("\n")
    if count > MOST_FILE_LINES:
        yield f"{inner}: {count} lines, at most {MOST_FILE_LINES}"
    for line, length, nesting in functions(code):
        if length > MOST_FUNCTION_LINES:
            yield f"{inner}:{line}: a function of {length} lines, at most {MOST_FUNCTION_LINES}"
        if nesting > MOST_NESTING:
            yield f"{inner}:{line}: nesting {nesting}, at most {MOST_NESTING}"
    for kind, name in re.findall(r"\b(class|struct|enum class|enum|namespace|using)\s+([A-Za-z_]\w*)", code):
        if vague(name):
            yield f"{inner}: the name of the {kind} {name} says nothing"


def vague(name):
    """A type or file named by a word that fits everything. Variables are let be: 公约数 is a common divisor."""
    parts = re.split(r"[_.]|(?<=[a-z])(?=[A-Z])", name)
    return bool({part.lower() for part in parts} & VAGUE)


def check_figures(path):
    inner = path.relative_to(REPOSITORY).as_posix()
    if path.parent.name not in FIGURE_ROOMS:
        return
    text = path.read_text(encoding="utf-8")
    code = code_only(text)
    headers = "\n".join(line for line in text.split("\n") if line.lstrip().startswith("#"))
    for pattern, reason in FORBIDDEN.items():
        for match in re.finditer(pattern, code + "\n" + headers):
            yield f"{inner}: {match.group(0)}: {reason}"


def check_names():
    for path in list(sources()) + list(test_sources()):
        if vague(path.name) or vague(path.parent.name):
            yield f"{path.relative_to(REPOSITORY)}: a name that says nothing"


TYPE = re.compile(r"\b(?:enum\s+class|class|struct|enum)\s+(\w+)(?:\s+final)?\s*(?::[^:{][^{]*)?$")


def shared_types(path):
    """Types defined in namespace gongkai itself, where the linker takes two of one name for the same."""
    code = code_only(path.read_text(encoding="utf-8"))
    stack, begin = [], 0
    for index, character in enumerate(code):
        if character not in "{};":
            continue
        head = code[begin:index].strip()
        begin = index + 1
        if character == "{":
            named = TYPE.search(head)
            if named and stack and all(stack):
                yield named.group(1)
            stack.append(bool(re.search(r"\bnamespace\s+[\w:]+$", head)))
        elif character == "}" and stack:
            stack.pop()


def check_types():
    homes = {}
    for path in sources():
        for name in shared_types(path):
            inner = path.relative_to(REPOSITORY).as_posix()
            if homes.setdefault(name, inner) != inner:
                yield f"{inner}: {name} is defined in {homes[name]} too"


def tracked_files():
    """What git would hold; every file below the repository where there is no git."""
    listed = subprocess.run(["git", "-C", str(REPOSITORY), "ls-files", "-co", "--exclude-standard", "-z"],
                            capture_output=True, check=False)
    if listed.returncode == 0:
        return [REPOSITORY / name for name in listed.stdout.decode().split("\0") if name]
    skipped = {"build", "out", ".git"}
    return [path for path in REPOSITORY.rglob("*") if path.relative_to(REPOSITORY).parts[0] not in skipped]


def check_paths():
    for path in tracked_files():
        if path.suffix not in TEXT_ENDINGS or not path.is_file() or path == pathlib.Path(__file__).resolve():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.split("\n"), 1):
            found = MACHINE_PATH.search(line)
            if found:
                yield f"{path.relative_to(REPOSITORY)}:{number}: the path {found.group(0)} of one machine"


def check_format():
    """.clang-format is the house style; its own program judges, where it is installed."""
    if not shutil.which("clang-format"):
        return
    for path in sources() + test_sources():
        run = subprocess.run(["clang-format", "--dry-run", "-Werror", str(path)], capture_output=True, check=False)
        if run.returncode != 0:
            yield f"{path.relative_to(REPOSITORY)}: clang-format -i would change it"


def main():
    mistakes = []
    for path in sources():
        mistakes += check_source(path)
        mistakes += check_figures(path)
    for path in test_sources():
        mistakes += check_source(path)
    mistakes += check_types()
    mistakes += check_names()
    mistakes += check_paths()
    mistakes += check_format()
    print("\n".join(mistakes) or f"{len(sources())} files keep the rules")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
