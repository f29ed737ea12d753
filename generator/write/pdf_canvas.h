#pragma once
// The only door to libharu, which keeps the object table and the page tree and writes
// the file. Everything inside an object is text made by us: libharu's own fonts, strings and
// outlines can't hold what Chinese needs (characters beyond U+FFFF, right ToUnicode).
// No header of libharu is seen from here, no C++ exception passes through it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/drawing.h"

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
  PdfCanvas();
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  /// A dictionary; `entries` is what stands between << and >>.
  PdfObject add(std::string entries);
  /// A dictionary given later by fill(): objects may refer to each other.
  PdfObject reserve() { return add({}); }
  void fill(PdfObject object, std::string entries);
  /// `bytes` stand in the file as they are: `entries` names the filter.
  PdfObject add_stream(std::string entries, std::string_view bytes);
  /// `content` is deflated already.
  PdfObject add_page(Length width, Length height, PdfObject resources, std::string_view content);
  /// Link annotations of a page made by add_page().
  void annotate(PdfObject page, const std::vector<PdfObject>& annotations);
  void add_to_catalog(std::string entries);
  void add_to_info(std::string entries);

  /// The file, with an ID made of its content. An error PDF-01 if any call failed.
  [[nodiscard]] std::optional<std::string> save(Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gongkai
