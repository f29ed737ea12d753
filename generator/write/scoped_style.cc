#include "write/scoped_style.h"

#include <algorithm>

namespace gongkai {

namespace {

class Scoper {
 public:
  Scoper(std::string_view style, std::string_view scope) : rest_(style), scope_(scope) {}

  std::string run() {
    while (!rest_.empty()) step();
    return std::move(out_);
  }

 private:
  // The next rule, or one edge of an @media block.
  void step() {
    skip_blank();
    if (rest_.empty()) return;
    if (rest_.front() == '}') {
      take("}");
      out_ += "}\n";
      return;
    }
    const std::string_view head = take("{");
    if (head.starts_with("@media (prefers-color-scheme: dark)")) return leave_block();
    if (head.starts_with("@media") || head.starts_with("@container")) {
      out_.append(head).append("{\n");
      return;
    }
    const std::string_view body = take("}");
    if (head.starts_with("@")) {
      if (body.find('{') != std::string_view::npos) leave_page();
      return;
    }
    const std::string selectors = scoped(head);
    if (!selectors.empty()) out_.append(selectors).append(" {").append(body).append("}\n");
  }

  // The rest of an @page whose first margin box is passed.
  void leave_page() {
    while (rest_.find('{') < rest_.find('}')) take("}");
    take("}");
  }

  // The rest of an @media block.
  void leave_block() {
    while (rest_.find('{') < rest_.find('}')) {
      take("{");
      take("}");
    }
    take("}");
  }

  void skip_blank() {
    while (!rest_.empty()) {
      if (rest_.starts_with("/*")) {
        take("*/");
      } else if (rest_.front() == ' ' || rest_.front() == '\n') {
        rest_.remove_prefix(1);
      } else {
        return;
      }
    }
  }

  // Up to `end`, which is passed; the trailing blank of a selector is left off.
  std::string_view take(std::string_view end) {
    const std::size_t at = std::min(rest_.find(end), rest_.size());
    std::string_view taken = rest_.substr(0, at);
    rest_.remove_prefix(std::min(rest_.size(), at + end.size()));
    if (end == "{" && taken.ends_with(' ')) taken.remove_suffix(1);
    return taken;
  }

  // The parts between commas outside brackets.
  std::string scoped(std::string_view selectors) {
    std::string all;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= selectors.size(); ++at) {
      const char character = at < selectors.size() ? selectors[at] : ',';
      depth += (character == '(') - (character == ')');
      if (character != ',' || depth > 0) continue;
      const std::string one = scoped_one(selectors.substr(begin, at - begin));
      if (!one.empty() && !all.empty()) all += ", ";
      all += one;
      begin = at + 1;
    }
    return all;
  }

  std::string scoped_one(std::string_view selector) {
    while (selector.starts_with(' ')) selector.remove_prefix(1);
    if (selector == "html") return {};
    for (const std::string_view whole : {":root", "body"}) {
      if (selector.starts_with(whole)) return scope_ + std::string(selector.substr(whole.size()));
    }
    return scope_ + " " + std::string(selector);
  }

  std::string_view rest_;
  std::string scope_;
  std::string out_;
};

}  // namespace

std::string scoped_style(std::string_view style, std::string_view scope) { return Scoper(style, scope).run(); }

}  // namespace gongkai
