#pragma once
// The cover of a document: what stands before its contents and its first heading.

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace gongkai {

struct FrontMatter {
  std::vector<std::string> title;  // lines of the title; document.title when the cover has none
  std::size_t title_block = 0;     // first block of the title on the cover
  std::size_t title_blocks = 0;    // how many it takes; 0 when the cover has none
  std::size_t end = 0;             // first block after the cover
};

/// The first run of cover_title paragraphs is the title of the whole document; a later
/// one (an annex with its own cover) is not.
[[nodiscard]] FrontMatter front_matter(const Document& document);

/// What stands between the number and the title of a heading: " " or nothing.
[[nodiscard]] std::string number_gap(const Heading& heading);

}  // namespace gongkai
