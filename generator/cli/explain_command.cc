#include <functional>
#include <set>
#include <utility>

#include "base/diagnostic_text.h"
#include "cli/command.h"
#include "cli/figure_tree.h"
#include "cli/messages.h"
#include "cli/pipeline.h"
#include "load/schema_number.h"

namespace gongkai {
namespace {

// --- a figure ---------------------------------------------------------------

void show_messages(const ReportRun& run, Console& console) {
  for (const std::string& message : shown_messages(run, false, console.colour())) console.message(message);
}

/// Every origin of the printed figures that are `wanted`, each with the places it stands.
std::string explain_printed(const ReportRun& run, const Sources& sources,
                            const std::function<bool(const PrintedFigure&)>& wanted) {
  std::vector<std::pair<OriginId, std::vector<std::string>>> found;
  for (const PrintedFigure& figure : printed_figures(*run.document)) {
    if (figure.origin == 0 || !wanted(figure)) continue;
    auto entry = found.begin();
    while (entry != found.end() && entry->first != figure.origin) ++entry;
    if (entry == found.end()) entry = found.insert(found.end(), {figure.origin, {}});
    if (entry->second.empty() || entry->second.back() != figure.where) entry->second.push_back(figure.where);
  }
  std::string text;
  for (const auto& [origin, places] : found) {
    if (!text.empty()) text += "\n";
    for (const std::string& place : places) text += "见于 " + place + "\n";
    text += figure_tree(origin, run.journal, sources);
  }
  return text;
}

std::string explain_number(const ReportRun& run, const std::string& number, const Sources& sources) {
  return explain_printed(run, sources, [&](const PrintedFigure& figure) { return bare_number(figure.text) == number; });
}

/// The name of the 科目 with this code; `word` itself otherwise.
std::string name_of_code(const ReportRun& run, const std::string& word) {
  for (const Axis& axis : run.ledger->accounts().axes) {
    const auto member = axis.coded() ? axis.find(word) : std::nullopt;
    if (member) return axis.at(*member).name;
  }
  return word;
}

/// The figures of all rows of tables and charts with this title (科学技术支出), or code (206).
std::string explain_row(const ReportRun& run, const std::string& word, const Sources& sources) {
  if (!run.document) return {};
  const std::string title = name_of_code(run, word);
  return explain_printed(run, sources, [&](const PrintedFigure& figure) { return figure.row == title; });
}

/// Titles of rows near to what was typed, as a sentence; "".
std::string near_row(const ReportRun& run, const std::string& word) {
  std::vector<std::string> titles;
  if (run.document) {
    for (PrintedFigure& figure : printed_figures(*run.document)) {
      if (!figure.row.empty()) titles.push_back(std::move(figure.row));
    }
  }
  const std::string near = nearest(word, titles);
  return near.empty() ? "" : "报告的表里有“" + near + "”，是否想写它？\n";
}

/// Prints one value; lists and records entry by entry.
class ValueText {
 public:
  ValueText(const ReportRun& run, SourceId typed) : run_(run), typed_(typed) {}

  [[nodiscard]] std::string of(const std::string& name, const Value& value) const {
    if (value.origin != 0) return tree(value.origin);
    if (const Quantity* const quantity = value.if_quantity()) return name + " = " + exact_text(*quantity) + "\n";
    if (value.is_unknown()) return name + " 未知：数据没有给出，也推不出来\n";
    const std::string parts = parts_of(name, value);
    if (!parts.empty()) return parts;
    const std::string place = value.span.known() ? "  " + run_.sources.place(value.span) : std::string();
    const std::string* const text = value.if_text();
    return name + " = " + (text != nullptr ? *text : std::string(kind_name(value))) + place + "\n";
  }

 private:
  [[nodiscard]] std::string tree(OriginId origin) const {
    return figure_tree(origin, run_.journal, run_.sources, typed_);
  }

  [[nodiscard]] std::string parts_of(const std::string& name, const Value& value) const {
    std::string all;
    if (const Record* const record = value.if_record()) {
      for (const Entry& entry : *record) all += of(name + "." + entry.key, entry.value);
    }
    if (const List* const list = value.if_list()) {
      for (std::size_t at = 0; at < list->size(); ++at) all += of(name + "[" + std::to_string(at) + "]", (*list)[at]);
    }
    if (const Phrase* const phrase = std::get_if<Phrase>(&value.data)) {
      for (const Piece& piece : *phrase) all += piece.origin != 0 ? tree(piece.origin) : std::string();
    }
    return all;
  }

  const ReportRun& run_;
  SourceId typed_;
};

/// What stands before the tree of a figure the profile names: its formula and where that is
/// written, unless the tree begins with just that.
std::string formula_lead(const ReportRun& run, const std::string& name, OriginId origin) {
  for (const NamedFigure& figure : run.profile->profile->names) {
    if (figure.name != name) continue;
    const Span formula = figure.expression.span();
    if (origin != 0 && run.journal.at(origin).span == formula) return name + " = ";
    return name + "：" + figure.expression.text() + "  " + run.sources.place(formula) + "\n";
  }
  return {};
}

/// A name, or any expression over the names: 支出("206") works as well.
std::string explain_name(ReportRun& run, const std::string& name, Console& console) {
  const SourceId typed = run.sources.add("命令行", name);
  Diagnostics mistakes;
  const Span all{typed, 0, static_cast<std::uint32_t>(name.size())};
  const std::optional<Expression> expression = Expression::parse(name, all, mistakes);
  const Scope scope = report_scope(run);
  const std::optional<Value> value = expression ? evaluate(*expression, scope, mistakes) : std::nullopt;
  const bool good = value && !mistakes.has_errors();
  if (std::string rows = good ? "" : explain_row(run, name, shown_sources(run)); !rows.empty()) return rows;
  for (const Diagnostic& mistake : mistakes.all()) {
    console.message(show(mistake, run.sources, {.colour = console.colour()}));
  }
  if (!good) {
    console.message(near_row(run, name));
    return {};
  }
  return formula_lead(run, name, value->origin) + ValueText(run, typed).of(name, *value);
}

int explain_figure(const Arguments& arguments, Console& console) {
  std::vector<FoundReport> reports = wanted_reports({arguments.operands[0]}, console);
  if (reports.empty()) return exit_usage;
  if (reports.size() > 1 || !reports[0].named) return usage_error(console, "explain 要一份数据文件，不是文件夹");
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  const std::unique_ptr<ReportRun> run = run_report(reports[0], arguments.home, shelf);
  const std::string& figure = arguments.operands[1];
  const std::string number = bare_number(half_width_text(figure));
  if (!run->ledger || (!number.empty() && !run->document)) {
    show_messages(*run, console);
    return run->diagnostics.exit_code();
  }
  std::string text =
      number.empty() ? explain_name(*run, figure, console) : explain_number(*run, number, shown_sources(*run));
  if (text.empty() && !number.empty()) text = explain_row(*run, number, shown_sources(*run));
  if (!text.empty()) {
    console.result(text);
    return 0;
  }
  if (number.empty()) return exit_usage;
  return usage_error(console, "报告中没有印出 " + figure);
}

// --- a profile --------------------------------------------------------------

/// Every 来源 in a definition, with the titles above it.
void collect_sources(const Value& value, const std::string& path, std::vector<std::string>& lines) {
  if (const List* const list = value.if_list()) {
    for (const Value& item : *list) collect_sources(item, path, lines);
  }
  const Record* const record = value.if_record();
  if (record == nullptr) return;
  std::string here = path;
  const Value* const title = value.find("标题");
  if (title != nullptr && title->if_text() != nullptr) here += (here.empty() ? "" : " › ") + *title->if_text();
  for (const Entry& entry : *record) {
    const std::string* const text = entry.value.if_text();
    if (entry.key == "来源" && text != nullptr) lines.push_back(here + "：" + *text);
    if (entry.key != "来源") collect_sources(entry.value, here, lines);
  }
}

std::string profile_text(const Profile& profile) {
  std::string text = "模板 " + profile.id + "\n层次：";
  for (const std::string& layer : profile.layers) text += (layer == profile.layers.front() ? "" : " ← ") + layer;
  text += profile.tables.empty() ? "\n" : "\n表：\n";
  for (const TableDefinition& table : profile.tables) {
    text += "  " + table.id + "  " + table.code + (table.code.empty() ? "" : "  ") + table.title + "\n";
    std::vector<std::string> lines;
    collect_sources(table.definition, {}, lines);
    for (const std::string& line : lines) text += "      来源 " + line + "\n";
  }
  return text;
}

int explain_profile(const Arguments& arguments, Console& console) {
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  int code = 0;
  const auto loaded = wanted_profile(arguments, console, shelf, code);
  if (loaded != nullptr && loaded->profile != nullptr) console.result(profile_text(*loaded->profile));
  return code;
}

}  // namespace

int explain_command(const Arguments& arguments, Console& console) {
  return arguments.profile ? explain_profile(arguments, console) : explain_figure(arguments, console);
}

}  // namespace gongkai
