#pragma once
// Documents made by hand, read with the rules of a profile in templates/.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic_text.h"
#include "base/files.h"
#include "proof/proofread.h"

namespace gongkai::sample {

inline Paragraph paragraph(std::string text) {
  Paragraph paragraph;
  paragraph.text = {PlainText{std::move(text)}};
  return paragraph;
}

inline Heading heading(int level, std::string text) {
  Heading heading;
  heading.level = level;
  heading.text = {PlainText{std::move(text)}};
  return heading;
}

/// A scope that knows the department's name and the year.
inline Scope scope_of(const std::string& name, int year) {
  Scope scope;
  scope.find = [name, year](std::string_view asked, Span) -> std::optional<Value> {
    if (asked == "年度") return Value(Quantity(year, Dimension::plain));
    if (asked == "编制层级") return Value::text("部门");
    if (asked == "部门") return Value::record({{"名称", {}, Value::text(name)}});
    return std::nullopt;
  };
  scope.function = [](std::string_view) { return nullptr; };
  scope.filter = [](std::string_view) { return nullptr; };
  scope.names = [] { return std::vector<std::string>{"年度", "编制层级", "部门"}; };
  return scope;
}

/// What the repository's rules find in `blocks` of 凉山州科学技术协会's report of 2023.
class Proofreading {
 public:
  Proofreading() {
    const DiskFiles files;
    auto shared = std::make_shared<Sources>(Sources::profile_texts);
    Diagnostics diagnostics;
    profile_ =
        load_profile(files, std::string(GONGKAI_HOME) + "/templates", "sichuan/final-accounts", *shared, diagnostics);
    shared_ = shared;
  }

  [[nodiscard]] bool ready() const { return profile_ != nullptr; }

  [[nodiscard]] Diagnostics of(std::vector<Block> blocks) const {
    Document document;
    document.blocks = std::move(blocks);
    Sources sources;
    sources.share(shared_);
    const Scope scope = scope_of("凉山州科学技术协会", 2023);
    const Value data;
    Diagnostics findings;
    proofread({document, *profile_, data, scope, sources}, findings);
    return findings;
  }

  /// "LT-01 LT-06", in the order found.
  [[nodiscard]] std::string codes(std::vector<Block> blocks) const {
    std::string codes;
    const Diagnostics findings = of(std::move(blocks));
    for (const Diagnostic& finding : findings.all()) codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
  }
  [[nodiscard]] std::string codes(const std::string& text) const { return codes(std::vector<Block>{paragraph(text)}); }

  /// The messages, one a line.
  [[nodiscard]] std::string messages(std::vector<Block> blocks) const {
    std::string messages;
    const Diagnostics findings = of(std::move(blocks));
    for (const Diagnostic& finding : findings.all()) messages += finding.message + "\n";
    return messages;
  }

 private:
  std::shared_ptr<const Sources> shared_;
  std::shared_ptr<const Profile> profile_;
};

}  // namespace gongkai::sample
