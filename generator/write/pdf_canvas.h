#pragma once
// The only door to libharu, which keeps the object table, the page tree and the objects and
// writes each of them; pdf_file.h puts them into a file. Everything inside an object is text made by us: libharu's own
// fonts, strings and outlines can't hold what Chinese needs (characters beyond U+FFFF, right ToUnicode). No header of
// libharu is seen from here, no C++ exception passes through it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/drawing.h"
#include "write/pdf_file.h"

namespace gongkai {

/// An indirect object of the file.
struct PdfObject {
  std::uint32_t slot = 0;    // of the canvas
  std::uint32_t number = 0;  // in the file
};

/// "12 0 R"
[[nodiscard]] std::string reference(PdfObject object);

class PdfCanvas {
 public:
  explicit PdfCanvas(PdfFile file);
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  /// A dictionary; `entries` is what stands between << and >>.
  PdfObject add(std::string entries);
  /// A dictionary given later by fill(): objects may refer to each other.
  PdfObject reserve() { return add({}); }
  void fill(PdfObject object, std::string entries);
  /// `bytes` stand in the file as they are: `entries` names the filter.
  PdfObject add_stream(const std::string& entries, std::string_view bytes);
  /// `content` is deflated already.
  PdfObject add_page(Length width, Length height, PdfObject resources, std::string_view content);
  /// Link annotations of a page made by add_page().
  void annotate(PdfObject page, const std::vector<PdfObject>& annotations);
  /// The page's content is part of the structure: its key in the parent tree.
  void tag_page(PdfObject page, std::uint32_t key);
  /// The number that the next add_last() will give.
  [[nodiscard]] std::uint32_t next_number() const;
  /// An object straight into the file, for those that come by thousands; `text` is all of it. After
  /// the first of them nothing may be added in any other way.
  void add_last(std::string_view text, std::uint32_t columns);
  /// Objects stand in rows, in which blanks between their entries cost nothing.
  [[nodiscard]] bool in_rows() const;
  void add_to_catalog(std::string entries);
  /// The catalogue's trees of names.
  void add_to_names(std::string entries);
  void add_to_info(std::string entries);

  /// The file, with an ID made of its content. An error PDF-01 if any call failed.
  [[nodiscard]] std::optional<std::string> save(Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gongkai
