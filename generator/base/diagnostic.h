#pragma once
// The one shape in which anything goes wrong. Rooms add diagnostics to a sink and
// return std::nullopt when they can't go on; nothing is printed here (see
// diagnostic_text.h), no exception crosses a room.

#include <cstddef>
#include <string>
#include <vector>

#include "base/source.h"

namespace gongkai {

enum class Severity { information, warning, error };

/// Which exit code an error leads to (design: 1, 2, 3, 4). Irrelevant for
/// information and warnings.
enum class Fault { finding, usage, input, output };

/// A second place that explains the first: a rule, the other figure, the template line. The
/// message names what stands there ("支出总计", shown as 支出总计见 x.yaml:88:17); without a
/// place it is a sentence of its own.
struct Note {
  std::string message;
  Span span;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code;     // stable, e.g. "BAL-01", "YAML-04"
  std::string message;  // Chinese; what was expected and what was found
  Span span;
  std::vector<Note> notes;
  std::string hint;  // Chinese; what to do. May be empty.
  /// The reason for which the data accepts the deviation, which was an error or a warning before;
  /// "" for all others.
  std::string declared = {};
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// Shorthand for an error of Fault::input.
  void error(std::string code, std::string message, Span span, std::string hint = {});
  void warning(std::string code, std::string message, Span span, std::string hint = {});
  void append(Diagnostics&& other);

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return items_; }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::error) != 0; }
  /// Errors whose fault is not `finding`: the report can't be made at all.
  [[nodiscard]] bool has_faults() const;
  /// 0, 1, 3 or 4 by the worst error (4 before 3 before 1; usage is 2).
  [[nodiscard]] int exit_code() const;
  /// By source path order of registration, then place, then code; duplicates dropped.
  void sort();

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace gongkai
