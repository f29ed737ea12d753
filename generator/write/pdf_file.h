#pragma once
// The frame of a PDF: header, objects, cross-reference, trailer (ISO 32000-1, 7.5). Compact, it
// keeps what is no stream in compressed object streams, which PDF/A-1 forbids; a structure tree
// of thousands of small objects would else double the file.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "write/pdf_stream.h"

namespace gongkai {

class PdfFile {
 public:
  enum class Frame : std::uint8_t { classic, compact };
  /// `version` as in the header: "1.7".
  PdfFile(std::string_view version, Frame frame, Deflater& deflater);

  /// An object without a stream, each number once. In a compact file it begins a row of so many bytes (a multiple of
  /// four, 16 at least): a reader's predictor takes each row from the one above, so that what stands in the same
  /// columns of objects added one after the other costs little.
  void add(std::uint32_t number, std::string_view text, std::uint32_t columns = 60);
  /// One with a stream, which is never inside another: what its dictionary says, and its bytes.
  void add_stream(std::uint32_t number, std::string_view entries, std::string_view bytes);
  /// The whole file; `trailer` is what stands there beside /Size and /ID, which is made of all the bytes before.
  [[nodiscard]] std::string finish(const std::string& trailer);
  [[nodiscard]] Frame frame() const { return frame_; }

 private:
  struct Entry {
    std::uint32_t place = 0;  // offset; of an object in a group: the group
    std::uint16_t index = 0;  // in its group
    bool grouped = false;
    bool there = false;
  };

  Entry& entry(std::uint32_t number);
  void begin_object(std::uint32_t number);
  void close_group();
  void write_groups();
  [[nodiscard]] std::string table() const;
  [[nodiscard]] std::string packed(std::uint32_t groups_from) const;

  Frame frame_;
  Deflater* deflater_;
  std::string file_;
  std::vector<Entry> entries_;  // by number
  struct Group {
    std::string deflated;
    std::size_t count = 0;
    std::size_t first = 0;    // where the objects begin
    std::size_t columns = 0;  // of a row of its bytes
  };
  struct Grouped {
    std::uint32_t number = 0;
    std::uint32_t offset = 0;
  };
  [[nodiscard]] std::string open_header() const;
  std::vector<Group> groups_;
  std::uint32_t columns_ = 0;  // of the open group
  std::vector<Grouped> open_;  // the group that objects are added to
  std::string objects_;        // their texts
};

}  // namespace gongkai
