#!/usr/bin/python3
"""The written forms of a check tell the same findings: JSON, which follows its schema, SARIF, and the
page, whose links all lead somewhere. So do they with --rule, which tells the cases too."""
import collections
import html.parser
import json
import pathlib
import sys
import tempfile

import jsonschema

import samples

CHECK = json.loads((samples.REPOSITORY / "generator/cli/check.schema.json").read_text(encoding="utf-8"))
LEVELS = {"error": "error", "warning": "warning", "information": "note"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.kinds, self.tags = set(), [], collections.Counter(), set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "article":
            self.kinds[attributes["class"]] += 1


def home_with_errors(folder):
    """The samples and one report in which a figure and a text are wrong."""
    home = samples.make_home(folder)
    sample = home / "data/shili/shilixian/kewenju/2023-final-accounts.yaml"
    text = sample.read_text(encoding="utf-8")
    wrong = text.replace("压减印刷和差旅支出", "压减XX<b>支出", 1).replace("公开时间: 2024-09-20", "公开时间: 2022-09-20", 1)
    (home / "data/shili/wrong.yaml").write_text(wrong, encoding="utf-8")
    (home / "data/shili/broken.yaml").write_text("模板: sichuan/final-accounts\n年度：2023\n", encoding="utf-8")
    return home, text != wrong


def checked(home, form, *words):
    done = samples.run(["check", "data", "--format", form, *words], home)
    return done.returncode, done.stdout.decode("utf-8")


def faults(schema, data):
    return [f"{error.json_path}: {error.message[:200]}" for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def asked_rules(home):
    """Only the findings of the asked rules, and a case for each."""
    ids = ["LT-02", "SUM-01", "OP-01"]
    data = json.loads(checked(home, "json", "--rule", ",".join(ids))[1])
    yield from ("--rule: " + fault for fault in faults(CHECK, data))
    asked = 0
    for report in data["reports"]:
        strange = {finding["code"] for finding in report["findings"] if finding.get("fault") == "finding"}
        if strange - set(ids):
            yield f"--rule: findings of {strange}"
        checks = report.get("checks", [])
        asked += bool(checks)
        broken = sum(case["outcome"] == "broken" for check in checks for case in check.get("cases", []))
        told = sum(finding["severity"] != "information" for finding in report["findings"] if finding["code"] in ids)
        if checks and (broken != told or {check["id"] for check in checks} != set(ids)):
            yield f"--rule: {broken} cases broken, {told} findings of {report['path']}"
    if not asked:
        yield "--rule: no report tells its cases"
    page = Page()
    page.feed(checked(home, "html", "--rule", ",".join(ids))[1])
    yield from (f"--rule: link to nowhere: {link}" for link in page.links if link[1:] not in page.ids)


def main():
    mistakes = []
    with tempfile.TemporaryDirectory() as folder:
        home, altered = home_with_errors(pathlib.Path(folder) / "home")
        codes, texts = zip(*(checked(home, form) for form in ("json", "sarif", "html")))
        mistakes += asked_rules(home)
    if not altered or set(codes) != {3}:
        mistakes.append(f"exit codes {codes}, altered {altered}")
    data, sarif = json.loads(texts[0]), json.loads(texts[1])
    mistakes += ["JSON: " + fault for fault in faults(CHECK, data)]
    findings = [finding for report in data["reports"] for finding in report["findings"]]
    told = [(finding["code"], LEVELS[finding["severity"]]) for finding in findings]
    results = sarif["runs"][0]["results"]
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    if told != [(result["ruleId"], result["level"]) for result in results]:
        mistakes.append("SARIF tells other findings than JSON")
    if any(rules[result["ruleIndex"]]["id"] != result["ruleId"] for result in results):
        mistakes.append("SARIF: a ruleIndex leads to another rule")
    for severity, total in (("error", "errors"), ("warning", "warnings"), ("information", "information")):
        count = sum(finding["severity"] == severity for finding in findings)
        if not count == data[total] == sum(report[total] for report in data["reports"]) or count == 0:
            mistakes.append(f"{count} findings of {severity}, {data[total]} told")
    page = Page()
    page.feed(texts[2])
    lost = [link for link in page.links if not link.startswith("#") or link[1:] not in page.ids]
    mistakes += [f"page: link to nowhere: {link}" for link in lost[:5]]
    if page.kinds != collections.Counter(finding["severity"] for finding in findings):
        mistakes.append(f"page: {dict(page.kinds)}")
    if page.tags & {"script", "b"}:
        mistakes.append("page: script, or markup out of the data")
    print("\n".join(mistakes[:40]) or f"{len(findings)} findings in three forms")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
