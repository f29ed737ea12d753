#pragma once
// The cover of a document, what stands before its contents and its first heading, and its title.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace gongkai {

struct FrontMatter {
  std::vector<std::string> title;    // lines of the title; document.title when it has none of its own
  std::size_t title_block = 0;       // first block of the title
  std::size_t title_blocks = 0;      // how many it takes; 0 when the document has none
  std::size_t end = 0;               // first block after cover and title
  bool cover = false;                // the title stands on a page of its own
  std::string id;                    // anchor of the heading that is the title, or says it again
  std::optional<std::size_t> again;  // block of that heading in the text, for a format that has no pages to leave out
};

/// The title is the first run of cover_title paragraphs; a later one (an annex with its own
/// cover) is not. Without one it is the heading the text begins with and the cover_subtitle
/// lines below it, where they say the document's title.
[[nodiscard]] FrontMatter front_matter(const Document& document);

/// What stands between the number and the title of a heading: " " or nothing.
[[nodiscard]] std::string number_gap(const Heading& heading);

}  // namespace gongkai
