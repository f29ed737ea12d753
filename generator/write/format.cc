#include "write/format.h"

#include <algorithm>

#include "write/html.h"
#include "write/markdown.h"

namespace gongkai {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"md", ".md", write_markdown},
      {"html", ".html", write_html},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(formats().begin(), formats().end(),
                                  [name](const Format& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace gongkai
