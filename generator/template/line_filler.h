#pragma once
// Lines and the control flow of blocks, worked out over a scope.

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "document/inline.h"
#include "template/line.h"
#include "template/locals.h"

namespace gongkai {

/// Goes on after an error, so that one run reports all of them; whether there was one is
/// seen in the diagnostics.
class LineFiller {
 public:
  /// `outer` must outlive the filler.
  LineFiller(const Scope& outer, Diagnostics& diagnostics)
      : scope_(scope_with(locals_, outer)), diagnostics_(&diagnostics) {}
  LineFiller(const LineFiller&) = delete;
  LineFiller& operator=(const LineFiller&) = delete;

  [[nodiscard]] Inlines fill(const Line& line);
  [[nodiscard]] Phrase phrase(const Line& line);

  [[nodiscard]] std::optional<Value> value(const Expression& expression);
  /// nullopt after an error: neither branch is taken then.
  [[nodiscard]] std::optional<bool> holds(const Expression& condition);
  void set(const std::string& name, const Expression& expression);
  /// Runs `body` for each item with the targets and `loop` bound, `otherwise` if there is none.
  void each(const ForHead& head, const std::function<void()>& body, const std::function<void()>& otherwise);

  [[nodiscard]] Locals& locals() { return locals_; }
  [[nodiscard]] const Scope& scope() const { return scope_; }

 private:
  void add(const Line& line, Inlines& inlines);
  void add(const LineText& part, const LinePart& whole, Inlines& inlines);
  void add(const LineStrong& part, const LinePart& whole, Inlines& inlines);
  void add(const LineValue& part, const LinePart& whole, Inlines& inlines);
  void add(const LineSet& part, const LinePart& whole, Inlines& inlines);
  void add(const LineIf& part, const LinePart& whole, Inlines& inlines);
  void add(const LineFor& part, const LinePart& whole, Inlines& inlines);

  [[nodiscard]] std::optional<List> items(const ForHead& head);
  bool bind(const ForHead& head, const Value& item);

  Locals locals_;
  Scope scope_;
  Diagnostics* diagnostics_;
  std::set<std::string, std::less<>> broken_;  // set by an expression that failed: no value, no second error
};

/// Adjoining plain texts become one; "\n" becomes a LineBreak.
void append_text(Inlines& inlines, std::string_view text);
void append_phrase(Inlines& inlines, const Phrase& phrase);

/// Inlines as a phrase: marks are dropped, figures stay.
[[nodiscard]] Phrase phrase_of(const Inlines& inlines);

}  // namespace gongkai
