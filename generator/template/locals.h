#pragma once
// Names that a template makes by for and set, in frames: what is set inside a for is gone
// after it, as in Jinja2; an if makes no frame.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/expression.h"

namespace gongkai {

class Locals {
 public:
  void set(const std::string& name, Value value);
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;

  /// Lives as long as the frame.
  class Frame {
   public:
    explicit Frame(Locals& locals) : locals_(&locals), outer_(locals.frame_) { locals.frame_ = locals.values_.size(); }
    ~Frame() {
      locals_->values_.resize(locals_->frame_);
      locals_->frame_ = outer_;
    }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

   private:
    Locals* locals_;
    std::size_t outer_;
  };

 private:
  std::vector<std::pair<std::string, Value>> values_;
  std::size_t frame_ = 0;  // where the innermost frame begins
};

/// The outer scope with these names before its own. Both must outlive the scope.
[[nodiscard]] Scope scope_with(const Locals& locals, const Scope& outer);

}  // namespace gongkai
