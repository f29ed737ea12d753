#include "template/locals.h"

namespace gongkai {

void Locals::set(const std::string& name, Value value) {
  for (std::size_t at = frame_; at < values_.size(); ++at) {
    if (values_[at].first != name) continue;
    values_[at].second = std::move(value);
    return;
  }
  values_.emplace_back(name, std::move(value));
}

const Value* Locals::find(std::string_view name) const {
  for (auto entry = values_.rbegin(); entry != values_.rend(); ++entry) {
    if (entry->first == name) return &entry->second;
  }
  return nullptr;
}

std::vector<std::string> Locals::names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : values_) names.push_back(name);
  return names;
}

Scope scope_with(const Locals& locals, const Scope& outer) {
  Scope scope = outer;
  scope.find = [&locals, &outer](std::string_view name, Span use) -> std::optional<Value> {
    if (const Value* const value = locals.find(name)) return *value;
    return outer.find ? outer.find(name, use) : std::nullopt;
  };
  scope.names = [&locals, &outer] {
    std::vector<std::string> names = locals.names();
    if (outer.names) {
      for (std::string& name : outer.names()) names.push_back(std::move(name));
    }
    return names;
  };
  return scope;
}

}  // namespace gongkai
