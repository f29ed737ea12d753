#include "profile/code_list.h"

#include <array>

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 4> header = {"code", "name", "level", "source"};
constexpr std::array<std::string_view, 4> levels = {"", "class", "section", "item"};

class CsvReader {
 public:
  CsvReader(std::string_view text, SourceId id, Diagnostics& diagnostics)
      : text_(text), id_(id), diagnostics_(&diagnostics) {}

  std::optional<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> found;
    while (at_ < text_.size()) {
      auto row = read_row();
      if (!row) return std::nullopt;
      if (!found.empty() && row->size() != found.front().size()) {
        diagnostics_->error(
            "CSV-02",
            "这一行有 " + std::to_string(row->size()) + " 列，表头有 " + std::to_string(found.front().size()) + " 列",
            span(row_start_, at_));
        return std::nullopt;
      }
      found.push_back(std::move(*row));
    }
    return found;
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::optional<CsvRow> read_row() {
    row_start_ = at_;
    CsvRow row;
    while (true) {
      auto field = at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
      if (!field) return std::nullopt;
      row.push_back(std::move(*field));
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      return row;
    }
  }

  [[nodiscard]] bool at_line_end() const {
    return text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
  }

  std::optional<CsvField> plain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
      if (text_[at_] == '"') return fail("没有加引号的一格里有引号", at_, at_ + 1);
      ++at_;
    }
    return CsvField{std::string(text_.substr(begin, at_ - begin)), span(begin, at_)};
  }

  std::optional<CsvField> quoted() {
    const std::size_t begin = at_++;
    std::string field;
    while (at_ < text_.size()) {
      const char next = text_[at_++];
      if (next != '"') {
        field += next;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        field += text_[at_++];
      } else if (at_ == text_.size() || text_[at_] == ',' || at_line_end()) {
        return CsvField{std::move(field), span(begin, at_)};
      } else {
        return fail("引号后面应为逗号或行末", at_, at_ + 1);
      }
    }
    return fail("引号没有配对", begin, begin + 1);
  }

  std::optional<CsvField> fail(const std::string& message, std::size_t begin, std::size_t end) {
    diagnostics_->error("CSV-01", message, span(begin, end));
    return std::nullopt;
  }

  std::string_view text_;
  SourceId id_;
  Diagnostics* diagnostics_;
  std::size_t at_ = 0;
  std::size_t row_start_ = 0;
};

bool is_digits(const std::string& code) {
  return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
}

/// "M", "M; verify", "M low" but not "Mixed".
bool says_memory(const std::string& source) {
  return !source.empty() && source[0] == 'M' && (source.size() == 1 || source[1] == ';' || source[1] == ' ');
}

}  // namespace

std::optional<std::vector<CsvRow>> read_csv(const Source& source, SourceId id, Diagnostics& diagnostics) {
  return CsvReader(source.text(), id, diagnostics).rows();
}

void CodeListReader::read(const Source& source, SourceId id) {
  const auto rows = read_csv(source, id, *diagnostics_);
  if (!rows || rows->empty()) return;
  const CsvRow& first = rows->front();
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (i < first.size() && first[i].text == header[i]) continue;
    diagnostics_->error("CSV-03", "编码表的表头应为 code,name,level,source",
                        i < first.size() ? first[i].span : first[0].span);
    return;
  }
  for (std::size_t i = 1; i < rows->size(); ++i) add_row((*rows)[i]);
}

void CodeListReader::add_row(const CsvRow& row) {
  const std::string& code = row[0].text;
  if (!is_digits(code) || row[1].text.empty()) {
    diagnostics_->error("CSV-04",
                        is_digits(code) ? "科目“" + code + "”没有名称" : "科目编码应为数字，却是“" + code + "”",
                        row[is_digits(code) ? 1 : 0].span);
    return;
  }
  if (axis_->find(code)) {
    diagnostics_->error("CSV-05", "科目“" + code + "”列了两次", row[0].span);
    return;
  }
  const MemberId above = axis_->longest_prefix(code);
  const std::size_t level = static_cast<std::size_t>(axis_->at(above).level) + 1;
  if (level >= levels.size() || row[2].text != levels[level]) {
    diagnostics_->error("CSV-06",
                        "科目“" + code + "”的级次写作“" + row[2].text + "”，按编码应为“" +
                            std::string(level < levels.size() ? levels[level] : levels.back()) + "”",
                        row[2].span, above == 0 ? "它的上级科目应先列出" : "");
    return;
  }
  const MemberId parent = above == 0 ? group(code) : above;
  axis_->add({code, row[1].text, parent, static_cast<std::uint8_t>(level), says_memory(row[3].text), false});
}

MemberId CodeListReader::group(const std::string& code) const {
  for (const auto& [member, group] : *group_of_) {
    if (member == code) return group;
  }
  return 0;
}

}  // namespace gongkai
