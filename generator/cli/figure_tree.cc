#include "cli/figure_tree.h"

#include <set>
#include <variant>

#include "value/number_text.h"

namespace gongkai {
namespace {

// 1 分 is 0.000001 万元: six digits print every amount whole.
constexpr NumberFormat whole{
    .unit = MoneyUnit::wan_yuan, .digits = 6, .trim = true, .grouping = false, .minus_sign = false};

const char* unit_text(Dimension dimension) {
  switch (dimension) {
    case Dimension::money: return " 万元";
    case Dimension::ratio: return "%";
    case Dimension::points: return " 分";
    case Dimension::count:
    case Dimension::plain: return "";
  }
  return "";
}

const char* kind_text(OriginKind kind) {
  switch (kind) {
    case OriginKind::entered: return "录入";
    case OriginKind::stated: return "录入的合计，按所填印出";
    case OriginKind::summed: return "各项之和";
    case OriginKind::inferred: return "推定为零";
    case OriginKind::derived: return "算得";
  }
  return "";
}

class Tree {
 public:
  Tree(const Journal& journal, const Sources& sources, SourceId typed)
      : journal_(journal), sources_(sources), typed_(typed) {}

  std::string draw(OriginId origin) {
    add(origin, "", "");
    return std::move(text_);
  }

 private:
  void add(OriginId origin, const std::string& branch, const std::string& below) {
    const OriginRecord& record = journal_.at(origin);
    const bool again = !drawn_.insert(origin).second;
    text_ += branch + line(record) + (again && !record.operands.empty() ? "  （见上）" : "") + "\n";
    if (again) return;
    for (std::size_t at = 0; at < record.operands.size(); ++at) {
      if (record.operands[at] == 0) continue;
      const bool last = at + 1 == record.operands.size();
      add(record.operands[at], below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "));
    }
  }

  std::string line(const OriginRecord& record) const {
    std::string text = record.label.empty() ? "（无名）" : record.label;
    text += " = " + exact_text(record.quantity) + "  " + kind_text(record.kind);
    const std::string_view source = sources_.text(record.span);
    if (record.kind == OriginKind::derived && source != record.label) text.append("：").append(source);
    if (!record.span.known() || record.span.source == typed_) return text;
    return text + "  " + sources_.place(record.span);
  }

  const Journal& journal_;
  const Sources& sources_;
  SourceId typed_;
  std::set<OriginId> drawn_;
  std::string text_;
};

/// Collects figures block by block, remembering the last heading.
class Collector {
 public:
  void operator()(const Heading& heading) {
    where_ = heading.number + plain_text(heading.text);
    take(heading.text, where_);
  }
  void operator()(const Paragraph& paragraph) { take(paragraph.text, where_); }
  void operator()(const Table& table) {
    const std::string where = table.code + (table.code.empty() ? "" : " ") + table.title;
    for (const Cell& cell : table.cells) {
      const std::string row = row_title(table, cell.row);
      take(cell.content, where + "，" + row, row);
    }
  }
  void operator()(const Chart& chart) {
    for (const ChartValue& value : chart.values) {
      figures.push_back(
          {value.printed, chart.number + " " + chart.title + "，" + value.label, value.origin, value.label});
    }
  }
  void operator()(const Contents&) {}
  void operator()(const PageBreak&) {}

  std::vector<PrintedFigure> figures;

 private:
  void take(const Inlines& inlines, const std::string& where, const std::string& row = {}) {
    for (const Inline& piece : inlines) {
      const Figure* const figure = std::get_if<Figure>(&piece);
      if (figure != nullptr) figures.push_back({figure->text, where, figure->origin, row});
    }
  }

  /// The last row header of a row: the name after the code.
  static std::string row_title(const Table& table, std::uint32_t row) {
    std::string title;
    for (const Cell& cell : table.cells) {
      if (cell.row == row && cell.kind == CellKind::row_header && !cell.content.empty())
        title = plain_text(cell.content);
    }
    return title;
  }

  std::string where_;
};

}  // namespace

std::string exact_text(const Quantity& quantity) {
  std::string text = number_text(quantity, whole) + unit_text(quantity.dimension());
  if (!quantity.exact()) {
    const Quantity width(quantity.half_width(), quantity.dimension());
    text += "（±" + number_text(width, whole) + "）";
  }
  return text;
}

std::string figure_tree(OriginId origin, const Journal& journal, const Sources& sources, SourceId typed) {
  return Tree(journal, sources, typed).draw(origin);
}

std::vector<PrintedFigure> printed_figures(const Document& document) {
  Collector collector;
  for (const Block& block : document.blocks) std::visit(collector, block);
  return std::move(collector.figures);
}

std::string bare_number(std::string_view text) {
  for (const std::string_view unit : {"万元", "元", "%", "％", "分"}) {
    if (text.ends_with(unit)) {
      text.remove_suffix(unit.size());
      break;
    }
  }
  std::string number;
  if (text.starts_with("−")) {
    number = "-";
    text.remove_prefix(std::string_view("−").size());
  }
  for (const char character : text) {
    if (character != ',' && character != ' ') number += character;
  }
  return Decimal::parse(number) ? number : std::string();
}

}  // namespace gongkai
