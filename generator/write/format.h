#pragma once
// One table of output formats. A writer gets the finished document and gives bytes; it
// does no arithmetic and opens no file. PDF joins this table with its own input (pages).

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "document/document.h"
#include "value/journal.h"

namespace gongkai {

struct WriteContext {
  const Document& document;
  const Journal& journal;   // for data-origin
  const Sources& sources;
};

struct Format {
  std::string_view name;       // "md", "html"
  std::string_view extension;  // ".md"
  std::string (*write)(const WriteContext&);
};

[[nodiscard]] const std::vector<Format>& formats();
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace gongkai
