#include "template/table_surroundings.h"

#include <utility>

namespace gongkai {
namespace {

class Surroundings {
 public:
  explicit Surroundings(const LineWriter& writer) : writer_(&writer) {}

  void set(const std::optional<TableNote>& note, std::string& text) {
    if (!note || note->text.empty()) return;
    auto written = writer_->line_text(*note, writer_->scope);
    good_ = good_ && written.has_value();
    if (written) text = std::move(*written);
  }

  void add(const std::optional<TableNote>& note, std::vector<std::string>& notes) {
    std::string text;
    set(note, text);
    if (!text.empty()) notes.push_back(std::move(text));
  }

  [[nodiscard]] bool good() const { return good_; }

 private:
  const LineWriter* writer_;
  bool good_ = true;
};

}  // namespace

bool write_surroundings(const TableDefinition& definition, const TableState& state, const TableHabits& habits,
                        const LineWriter& writer, Table& table) {
  Surroundings lines(writer);
  lines.set(definition.title, table.title);
  lines.set(definition.label, table.label);
  // A form says in its own cells whose it is and in what unit.
  const bool own_notes = definition.form;
  lines.set(definition.left_note || own_notes ? definition.left_note : habits.left_note, table.left_note);
  lines.set(definition.right_note || own_notes ? definition.right_note : habits.right_note, table.right_note);
  for (const TableNote& note : definition.footnotes) lines.add(note, table.footnotes);
  if (state.collapsed) lines.add(habits.collapsed_note, table.footnotes);
  if (state.has_tail) lines.add(habits.tail_note, table.footnotes);
  if (state.all_unknown) {
    lines.set(habits.unknown_statement, table.statement);
  } else if (state.some_unknown) {
    lines.set(habits.partly_unknown_statement, table.statement);
  } else if (state.empty) {
    lines.set(definition.empty_statement, table.statement);
  }
  return lines.good();
}

}  // namespace gongkai
