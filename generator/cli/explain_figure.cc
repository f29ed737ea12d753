#include "cli/explain_figure.h"

#include <utility>

#include "base/diagnostic_text.h"
#include "cli/command.h"
#include "cli/figure_search.h"
#include "cli/figure_tree.h"
#include "cli/messages.h"
#include "cli/pipeline.h"
#include "load/schema_number.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

void show_messages(const ReportRun& run, Console& console) {
  for (const std::string& message : shown_messages(run, false, console.colour())) console.message(message);
}

/// Nothing was rounded off, be it printed as 万元 or as 元.
bool printed_whole(const Decimal& printed, const Quantity& quantity) {
  for (const MoneyUnit unit : {MoneyUnit::wan_yuan, MoneyUnit::yuan}) {
    const NumberFormat whole{.unit = unit, .digits = 6, .trim = true, .grouping = false, .minus_sign = false};
    const std::optional<Decimal> exact = Decimal::parse(number_text(quantity, whole));
    if (exact && Rational::of(*exact) == Rational::of(printed)) return true;
  }
  return false;
}

/// "印作 86.62，四舍五入到小数点后 2 位", "" when nothing was rounded off.
std::string rounding_of(const std::string& printed, const Quantity& quantity) {
  const std::string number = bare_number(printed);
  const std::optional<Decimal> decimal = Decimal::parse(number);
  if (!decimal || printed_whole(*decimal, quantity)) return {};
  const std::size_t point = number.find('.');
  const std::size_t digits = point == std::string::npos ? 0 : number.size() - point - 1;
  return "印作 " + printed + "，四舍五入到" +
         (digits == 0 ? std::string("整数") : "小数点后 " + std::to_string(digits) + " 位") + "\n";
}

std::string explain_found(const ReportRun& run, const std::vector<FoundFigure>& found) {
  const Sources sources = shown_sources(run);
  std::string text;
  for (const FoundFigure& figure : found) {
    if (!text.empty()) text += "\n";
    if (figure.places.empty()) text += "报告中没有印出\n";
    std::string last;
    for (const FigurePlace& place : figure.places) {
      if (place.where() != last) text += "见于 " + place.where() + "\n";
      last = place.where();
    }
    if (!figure.places.empty()) text += rounding_of(figure.places.front().text, run.journal.at(figure.origin).quantity);
    text += figure_tree(figure.origin, run.journal, sources);
  }
  return text;
}

/// Prints one value; lists and records entry by entry.
class ValueText {
 public:
  ValueText(const ReportRun& run, SourceId typed) : run_(run), typed_(typed) {}

  [[nodiscard]] std::string of(const std::string& name, const Value& value) const {
    if (value.origin != 0) return tree(value.origin);
    if (const Quantity* const quantity = value.if_quantity())
      return name + " = " + exact_text(*quantity, run_.journal.unit()) + "\n";
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

/// The value of a name or expression as a tree; nothing, with its mistakes, when it has none.
std::optional<std::string> explain_name(ReportRun& run, const std::string& name, Diagnostics& mistakes) {
  const SourceId typed = run.sources.add("命令行", name);
  const Span all{typed, 0, static_cast<std::uint32_t>(name.size())};
  const std::optional<Expression> expression = Expression::parse(name, all, mistakes);
  const Scope scope = report_scope(run);
  const std::optional<Value> value = expression ? evaluate(*expression, scope, mistakes) : std::nullopt;
  if (!value || mistakes.has_errors()) return std::nullopt;
  return formula_lead(run, name, value->origin) + ValueText(run, typed).of(name, *value);
}

/// What was asked for, whatever way it was named; exit_usage when the report has no such figure.
int explain_asked(ReportRun& run, const std::string& asked, Console& console) {
  const std::vector<FigurePlace> places = run.document ? figure_places(*run.document) : std::vector<FigurePlace>();
  const std::optional<AskedNumber> number = asked_number(half_width_text(asked));
  std::vector<FoundFigure> found;
  if (number) found = find_printed(places, run.journal, *number);
  if (number && found.empty()) found = find_amount(places, run.journal, *number);
  Diagnostics mistakes;
  std::optional<std::string> named;
  if (!number) named = explain_name(run, asked, mistakes);
  if (found.empty() && !named) found = find_cell(places, asked);
  if (named) console.result(*named);
  if (!found.empty()) console.result(explain_found(run, found));
  if (named || !found.empty()) return 0;
  if (number) return usage_error(console, "报告中没有印出 " + asked + "，数据中也没有这个数");
  const std::string missing = missing_cell(places, asked);
  if (!missing.empty() && asked.find(' ') != std::string::npos) return usage_error(console, missing);
  for (const Diagnostic& mistake : mistakes.all()) {
    console.message(show(mistake, run.sources, {.colour = console.colour()}));
  }
  if (!missing.empty()) console.message(missing + "\n");
  return exit_usage;
}

/// 公开03表 206 基本支出, quoted or not.
std::string asked_figure(const Arguments& arguments) {
  std::string asked;
  for (std::size_t i = 1; i < arguments.operands.size(); ++i) {
    if (i > 1) asked += ' ';
    asked += arguments.operands[i];
  }
  return asked;
}

}  // namespace

int explain_figure(const Arguments& arguments, Console& console) {
  const std::vector<FoundReport> reports = wanted_reports({arguments.operands[0]}, console);
  if (reports.empty()) return exit_usage;
  if (reports.size() > 1 || !reports[0].named) return usage_error(console, "explain 要一份数据文件，不是文件夹");
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  const std::unique_ptr<ReportRun> run = run_report(reports[0], arguments.home, shelf);
  const std::string asked = asked_figure(arguments);
  const bool printed = !bare_number(half_width_text(asked)).empty();
  if (!run->ledger || (printed && !run->document)) {
    show_messages(*run, console);
    return run->diagnostics.exit_code();
  }
  return explain_asked(*run, asked, console);
}

}  // namespace gongkai
