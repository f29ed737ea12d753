#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace gongkai {

namespace {

auto place_and_text(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.span.source, diagnostic.span.begin, diagnostic.span.end, diagnostic.code,
                  diagnostic.message);
}

bool before(const Diagnostic& a, const Diagnostic& b) { return place_and_text(a) < place_and_text(b); }

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.severity == b.severity && place_and_text(a) == place_and_text(b);
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }

void Diagnostics::error(std::string code, std::string message, Span span, std::string hint) {
  add({Severity::error, Fault::input, std::move(code), std::move(message), span, {}, std::move(hint)});
}

void Diagnostics::warning(std::string code, std::string message, Span span, std::string hint) {
  add({Severity::warning, Fault::input, std::move(code), std::move(message), span, {}, std::move(hint)});
}

void Diagnostics::append(Diagnostics&& other) {
  if (&other == this) return;
  std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
  other.items_.clear();
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      items_.begin(), items_.end(), [severity](const Diagnostic& item) { return item.severity == severity; }));
}

bool Diagnostics::has_faults() const {
  return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& item) {
    return item.severity == Severity::error && item.fault != Fault::finding;
  });
}

int Diagnostics::exit_code() const {
  const auto has = [this](Fault fault) {
    return std::any_of(items_.begin(), items_.end(), [fault](const Diagnostic& item) {
      return item.severity == Severity::error && item.fault == fault;
    });
  };
  // Wrong usage stops a run before anything else can go wrong, so it goes first.
  if (has(Fault::usage)) return 2;
  if (has(Fault::output)) return 4;
  if (has(Fault::input)) return 3;
  return has(Fault::finding) ? 1 : 0;
}

void Diagnostics::sort() {
  std::stable_sort(items_.begin(), items_.end(), before);
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

}  // namespace gongkai
