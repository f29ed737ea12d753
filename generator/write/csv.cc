#include "write/csv.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_digits = 11;  // a longer number is shown in powers of ten

using Cells = std::vector<std::string>;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Text as a spreadsheet shows it unchanged: never a formula, never a number it reads otherwise.
std::string safe_text(const std::string& text) {
  const bool changes = is_digits(text) && ((text.size() > 1 && text.front() == '0') || text.size() > most_digits);
  if (changes) return "\t" + text;
  for (const std::string_view begin : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(begin)) return "'" + text;
  }
  return text;
}

/// 1,234.50 → 1234.50, −3.42 → -3.42, 53.66% as it is.
std::string plain_figure(const std::string& printed) {
  constexpr std::string_view minus = "−";
  std::string text = printed.starts_with(minus) ? "-" + printed.substr(minus.size()) : printed;
  std::erase(text, ',');
  return text;
}

const Figure* only_figure(const Cell& cell) {
  return cell.content.size() == 1 ? std::get_if<Figure>(&cell.content.front()) : nullptr;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string cell_text(const Cell& cell) {
  if (cell.state == CellState::unknown || cell.state == CellState::blank) return {};
  if (const Figure* const figure = only_figure(cell)) return plain_figure(figure->text);
  if (cell.state == CellState::zero && cell.content.empty()) return "0";
  return safe_text(one_line(plain_text(cell.content)));
}

void append_row(std::string& out, const Cells& cells) {
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (column != 0) out += ',';
    const std::string& text = cells[column];
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
      out += text;
      continue;
    }
    out += '"';
    for (const char letter : text) {
      if (letter == '"') out += '"';
      out += letter;
    }
    out += '"';
  }
  out += "\r\n";
}

/// A table's grid with every place filled.
class Grid {
 public:
  explicit Grid(const Table& table) : table_(&table), grid_(cell_grid(table)) {}

  [[nodiscard]] std::string text() const {
    std::string out(byte_order_mark);
    if (table_->header_rows != 0) append_row(out, header());
    for (std::size_t row = table_->header_rows; row < table_->rows.size(); ++row) append_row(out, cells(row));
    return out;
  }

 private:
  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
    return table_->cells[grid_[row * table_->columns.size() + column]];
  }

  [[nodiscard]] Cells header() const {
    Cells titles(table_->columns.size());
    for (std::size_t column = 0; column < titles.size(); ++column) {
      const Cell* above = nullptr;
      for (std::size_t row = 0; row < table_->header_rows; ++row) {
        const Cell& cell = at(row, column);
        if (&cell != above && !cell.content.empty()) {
          titles[column] += (titles[column].empty() ? "" : " / ") + one_line(plain_text(cell.content));
        }
        above = &cell;
      }
      titles[column] = safe_text(titles[column]);
    }
    return titles;
  }

  [[nodiscard]] Cells cells(std::size_t row) const {
    Cells texts;
    for (std::size_t column = 0; column < table_->columns.size(); ++column) {
      const Cell& cell = at(row, column);
      const bool stands = cell.column == column && (cell.row == row || cell.kind != CellKind::figure);
      texts.push_back(stands ? cell_text(cell) : std::string());
    }
    return texts;
  }

  const Table* table_;
  std::vector<std::uint32_t> grid_;
};

/// What no file system of today refuses, and not too long.
std::string file_name(const Table& table) {
  constexpr std::string_view refused = "/\\:*?\"<>|";
  constexpr std::size_t most_characters = 60;
  std::string name;
  const std::string whole = table.id + "-" + table.title;
  for (std::size_t at = 0, count = 0; at < whole.size() && count < most_characters; ++count) {
    const std::size_t begin = at;
    const char32_t character = utf8::decode(whole, at);
    const bool bad =
        character < 0x20 || (character < 0x80 && refused.find(static_cast<char>(character)) != std::string_view::npos);
    name += bad ? "_" : whole.substr(begin, at - begin);
  }
  return name + ".csv";
}

std::string all_notes(const Table& table) {
  std::string notes = table.statement;
  for (const std::string& note : table.footnotes) notes += (notes.empty() ? "" : " ") + note;
  return one_line(notes);
}

}  // namespace

std::optional<Written> write_csv(const WriteContext& context, Diagnostics&) {
  Written written;
  const std::string folder = context.name + ".tables/";
  written.main = byte_order_mark;
  append_row(written.main, {"序号", "表号", "表名", "单位", "文件", "说明"});
  for (const Block& block : context.document.blocks) {
    const Table* const table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    const std::string name = folder + file_name(*table);
    append_row(written.main,
               {std::to_string(written.companions.size() + 1), safe_text(table->code), safe_text(table->title),
                safe_text(table->right_note), safe_text(name), safe_text(all_notes(*table))});
    written.companions.push_back({name, Grid(*table).text()});
  }
  return written;
}

}  // namespace gongkai
