#!/usr/bin/python3
"""The rooms of generator/ keep their order.

The table in generator/README.md is the data of this test: room | may include. Every
#include and every link of a room's CMakeLists.txt is compared with it, and packages from
outside stand only in the files the second table names.
"""
import fnmatch
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = REPOSITORY / "generator"
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
ROOM_ROW = re.compile(r"^\|\s*\d+\s*\|\s*`(\w+)/`\s*\|([^|]*)\|", re.M)
PACKAGE_ROW = re.compile(r"^\|\s*`([^`]+)`\s*\|\s*`<([^`>]+)>`\s*\|", re.M)


def read_tables():
    text = (GENERATOR / "README.md").read_text(encoding="utf-8")
    rooms, allowed = [], {}
    for name, listed in ROOM_ROW.findall(text):
        names = re.findall(r"\w+", listed)
        allowed[name] = list(rooms) if names == ["all"] else names
        rooms.append(name)
    packages = PACKAGE_ROW.findall(text)
    return rooms, allowed, packages


def wrong_includes(rooms, allowed, packages):
    for path in sorted(GENERATOR.glob("*/*.h")) + sorted(GENERATOR.glob("*/*.cc")):
        room, inner = path.parent.name, path.relative_to(GENERATOR).as_posix()
        for mark, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = name.split("/")[0]
            if mark == '"' and target != room and target not in allowed[room]:
                yield f'{inner} includes "{name}": {room} may include {", ".join(allowed[room]) or "nothing"}'
            if mark == '"' and not (GENERATOR / name).is_file():
                yield f'{inner} includes "{name}", which is not named from generator/'
            holders = [file for file, header in packages if fnmatch.fnmatch(name, header)]
            known = holders or re.fullmatch(r"[a-z0-9_]+|c[a-z]+|(sys/)?[a-z]+\.h", name)
            if mark == "<" and not known:
                yield f"{inner} includes <{name}>, which the table of packages does not name"
            if mark == "<" and holders and not any(fnmatch.fnmatch(inner, file) for file in holders):
                yield f"{inner} includes <{name}>, which belongs to {', '.join(holders)}"


def wrong_links(rooms, allowed):
    for room in rooms:
        text = (GENERATOR / room / "CMakeLists.txt").read_text(encoding="utf-8")
        call = re.search(r"gongkai_room\(\s*(\w+)(?:\s+DEPENDS\s+([\w\s]*?))?\s*(?:PRIVATE[^)]*)?\)", text)
        if not call or call.group(1) != room:
            yield f"generator/{room}/CMakeLists.txt does not define the room {room}"
        elif (call.group(2) or "").split() != allowed[room]:
            yield f"generator/{room}/CMakeLists.txt links {call.group(2)}, the table says {allowed[room]}"


def main():
    rooms, allowed, packages = read_tables()
    mistakes = []
    folders = sorted(path.name for path in GENERATOR.iterdir() if path.is_dir())
    if sorted(rooms) != folders:
        mistakes.append(f"rooms in generator/README.md {rooms}, folders {folders}")
    for room in rooms:
        later = [name for name in allowed[room] if name not in rooms[:rooms.index(room)]]
        if later:
            mistakes.append(f"{room} may include {later}, which do not come before it")
    if not mistakes:
        mistakes += wrong_includes(rooms, allowed, packages)
        mistakes += wrong_links(rooms, allowed)
    print("\n".join(mistakes) or f"{len(rooms)} rooms in order")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
