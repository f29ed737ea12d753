#include "document/figure_places.h"

#include <utility>
#include <variant>

namespace gongkai {

namespace {

std::string joined(const std::string& first, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + " " + second;
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// A code over three cells (206 | 07 | 01) is one code again.
std::vector<std::string> texts_of(const std::vector<const Cell*>& cells) {
  std::vector<std::string> texts;
  for (const Cell* cell : cells) {
    std::string next = plain_text(cell->content);
    const bool goes_on = all_digits(next) && !texts.empty() && all_digits(texts.back());
    if (goes_on) {
      texts.back() += next;
    } else {
      texts.push_back(std::move(next));
    }
  }
  return texts;
}

class Collector {
 public:
  void take(std::size_t block, const Block& content) {
    here_.block = block;
    std::visit(*this, content);
  }

  void operator()(const Heading& heading) {
    here_.section = heading.number + plain_text(heading.text);
    take_all(heading.text, here_);
  }
  void operator()(const Paragraph& paragraph) { take_all(paragraph.text, here_); }
  void operator()(const Table& table) {
    const TableHeaders headers(table);
    for (const Cell& cell : table.cells) take_cell(table, headers, cell);
  }
  void operator()(const Chart& chart) {
    for (const ChartValue& value : chart.values) {
      FigurePlace place = here_;
      place.title = joined(chart.number, chart.title);
      place.code = chart.number;
      place.rows = {value.label};
      add(std::move(place), value.printed, value.origin);
    }
  }
  void operator()(const Contents&) {}
  void operator()(const PageBreak&) {}

  std::vector<FigurePlace> places;

 private:
  void take_cell(const Table& table, const TableHeaders& headers, const Cell& cell) {
    const bool silent = cell.content.empty() && cell.origin != 0;
    bool figure = silent;
    for (const Inline& piece : cell.content) figure = figure || std::holds_alternative<Figure>(piece);
    if (!figure) return;
    FigurePlace place = place_in_table(table, headers, cell);
    place.block = here_.block;
    place.section = here_.section;
    if (silent) {
      add(std::move(place), "", cell.origin);
    } else {
      take_all(cell.content, place);
    }
  }

  void take_all(const Inlines& inlines, const FigurePlace& place) {
    for (const Inline& piece : inlines) {
      const auto* figure = std::get_if<Figure>(&piece);
      if (figure != nullptr) add(place, figure->text, figure->origin);
    }
  }

  void add(FigurePlace place, std::string text, OriginId origin) {
    place.text = std::move(text);
    place.origin = origin;
    places.push_back(std::move(place));
  }

  FigurePlace here_;
};

}  // namespace

std::string FigurePlace::where() const {
  if (title.empty()) return section;
  std::string told = title;
  if (!rows.empty()) told += "，" + rows.back();
  if (!columns.empty()) told += "，" + columns.back();
  return told;
}

FigurePlace place_in_table(const Table& table, const TableHeaders& headers, const Cell& cell) {
  FigurePlace place;
  place.title = table_name(table);
  place.code = table.code;
  if (cell.kind != CellKind::row_header) place.rows = texts_of(headers.beside(cell));
  if (cell.kind != CellKind::column_header) place.columns = texts_of(headers.over(cell));
  return place;
}

std::vector<FigurePlace> figure_places(const Document& document) {
  Collector collector;
  for (std::size_t block = 0; block < document.blocks.size(); ++block) collector.take(block, document.blocks[block]);
  return std::move(collector.places);
}

}  // namespace gongkai
