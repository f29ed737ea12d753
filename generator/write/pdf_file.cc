#include "write/pdf_file.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

constexpr std::uint16_t most_in_group = 1000;
constexpr std::size_t enough_in_group = 1U << 18;  // bytes
constexpr std::size_t most_around_group = 160;     // bytes

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

void append_bytes(std::string& out, std::uint32_t number, int count) {
  for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((number >> shift) & 0xFF));
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
  own.index = open_count_++;
  numbers_ += std::to_string(number) + " " + std::to_string(objects_.size()) + " ";
  objects_ += text;
  objects_ += "\n";
  if (open_count_ == most_in_group || objects_.size() >= enough_in_group) close_group();
}

void PdfFile::close_group() {
  if (open_count_ == 0) return;
  groups_.push_back({std::string(deflater_->deflate(numbers_ + objects_)), open_count_, numbers_.size()});
  numbers_.clear();
  objects_.clear();
  open_count_ = 0;
}

/// The file grows once, and each group goes as soon as it is written: a file of thousands of pages is not held twice.
void PdfFile::write_groups() {
  std::size_t size = file_.size() + entries_.size();
  for (const Group& group : groups_) size += group.deflated.size() + most_around_group;
  file_.reserve(size);
  for (Group& group : groups_) {
    begin_object(static_cast<std::uint32_t>(entries_.size()));
    file_ += "<</Type /ObjStm /N " + std::to_string(group.count) + " /First " + std::to_string(group.first) +
             " /Filter /FlateDecode /Length " + std::to_string(group.deflated.size()) + ">>\nstream\n";
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

/// 7.5.8: one byte of type, four of place, two of index; each row as its difference from the one
/// before (the PNG predictor "up"), since both count on.
std::string PdfFile::packed(std::uint32_t groups_from) const {
  constexpr std::size_t width = 7;
  std::string before(width, '\0');
  std::string bytes;
  bytes.reserve((width + 1) * entries_.size());
  for (const Entry& own : entries_) {
    std::string row;
    append_bytes(row, own.there ? (own.grouped ? 2 : 1) : 0, 1);
    append_bytes(row, own.grouped ? groups_from + own.place : own.place, 4);
    append_bytes(row, own.there ? own.index : 0xFFFF, 2);
    bytes.push_back('\2');
    for (std::size_t at = 0; at < width; ++at) bytes.push_back(static_cast<char>(row[at] - before[at]));
    before = std::move(row);
  }
  return bytes;
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
