// Schema::gather: what a department's data take from the reports of its units.

#include <algorithm>

#include "load/schema.h"
#include "load/schema_field.h"

namespace gongkai {

namespace {

using Values = std::vector<const Value*>;

class Gatherer {
 public:
  Gatherer(Journal& journal, std::vector<Diagnostic>& findings) : journal_(journal), findings_(findings) {}

  /// `units` has an entry for each unit; nullptr: it has not even the group around.
  Value gather(const SchemaField& field, const Value& own, const Values& units, const std::string& label) {
    if (field.type == FieldType::group) return group(field, own, units, label);
    if (field.gathering == Gathering::sum) return sum(own, units, label);
    if (field.gathering == Gathering::append) return append(own, units);
    return own;
  }

 private:
  Value group(const SchemaField& field, const Value& own, const Values& units, const std::string& label) {
    const bool given = own.if_record() != nullptr || std::any_of(units.begin(), units.end(), [](const Value* unit) {
                         return unit != nullptr && unit->if_record() != nullptr;
                       });
    if (!gathers_below(field) || !given) return own;
    const Value nothing;
    Record record;
    for (const SchemaField& part : field.fields) {
      const Value* const written = own.find(part.name);
      Values below;
      for (const Value* const unit : units) below.push_back(unit == nullptr ? nullptr : unit->find(part.name));
      const std::string step = label.empty() ? part.name : label + " / " + part.name;
      record.push_back({part.name, {}, gather(part, written == nullptr ? nothing : *written, below, step)});
    }
    return Value::record(std::move(record), own.span);
  }

  static bool gathers_below(const SchemaField& field) {
    return std::any_of(field.fields.begin(), field.fields.end(), [](const SchemaField& part) {
      return part.gathering != Gathering::none || gathers_below(part);
    });
  }

  /// Units whose whole group is left out have nothing of the kind; one that leaves out the
  /// figure alone makes the sum unknown.
  Value sum(const Value& own, const Values& units, const std::string& label) {
    OriginRecord line{OriginKind::summed, {}, label, {}, {}};
    for (const Value* const unit : units) {
      if (unit == nullptr) continue;
      const Quantity* const quantity = unit->if_quantity();
      if (quantity == nullptr) return own;
      const auto total = line.operands.empty() ? QuantityResult{*quantity, {}} : add(line.quantity, *quantity);
      if (!total.quantity) return own;
      if (line.operands.empty()) line.span = unit->span;
      line.quantity = *total.quantity;
      line.operands.push_back(unit->origin);
    }
    if (line.operands.empty()) return own;
    if (const Quantity* const stated = own.if_quantity()) {
      compare(*stated, own.span, line);
      return own;
    }
    const Span span = line.span;
    const Quantity quantity = line.quantity;
    return Value(quantity, span, journal_.add(std::move(line)));
  }

  void compare(const Quantity& stated, Span span, const OriginRecord& units) {
    if (agree_within_tail(stated, units.quantity)) return;
    Diagnostic finding;
    finding.fault = Fault::finding;
    finding.code = "SUM-00";
    finding.message = units.label + "：所填的数与各单位之和不符";
    finding.span = span;
    for (const OriginId unit : units.operands) finding.notes.push_back({"单位的数", journal_.at(unit).span});
    finding.hint = "删去部门的数，由各单位相加；或核对各单位的数";
    findings_.push_back(std::move(finding));
  }

  static Value append(const Value& own, const Values& units) {
    List items;
    Span span = own.span;
    bool given = false;
    Values all = {&own};
    all.insert(all.end(), units.begin(), units.end());
    for (const Value* const one : all) {
      const List* const list = one == nullptr ? nullptr : one->if_list();
      if (list == nullptr) continue;
      if (!span.known()) span = one->span;
      given = true;
      items.insert(items.end(), list->begin(), list->end());
    }
    return given ? Value::list(std::move(items), span) : own;
  }

  Journal& journal_;
  std::vector<Diagnostic>& findings_;
};

}  // namespace

std::vector<Diagnostic> Schema::gather(Value& department, const std::vector<const Value*>& units,
                                       Journal& journal) const {
  std::vector<Diagnostic> findings;
  department = Gatherer(journal, findings).gather(*root_, department, units, "");
  return findings;
}

}  // namespace gongkai
