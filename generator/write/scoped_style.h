#pragma once
// A style sheet that reaches only one element and what is in it.

#include <string>
#include <string_view>

namespace gongkai {

/// Every selector of `style` below `scope` (".gongkai"): "p, h2" → ".gongkai p, .gongkai h2";
/// :root and body are the scope itself. Rules for html, for @page and for a dark scheme, which are the
/// outer page's business, are left out. Understands what our own style sheet is written in:
/// comments, @media and @container around rules, no nested rules.
[[nodiscard]] std::string scoped_style(std::string_view style, std::string_view scope);

}  // namespace gongkai
