#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "cli/findings_form.h"
#include "cli/rule_checks.h"
#include "write/escape.h"
#include "write/html_parts.h"

namespace gongkai {
namespace {

// The page of a check is no report and has no profile: what html_look gives a report, it says itself.
constexpr std::string_view own_look = R"css(
:root {
  color-scheme: light dark;
  --sans: "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  --body: 1.0625rem/1.75 var(--sans); --body-align: left; --body-indent: 0;
  --small: .9375rem/1.6 var(--sans); --table-note: var(--small); --draft: var(--small); --table: .875rem;
  --level-1: 700 1.6rem/1.5 var(--sans); --level-1-align: center; --level-1-indent: 0; --level-1-ink: var(--ink);
  --level-2: 700 1.2rem/1.5 var(--sans); --level-2-align: left; --level-2-indent: 0; --level-2-ink: var(--ink);
  --level-3: 600 1.0625rem/1.5 var(--sans); --level-3-align: left; --level-3-indent: 0; --level-3-ink: var(--ink);
  --table-face: var(--sans); --cover-title: 700 1.6rem/1.5 var(--sans); --cover-title-size: 2rem;
  --paper: #fff; --desk: #f6f5f2; --ink: #1b1f24; --soft: #55606b; --link: #1f4a75; --line: #c4cad1; --faint: #e3e6ea;
  --shade: #eef1f4; --total: #f7f8fa; --note: #5c4a12; --note-paper: #fbf7ec; --focus: #b3541e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --desk: #101214; --ink: #e6e3dd; --soft: #a5adb6; --link: #9dc1e6; --line: #464d55; --faint: #2b3036;
    --shade: #22262b; --total: #1d2024; --note: #d9b765; --note-paper: #24211a; --focus: #f0a070;
  }
}
)css";

constexpr std::string_view own_style = R"css(
main, header { font-family: var(--sans); }
header { padding-bottom: 1rem; }
.totals, .filters { display: flex; flex-wrap: wrap; justify-content: center; gap: .4em 1.5em; margin: .5em auto 1.5em; }
.filters label { cursor: pointer; padding: .1em .4em; }
input.show { position: absolute; opacity: 0; }
.filters label::before { content: "☐ "; }
#show-error:checked ~ .filters [for=show-error]::before, #show-warning:checked ~ .filters [for=show-warning]::before,
#show-information:checked ~ .filters [for=show-information]::before { content: "☑ "; }
#show-error:focus-visible ~ .filters [for=show-error], #show-warning:focus-visible ~ .filters [for=show-warning],
#show-information:focus-visible ~ .filters [for=show-information] { outline: 3px solid var(--focus); outline-offset: 2px; }
#show-error:not(:checked) ~ main .error, #show-warning:not(:checked) ~ main .warning,
#show-information:not(:checked) ~ main .information { display: none; }
article { max-width: 52rem; margin: 0 auto 1rem; padding: .6em 1em .7em; border: 1px solid var(--line); border-left: .4em solid var(--line); break-inside: avoid; }
article.error { border-left-color: #b3261e; } article.warning { border-left-color: var(--note); }
article p { margin: .15em 0; text-indent: 0; max-width: none; text-align: start; }
article .head { font-weight: 600; }
article .tag { display: inline-block; min-width: 3em; }
.cases p { margin: 0; text-indent: 0; max-width: none; text-align: start; }
article .more { color: var(--soft); font-size: .9375rem; }
.lines { max-width: 52rem; margin: .3em auto 2.5rem; font-size: .8125rem; line-height: 1.6; }
.lines h4 { max-width: none; }
.lines ol { list-style: none; margin: 0; padding: 0; border: 1px solid var(--faint); }
.lines li { display: grid; grid-template-columns: 4em minmax(0, 1fr) auto; gap: .8em; padding: .1em .6em; }
.lines li + li { border-top: 1px solid var(--faint); }
.lines .no { text-align: right; color: var(--soft); }
.lines code { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--note-paper); color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: #b3261e; }
@media print { .filters, input.show { display: none; } #show-error ~ main .error, #show-warning ~ main .warning, #show-information ~ main .information { display: block !important; } }
)css";

const char* class_of(Severity severity) {
  switch (severity) {
    case Severity::information: return "information";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

std::string count_text(std::size_t number, Severity severity) {
  return std::to_string(number) + (severity == Severity::information ? " 条" : " 个") + severity_word(severity);
}

/// Byte offset of a 1-based column.
std::size_t offset_of(const std::string& line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t count = 1; count < column && at < line.size(); ++count) utf8::decode(line, at);
  return at;
}

class FindingsPage {
 public:
  std::string make(const std::vector<ReportFindings>& reports, const Totals& totals) {
    out_ =
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>核对结果</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"gongkai\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n";
    out_.append(own_look.substr(1))
        .append(html_style())
        .append(own_style.substr(1))
        .append("</style>\n</head>\n<body>\n");
    out_ += "<a class=\"skip\" href=\"#main\">跳到结果</a>\n<header><h1>核对结果</h1></header>\n";
    put_filters(totals);
    out_ += "<main id=\"main\">\n";
    if (reports.size() > 1) put_summary(reports);
    for (std::size_t at = 0; at < reports.size(); ++at) put_report(reports[at], "r" + std::to_string(at + 1));
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void put_filters(const Totals& totals) {
    const std::pair<Severity, std::size_t> kinds[] = {{Severity::error, totals.errors},
                                                      {Severity::warning, totals.warnings},
                                                      {Severity::information, totals.information}};
    for (const auto& [severity, number] : kinds) {
      out_ += std::string("<input class=\"show\" type=\"checkbox\" checked id=\"show-") + class_of(severity) + "\">\n";
    }
    out_ += "<div class=\"filters\" role=\"group\" aria-label=\"显示哪些\">\n";
    for (const auto& [severity, number] : kinds) {
      out_ +=
          std::string("<label for=\"show-") + class_of(severity) + "\">" + count_text(number, severity) + "</label>\n";
    }
    out_ += "</div>\n";
  }

  void put_summary(const std::vector<ReportFindings>& reports) {
    out_ += "<div class=\"table\"><table><caption>" + std::to_string(reports.size()) +
            " 份报告</caption>\n<thead><tr><th scope=\"col\">报告</th><th scope=\"col\">错误</th>"
            "<th scope=\"col\">警告</th><th scope=\"col\">提示</th></tr></thead>\n<tbody>\n";
    for (std::size_t at = 0; at < reports.size(); ++at) {
      const ReportFindings& report = reports[at];
      out_ += "<tr><th scope=\"row\"><a href=\"#r" + std::to_string(at + 1) + "\">" + escaped(name_of(report)) +
              "</a></th>";
      for (const Severity severity : {Severity::error, Severity::warning, Severity::information}) {
        out_ += "<td>" + std::to_string(report.count(severity)) + "</td>";
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  static std::string name_of(const ReportFindings& report) { return report.title.empty() ? report.path : report.title; }

  void put_report(const ReportFindings& report, const std::string& id) {
    lines_.clear();
    id_ = id;
    path_ = report.path;
    out_ += "<section>\n<h2 id=\"" + id + "\">" + escaped(name_of(report)) + "</h2>\n<p class=\"centred\">" +
            escaped(report.path) + "</p>\n";
    if (report.findings.empty()) out_ += "<p class=\"centred\">没有发现问题。</p>\n";
    int number = 0;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information}) {
      for (const Finding& finding : report.findings) {
        if (finding.severity == severity) put_finding(finding, report, ++number);
      }
    }
    for (const RuleCheck& check : report.checks) put_check(check, number);
    put_lines();
    out_ += "</section>\n";
  }

  /// What was compared with what, a row a case; the cases are numbered on from the findings.
  void put_check(const RuleCheck& check, int& number) {
    out_ += "<h3>" + escaped(check.id + " " + check.name) + "</h3>\n";
    if (check.held + check.broken + check.not_given == 0) {
      out_ += "<p class=\"centred\">" + escaped(check.why_not.empty() ? no_outcome(check) : check.why_not) + "</p>\n";
      return;
    }
    out_ +=
        "<div class=\"table\"><table class=\"cases\"><thead><tr><th scope=\"col\">结果</th><th scope=\"col\">对象</th>"
        "<th scope=\"col\">比较的数</th></tr></thead>\n<tbody>\n";
    for (const PlacedCase& told : check.cases) put_case(told, ++number);
    out_ += "</tbody></table></div>\n";
  }

  void put_case(const PlacedCase& told, int number) {
    const std::string anchor = id_ + "-" + std::to_string(number);
    out_ += "<tr id=\"" + anchor + "\"><th scope=\"row\">" + outcome_word(told.outcome) + "</th><td class=\"start\">" +
            escaped(told.subject) + "</td><td class=\"start\">";
    for (const PlacedNote& figure : told.figures) {
      out_ += "<p>" + escaped(figure.message);
      if (!figure.path.empty()) out_ += "　" + link(figure, anchor, figure.path == path_);
      out_ += "</p>";
    }
    for (const std::string& missing : told.missing) out_ += "<p>缺 " + escaped(missing) + "</p>";
    if (!told.declared.empty()) out_ += "<p>已声明：" + escaped(told.declared) + "</p>";
    out_ += "</td></tr>\n";
  }

  void put_finding(const Finding& finding, const ReportFindings& report, int number) {
    const std::string anchor = id_ + "-" + std::to_string(number);
    out_ += "<article id=\"" + anchor + "\" class=\"" + class_of(finding.severity) +
            "\">\n<p class=\"head\"><span class=\"tag\">" + severity_word(finding.severity) + "</span> " +
            escaped(finding.code) + "　" + escaped(finding.message) + "</p>\n";
    if (!finding.place.path.empty())
      out_ += "<p>" + link(finding.place, anchor) + quoted_line(finding.place) + "</p>\n";
    for (const PlacedNote& note : finding.notes) {
      out_ += "<p class=\"more\">" + escaped(note.message);
      if (!note.path.empty()) out_ += "见 " + link(note, anchor);
      out_ += "</p>\n";
    }
    const auto rule = report.rules.find(finding.code);
    if (rule != report.rules.end() && !rule->second.content.empty()) {
      out_ += "<p class=\"more\">这条规则查：" + escaped(rule->second.content) + "</p>\n";
    }
    if (!finding.hint.empty()) out_ += "<p>提示：" + escaped(finding.hint) + "</p>\n";
    out_ += "</article>\n";
  }

  /// The place as a link to its line, which will stand below; the line learns who asked.
  /// `in_short`: its line alone, in the report's own file.
  std::string link(const PlacedNote& place, const std::string& anchor, bool in_short = false) {
    Line& line = lines_[{place.path, place.begin.line}];
    line.text = place.line;
    if (line.askers.empty() || line.askers.back() != anchor) line.askers.push_back(anchor);
    const std::string number = std::to_string(place.begin.line);
    const std::string whole = escaped(place.path) + ":" + number + ":" + std::to_string(place.begin.column);
    return "<a href=\"#" + line_id(place.path, place.begin.line) + "\">" + (in_short ? number + " 行" : whole) + "</a>";
  }

  static std::string quoted_line(const PlacedNote& place) {
    const std::size_t begin = offset_of(place.line, place.begin.column);
    const bool one_line = place.begin.line == place.end.line;
    const std::size_t end = one_line ? std::max(begin, offset_of(place.line, place.end.column)) : place.line.size();
    constexpr std::size_t most = 240;  // bytes of a line that is shown beside a finding
    if (place.line.size() > most) return {};
    const std::size_t start = std::min(place.line.find_first_not_of(' '), begin);
    return "　<code>" + escaped(place.line.substr(start, begin - start)) + "<mark>" +
           escaped(place.line.substr(begin, end - begin)) + "</mark>" + escaped(place.line.substr(end)) + "</code>";
  }

  std::string line_id(const std::string& path, std::size_t line) {
    const auto [file, fresh] = files_.try_emplace(path, files_.size() + 1);
    return id_ + "-f" + std::to_string(file->second) + "-" + std::to_string(line);
  }

  void put_lines() {
    if (lines_.empty()) return;
    out_ += "<div class=\"lines\">\n";
    std::string path;
    for (const auto& [place, line] : lines_) {
      if (place.first != path) {
        out_ += (path.empty() ? "" : "</ol>\n") + std::string("<h4>") + escaped(place.first) + "</h4>\n<ol>\n";
        path = place.first;
      }
      out_ += "<li id=\"" + line_id(place.first, place.second) + "\"><span class=\"no\">" +
              std::to_string(place.second) + "</span><code>" + escaped(line.text) + "</code><span>";
      for (const std::string& asker : line.askers) {
        out_ += "<a href=\"#" + asker + "\" aria-label=\"回到第 " + asker.substr(asker.rfind('-') + 1) + " 个问题\">↑" +
                asker.substr(asker.rfind('-') + 1) + "</a> ";
      }
      out_ += "</span></li>\n";
    }
    out_ += "</ol>\n</div>\n";
  }

  struct Line {
    std::string text;
    std::vector<std::string> askers;
  };
  std::string out_;
  std::string id_, path_;  // of the report
  std::map<std::pair<std::string, std::size_t>, Line> lines_;
  std::map<std::string, std::size_t> files_;
};

}  // namespace

FindingsForm html_form() {
  const auto reports = std::make_shared<std::vector<ReportFindings>>();
  const auto add = [reports](ReportFindings report) {
    reports->push_back(std::move(report));
    return std::string();
  };
  return {add, [reports](const Totals& totals) { return FindingsPage().make(*reports, totals); }};
}

}  // namespace gongkai
