#include "write/json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "value/number_text.h"

namespace gongkai {

namespace {

using Json = nlohmann::ordered_json;

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::money: return "money";
    case Dimension::ratio: return "ratio";
    case Dimension::count: return "count";
    case Dimension::points: return "points";
    case Dimension::plain: return "plain";
  }
  return {};
}

std::string_view kind_name(OriginKind kind) {
  switch (kind) {
    case OriginKind::entered: return "entered";
    case OriginKind::stated: return "stated";
    case OriginKind::summed: return "summed";
    case OriginKind::inferred: return "inferred";
    case OriginKind::derived: return "derived";
  }
  return {};
}

std::string_view kind_name(CellKind kind) {
  switch (kind) {
    case CellKind::column_header: return "column_header";
    case CellKind::row_header: return "row_header";
    case CellKind::figure: return "figure";
    case CellKind::text: return "text";
  }
  return {};
}

std::string_view state_name(CellState state) {
  switch (state) {
    case CellState::value: return "value";
    case CellState::zero: return "zero";
    case CellState::unknown: return "unknown";
    case CellState::blank: return "blank";
  }
  return {};
}

std::string_view role_name(RowRole role) {
  switch (role) {
    case RowRole::header: return "header";
    case RowRole::total: return "total";
    case RowRole::subtotal: return "subtotal";
    case RowRole::normal: return "normal";
    case RowRole::blank: return "blank";
  }
  return {};
}

/// value, dimension, unit and precision of a figure.
void put_quantity(Json& json, const Quantity& quantity) {
  json["value"] = machine_text(quantity);
  json["dimension"] = dimension_name(quantity.dimension());
  if (quantity.dimension() == Dimension::money) json["unit"] = "元";
  if (!quantity.exact()) json["half_width"] = machine_text(Quantity(quantity.half_width(), quantity.dimension()));
}

class Writer {
 public:
  explicit Writer(const WriteContext& context) : context_(&context) {}

  std::string run() {
    const Document& document = context_->document;
    out_ = "{\n\"format\": \"gongkai-report\",\n\"version\": 1,\n\"report\": ";
    out_ += text_of({{"title", document.title},
                     {"author", document.author},
                     {"subject", document.subject},
                     {"date", document.date},
                     {"year", document.year},
                     {"profile", document.profile},
                     {"source", document.source}});
    put_list("entered", [this] { put_entered(); });
    put_list("tables", [this] { put_blocks<Table>(); });
    put_list("charts", [this] { put_blocks<Chart>(); });
    put_list("paragraphs", [this] { put_paragraphs(); });
    put_list("origins", [this] { put_origins(); });
    out_ += "\n}\n";
    return std::move(out_);
  }

 private:
  static std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

  template <typename Items>
  void put_list(std::string_view name, const Items& items) {
    out_.append(",\n\"").append(name).append("\": [");
    first_ = true;
    items();
    out_ += first_ ? "]" : "\n]";
  }

  void put(const std::string& item) {
    out_ += first_ ? "\n" : ",\n";
    out_ += item;
    first_ = false;
  }

  [[nodiscard]] Json place_of(Span span) const {
    const Source& source = context_->sources.at(span.source);
    const Position position = source.position(span.begin);
    return {{"path", source.path()}, {"line", position.line}, {"column", position.column}};
  }

  void put_entered() {
    if (context_->entered == nullptr) return;
    for (const EnteredFigure& figure : *context_->entered) {
      Json json = {{"measure", figure.measure}};
      Json places = Json::object();
      for (const EnteredFigure::Place& place : figure.places) {
        Json member = Json::object();
        if (!place.code.empty()) member["code"] = place.code;
        member["name"] = place.name;
        places[place.axis] = std::move(member);
      }
      json["places"] = std::move(places);
      put_quantity(json, figure.quantity);
      if (figure.span.known()) json["place"] = place_of(figure.span);
      put(text_of(json));
    }
  }

  template <typename Kind>
  void put_blocks() {
    for (const Block& block : context_->document.blocks) {
      if (const Kind* const item = std::get_if<Kind>(&block)) put_block(*item);
    }
  }

  void put_block(const Table& table) {
    Json head = {{"id", table.id},
                 {"code", table.code},
                 {"title", table.title},
                 {"left_note", table.left_note},
                 {"right_note", table.right_note},
                 {"statement", table.statement},
                 {"footnotes", table.footnotes},
                 {"columns", table.columns.size()},
                 {"header_rows", table.header_rows}};
    std::string text = text_of(head);
    text.back() = ',';
    text += "\n\"rows\": [";
    std::size_t next = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      Json cells = Json::array();
      for (; next < table.cells.size() && table.cells[next].row == row; ++next)
        cells.push_back(cell(table.cells[next]));
      text += row == 0 ? "\n" : ",\n";
      text += text_of({{"role", role_name(table.rows[row].role)}, {"cells", std::move(cells)}});
    }
    put(text + "\n]}");
  }

  Json cell(const Cell& cell) {
    Json json = {{"column", cell.column}};
    if (cell.column_span != 1) json["column_span"] = cell.column_span;
    if (cell.row_span != 1) json["row_span"] = cell.row_span;
    json["kind"] = kind_name(cell.kind);
    json["state"] = state_name(cell.state);
    if (cell.indent != 0) json["indent"] = cell.indent;
    if (!cell.content.empty()) json["text"] = plain_text(cell.content);
    const Figure* const figure = cell.content.size() == 1 ? std::get_if<Figure>(&cell.content.front()) : nullptr;
    const OriginId origin = figure != nullptr ? figure->origin : cell.origin;
    if (figure != nullptr) {
      put_quantity(json, figure->quantity);
    } else if (origin != 0) {  // a zero that prints as blank
      put_quantity(json, context_->journal.at(origin).quantity);
    } else {
      put_figures(json, cell.content);
    }
    put_origin(json, origin);
    return json;
  }

  void put_origin(Json& json, OriginId origin) {
    if (origin == 0) return;
    json["origin"] = origin;
    reached_.insert(origin);
  }

  void put_figures(Json& json, const Inlines& inlines) {
    Json figures = Json::array();
    for (const Inline& part : inlines) {
      const Figure* const figure = std::get_if<Figure>(&part);
      if (figure == nullptr) continue;
      Json item = {{"text", figure->text}};
      put_quantity(item, figure->quantity);
      put_origin(item, figure->origin);
      figures.push_back(std::move(item));
    }
    if (!figures.empty()) json["figures"] = std::move(figures);
  }

  void put_block(const Chart& chart) {
    Json values = Json::array();
    for (const ChartValue& value : chart.values) {
      Json item = {{"label", value.label}, {"text", value.printed}};
      if (!value.printed_share.empty()) item["share"] = value.printed_share;
      put_quantity(item, value.quantity);
      put_origin(item, value.origin);
      values.push_back(std::move(item));
    }
    Json json = {{"id", chart.id}, {"number", chart.number}, {"title", chart.title}, {"unit", chart.unit}};
    json["kind"] = chart.kind == ChartKind::bar ? "bar" : "pie";
    if (!chart.statement.empty()) json["statement"] = chart.statement;
    json["values"] = std::move(values);
    put(text_of(json));
  }

  /// Headings and paragraphs in order; a heading has a level.
  void put_paragraphs() {
    for (const Block& block : context_->document.blocks) {
      Json json;
      if (const Heading* const heading = std::get_if<Heading>(&block)) {
        json = {{"level", heading->level}, {"id", heading->id}, {"text", heading_text(*heading)}};
        put_figures(json, heading->text);
      } else if (const Paragraph* const paragraph = std::get_if<Paragraph>(&block)) {
        json = {{"text", paragraph->label + plain_text(paragraph->text)}};
        put_figures(json, paragraph->text);
      } else {
        continue;
      }
      put(text_of(json));
    }
  }

  /// Everything a printed figure rests on, by number.
  void put_origins() {
    std::vector<OriginId> waiting(reached_.begin(), reached_.end());
    while (!waiting.empty()) {
      const OriginId origin = waiting.back();
      waiting.pop_back();
      for (const OriginId operand : context_->journal.at(origin).operands) {
        if (operand != 0 && reached_.insert(operand).second) waiting.push_back(operand);
      }
    }
    for (const OriginId origin : reached_) put(text_of(origin_json(origin)));
  }

  [[nodiscard]] Json origin_json(OriginId origin) const {
    const OriginRecord& record = context_->journal.at(origin);
    Json json = {{"id", origin}, {"kind", kind_name(record.kind)}, {"label", record.label}};
    put_quantity(json, record.quantity);
    if (record.span.known()) json["place"] = place_of(record.span);
    Json operands = Json::array();
    for (const OriginId operand : record.operands) {
      if (operand != 0) operands.push_back(operand);
    }
    if (!operands.empty()) json["operands"] = std::move(operands);
    return json;
  }

  const WriteContext* context_;
  std::string out_;
  bool first_ = true;
  std::set<OriginId> reached_;
};

}  // namespace

std::optional<Written> write_json(const WriteContext& context, Diagnostics&) {
  return Written{Writer(context).run(), {}};
}

}  // namespace gongkai
