#include "write/pdf_file.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

constexpr std::uint16_t most_in_group = 1000;
constexpr std::size_t numbers_in_row = 50;         // of a group's header
constexpr std::size_t object_step = 10;            // objects begin at multiples: their places differ less
constexpr std::size_t enough_in_group = 1U << 18;  // bytes
constexpr std::size_t most_around_group = 200;     // bytes

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

void append_bytes(std::string& out, std::uint32_t number, int count) {
  for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((number >> shift) & 0xFF));
}

/// Right-aligned, and a space.
void append_padded(std::string& out, std::uint32_t number, std::size_t width) {
  const std::string text = std::to_string(number);
  out.append(width - text.size(), ' ');
  out += text;
  out += ' ';
}

void fill_row(std::string& bytes, std::size_t columns) {
  bytes.append((columns - bytes.size() % columns) % columns, ' ');
}

/// 7.4.4.4: what a row of a PNG predictor holds, the bytes or their differences from the row above.
enum class Row : char { plain = 0, up = 2 };

/// `bytes` are whole rows; the first has zeros above it.
void append_rows(std::string& out, std::string_view bytes, std::size_t columns, Row kind) {
  for (std::size_t row = 0; row < bytes.size(); row += columns) {
    out.push_back(static_cast<char>(kind));
    const std::size_t first = out.size();
    out.append(bytes.substr(row, columns));
    if (kind == Row::plain || row == 0) continue;
    for (std::size_t at = 0; at < columns; ++at)
      out[first + at] = static_cast<char>(out[first + at] - bytes[row - columns + at]);
  }
}

}  // namespace

PdfFile::PdfFile(std::string_view version, Frame frame, Deflater& deflater) : frame_(frame), deflater_(&deflater) {
  // Bytes above 127 in a comment: whoever carries the file must not take it for text.
  file_ = "%PDF-" + std::string(version) + "\n%\xB7\xBE\xAD\xAA\n";
  entries_.resize(1);
}

PdfFile::Entry& PdfFile::entry(std::uint32_t number) {
  if (number >= entries_.size()) entries_.resize(number + std::size_t{1});
  entries_[number].there = true;
  return entries_[number];
}

void PdfFile::begin_object(std::uint32_t number) {
  entry(number).place = static_cast<std::uint32_t>(file_.size());
  file_ += std::to_string(number) + " 0 obj\n";
}

void PdfFile::add_stream(std::uint32_t number, std::string_view text) {
  begin_object(number);
  file_ += text;
  file_ += "\nendobj\n";
}

void PdfFile::add(std::uint32_t number, std::string_view text) {
  if (frame_ == Frame::classic) return add_stream(number, text);
  Entry& own = entry(number);
  own.grouped = true;
  own.place = static_cast<std::uint32_t>(groups_.size());
  own.index = static_cast<std::uint16_t>(open_.size());
  open_.push_back({number, static_cast<std::uint32_t>(objects_.size())});
  objects_ += text;
  objects_.append(object_step - text.size() % object_step, ' ');
  if (open_.size() == most_in_group || objects_.size() >= enough_in_group) close_group();
}

/// Number and place of each object of the open group, all as wide as the last: so what a row of them says differs
/// little from the row above.
std::string PdfFile::open_header() const {
  std::uint32_t highest = 0;
  for (const Grouped& object : open_) highest = std::max(highest, object.number);
  const std::size_t number_width = std::to_string(highest).size();
  const std::size_t offset_width = std::to_string(open_.back().offset).size();
  std::string header;
  for (const Grouped& object : open_) {
    append_padded(header, object.number, number_width);
    append_padded(header, object.offset, offset_width);
  }
  return header;
}

/// 7.5.7. Half of what a group of small objects deflates to would be the numbers before them, hence the rows.
void PdfFile::close_group() {
  if (open_.empty()) return;
  std::string header = open_header();
  const std::size_t columns = header.size() / open_.size() * numbers_in_row;
  fill_row(header, columns);
  fill_row(objects_, columns);
  std::string rows;
  rows.reserve(header.size() + objects_.size() + (header.size() + objects_.size()) / columns);
  append_rows(rows, header, columns, Row::up);
  append_rows(rows, objects_, columns, Row::plain);
  groups_.push_back({std::string(deflater_->deflate(rows)), open_.size(), header.size(), columns});
  open_.clear();
  objects_.clear();
}

/// The file grows once, and each group goes as soon as it is written: a file of thousands of pages is not held twice.
void PdfFile::write_groups() {
  std::size_t size = file_.size() + entries_.size();
  for (const Group& group : groups_) size += group.deflated.size() + most_around_group;
  file_.reserve(size);
  for (Group& group : groups_) {
    begin_object(static_cast<std::uint32_t>(entries_.size()));
    file_ += "<</Type /ObjStm /N " + std::to_string(group.count) + " /First " + std::to_string(group.first) +
             " /Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns " + std::to_string(group.columns) +
             ">> /Length " + std::to_string(group.deflated.size()) + ">>\nstream\n";
    file_ += std::exchange(group.deflated, {});
    file_ += "\nendstream\nendobj\n";
  }
}

/// 7.5.4: twenty bytes an entry.
std::string PdfFile::table() const {
  std::string text = "xref\n0 " + std::to_string(entries_.size()) + "\n0000000000 65535 f \n";
  for (std::size_t number = 1; number < entries_.size(); ++number) {
    const Entry& own = entries_[number];
    text += own.there ? digits(own.place, 10) + " 00000 n \n" : std::string("0000000000 00000 f \n");
  }
  return text;
}

/// 7.5.8: one byte of type, four of place, two of index; as rows, since both count on.
std::string PdfFile::packed(std::uint32_t groups_from) const {
  constexpr std::size_t width = 7;
  std::string bytes;
  bytes.reserve(width * entries_.size());
  for (const Entry& own : entries_) {
    append_bytes(bytes, own.there ? (own.grouped ? 2 : 1) : 0, 1);
    append_bytes(bytes, own.grouped ? groups_from + own.place : own.place, 4);
    append_bytes(bytes, own.there ? own.index : 0xFFFF, 2);
  }
  std::string rows;
  rows.reserve((width + 1) * entries_.size());
  append_rows(rows, bytes, width, Row::up);
  return rows;
}

std::string PdfFile::finish(const std::string& trailer) {
  const std::string end = "startxref\n";
  if (frame_ == Frame::classic) {
    const std::size_t start = file_.size();
    file_ += table() + "trailer\n<</Size " + std::to_string(entries_.size()) + "\n" + trailer + ">>\n" + end +
             std::to_string(start) + "\n%%EOF\n";
    return std::move(file_);
  }
  close_group();
  const auto groups_from = static_cast<std::uint32_t>(entries_.size());
  write_groups();
  const std::size_t start = file_.size();
  begin_object(static_cast<std::uint32_t>(entries_.size()));
  const std::string deflated(deflater_->deflate(packed(groups_from)));
  file_ += "<</Type /XRef /W [1 4 2] /Size " + std::to_string(entries_.size()) + "\n" + trailer +
           "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 7>> /Length " + std::to_string(deflated.size()) +
           ">>\nstream\n" + deflated + "\nendstream\nendobj\n" + end + std::to_string(start) + "\n%%EOF\n";
  return std::move(file_);
}

}  // namespace gongkai
