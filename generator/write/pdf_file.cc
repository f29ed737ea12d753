#include "write/pdf_file.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "write/pdf_text.h"

namespace gongkai {
namespace {

constexpr std::uint16_t most_in_group = 2000;
constexpr std::size_t enough_in_group = 1U << 18;  // bytes
constexpr std::size_t most_around_group = 200;     // bytes
constexpr std::size_t least_of_pair = 16;          // number and place of an object
constexpr std::size_t entry_width = 8;             // of the cross-references

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

char* put_bytes(char* next, std::uint32_t number, int count) {
  for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) *next++ = static_cast<char>((number >> shift) & 0xFF);
  return next;
}

void fill_up(std::string& text, std::size_t multiple) {
  text.append((multiple - text.size() % multiple) % multiple, ' ');
}

/// Bytes of a row, taken together. Rows are whole words.
using Word = std::uint32_t;
constexpr Word tops = 0x80808080U;  // the highest bit of each byte

Word word_at(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Each byte of one less that of the other: nothing is borrowed across them.
Word difference(Word one, Word other) { return ((one | tops) - (other & ~tops)) ^ ((one ^ ~other) & tops); }

/// 7.4.4.4: what a row of a PNG predictor holds, the bytes or their differences from the row above.
enum class Filter : char { none = 0, up = 2 };

/// How many of a word's bytes are no zeros.
std::size_t bytes_set(Word word) {
  const Word bits = (((word & ~tops) + ~tops) | word) & tops;
  return ((bits >> 7U) * 0x01010101U) >> 24U;
}

/// A row as its predictor wants it: of one that is like the row above the differences, which are zeros, of another
/// itself, since they would look like noise.
Filter put_row(char* out, const char* row, const char* above, std::size_t columns) {
  std::size_t different = 0;
  for (std::size_t at = 0; at < columns; at += sizeof(Word)) {
    const Word word = difference(word_at(row + at), word_at(above + at));
    different += bytes_set(word);
    std::memcpy(out + at, &word, sizeof word);
  }
  if (3 * different <= columns) return Filter::up;
  std::memcpy(out, row, columns);
  return Filter::none;
}

/// `bytes` are whole rows; the first has zeros above it.
std::string filtered(std::string_view bytes, std::size_t columns) {
  std::string out;
  out.resize(bytes.size() + bytes.size() / columns);
  const std::string zeros(columns, '\0');
  const char* above = zeros.data();
  char* next = out.data();
  for (const char* row = bytes.data(); row < bytes.data() + bytes.size(); row += columns) {
    *next = static_cast<char>(put_row(next + 1, row, above, columns));
    next += columns + 1;
    above = row;
  }
  return out;
}

/// 14.4: /ID of a file of these bytes, by two different products of its words (as FNV-1a makes them of bytes).
std::string identifier_of(std::string_view bytes) {
  constexpr std::uint64_t prime = 1099511628211U;
  constexpr std::uint64_t other_prime = 6364136223846793005U;
  std::uint64_t first = 14695981039346656037U ^ bytes.size();
  std::uint64_t second = 1;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    first = (first ^ word ^ (first >> 32U)) * prime;
    second = (second + word + (second >> 32U)) * other_prime;
  }
  std::string digits;
  for (const std::uint64_t part : {first, second})
    for (int shift = 48; shift >= 0; shift -= 16) append_hex(digits, static_cast<std::uint16_t>(part >> shift));
  return "/ID [<" + digits + "><" + digits + ">]\n";
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

void PdfFile::add_stream(std::uint32_t number, std::string_view entries, std::string_view bytes) {
  begin_object(number);
  file_ += "<<";
  file_ += entries;
  file_ += ">>\nstream\n";
  file_ += bytes;
  file_ += "\nendstream\nendobj\n";
}

void PdfFile::add(std::uint32_t number, std::string_view text, std::uint32_t columns) {
  if (frame_ == Frame::classic) {
    begin_object(number);
    file_ += text;
    file_ += "\nendobj\n";
    return;
  }
  if (columns != columns_) close_group();
  columns_ = columns;
  Entry& own = entry(number);
  own.grouped = true;
  own.place = static_cast<std::uint32_t>(groups_.size());
  own.index = static_cast<std::uint16_t>(open_.size());
  open_.push_back({number, static_cast<std::uint32_t>(objects_.size())});
  objects_ += text;
  fill_up(objects_, columns_);
  if (open_.size() == most_in_group || objects_.size() >= enough_in_group) close_group();
}

/// Number and place of each object of the open group. Of objects that take a row each both count on evenly.
std::string PdfFile::open_header() const {
  const std::size_t width = columns_ < 2 * least_of_pair ? columns_ : columns_ / 2;
  std::string header(open_.size() * width, ' ');
  char* pair = header.data();
  for (const Grouped& object : open_) {
    std::to_chars(pair, pair + width / 2, object.number);
    std::to_chars(pair + width / 2, pair + width, object.offset);
    pair += width;
  }
  fill_up(header, columns_);
  return header;
}

/// 7.5.7. What alike objects differ in are a few digits: as differences of rows they nearly vanish.
void PdfFile::close_group() {
  if (open_.empty()) return;
  std::string rows = open_header();
  const std::size_t first = rows.size();
  rows += objects_;
  const std::string_view deflated = deflater_->deflate(filtered(rows, columns_));
  groups_.push_back({std::string(deflated), open_.size(), first, columns_});
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

/// 7.5.8: one byte of type, four of place, three of index; as rows, since both count on.
std::string PdfFile::packed(std::uint32_t groups_from) const {
  std::string bytes(entry_width * entries_.size(), '\0');
  char* next = bytes.data();
  for (const Entry& own : entries_) {
    next = put_bytes(next, own.there ? (own.grouped ? 2 : 1) : 0, 1);
    next = put_bytes(next, own.grouped ? groups_from + own.place : own.place, 4);
    next = put_bytes(next, own.there ? own.index : 0xFFFF, 3);
  }
  return filtered(bytes, entry_width);
}

std::string PdfFile::finish(const std::string& trailer) {
  close_group();
  const auto groups_from = static_cast<std::uint32_t>(entries_.size());
  write_groups();
  const std::size_t start = file_.size();
  const std::string entries = trailer + identifier_of(file_);
  if (frame_ == Frame::classic) {
    file_ += table() + "trailer\n<</Size " + std::to_string(entries_.size()) + "\n" + entries + ">>\n";
  } else {
    begin_object(static_cast<std::uint32_t>(entries_.size()));
    const std::string deflated(deflater_->deflate(packed(groups_from)));
    file_ += "<</Type /XRef /W [1 4 3] /Size " + std::to_string(entries_.size()) + "\n" + entries +
             "/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns " + std::to_string(entry_width) +
             ">> /Length " + std::to_string(deflated.size()) + ">>\nstream\n" + deflated + "\nendstream\nendobj\n";
  }
  file_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return std::move(file_);
}

}  // namespace gongkai
