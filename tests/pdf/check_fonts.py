#!/usr/bin/python3
"""The font files of fonts/: what SHA256SUMS says, no reserved name, no table they don't need, and
every character of symbols.txt, templates/ and data/ in reach of every role."""
import hashlib
import importlib.machinery
import importlib.util
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FONTS = REPOSITORY / "fonts"
RESERVED = ("LXGW", "霞鹜", "Source")
TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
RARE_NAMES = "䶮𬱖𠮷〇㐁𫖯镕喆堃犇"

try:
    from fontTools.ttLib import TTFont
except ImportError:
    print("not there: python3-fonttools")
    sys.exit(77)


def maker():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("make_fonts", str(FONTS / "make-fonts"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_fonts", loader))
    loader.exec_module(module)
    return module


def check_sums():
    named = set()
    for line in (FONTS / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split("  ")
        named.add(name)
        if hashlib.sha256((FONTS / name).read_bytes()).hexdigest() != digest:
            yield f"{name}: not the bytes of SHA256SUMS"
    for path in [*FONTS.glob("*.ttf"), *FONTS.glob("OFL*")]:
        if path.name not in named:
            yield f"{path.name}: not in SHA256SUMS"


def check_file(path):
    font = TTFont(path, lazy=True)
    for record in font["name"].names:
        for name in RESERVED:
            if name in str(record):
                yield f"{path.name}: the reserved name {name} in name {record.nameID}"
    extra = set(font.keys()) - TABLES
    if extra:
        yield f"{path.name}: tables {sorted(extra)}"
    if [table.format for table in font["cmap"].tables] != [12]:
        yield f"{path.name}: cmap is not one table of format 12"


def texts():
    for folder in ("templates", "data"):
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.suffix in (".yaml", ".json", ".md", ".csv"):
                yield path, set(path.read_text(encoding="utf-8"))


def check_coverage():
    make = maker()
    manifest = dict(re.findall(r"^([^\s#]+): ([\w-]+\.ttf)", (FONTS / "fonts.yaml").read_text(encoding="utf-8"), re.M))
    reach = {name: set(TTFont(FONTS / name, lazy=True).getBestCmap()) for name in set(manifest.values())}
    fallback = set()
    for name, _ in (make.RARE_SONG, make.RARE_KAI):
        fallback |= set(TTFont(FONTS / name, lazy=True).getBestCmap())
    wanted = {FONTS / "symbols.txt": make.symbols(), FONTS / "RARE_NAMES": set(map(ord, RARE_NAMES))}
    wanted |= {path: set(map(ord, characters - set("\n\r\t"))) for path, characters in texts()}
    for role, name in manifest.items():
        for path, characters in wanted.items():
            missing = sorted(characters - reach[name] - fallback)
            if missing:
                shown = " ".join(f"{chr(code)} U+{code:04X}" for code in missing)
                yield f"{path.relative_to(REPOSITORY)}: out of reach of {role}: {shown}"


def main():
    mistakes = [*check_sums(), *check_coverage()]
    for path in sorted(FONTS.glob("*.ttf")):
        mistakes += check_file(path)
    print("\n".join(mistakes) or "the fonts are as they should be")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
