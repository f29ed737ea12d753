#include "profile/table_models.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ledger/definition.h"
#include "profile/overlay.h"

namespace gongkai {
namespace {

constexpr const char* model_key = "仿";
constexpr const char* id_key = "标识";

const std::string* text_at(const Value& table, std::string_view key) {
  const Value* const found = table.find(key);
  return found == nullptr ? nullptr : found->if_text();
}

class Resolver {
 public:
  Resolver(std::map<std::string, Value>& tables, Diagnostics& diagnostics)
      : tables_(&tables), diagnostics_(&diagnostics) {}

  void run() {
    for (auto& [file, table] : *tables_) resolve(table);
  }

 private:
  /// `trail_`: the tables that wait for this one, outermost first.
  void resolve(Value& table) {
    const Value* const model = table.find(model_key);
    if (model == nullptr) return;
    const std::string* const id = model->if_text();
    Value* const base = id == nullptr ? nullptr : named(*id);
    if (base == nullptr) {
      missing(id == nullptr ? std::string() : *id, *model);
    } else if (base == &table || std::find(trail_.begin(), trail_.end(), base) != trail_.end()) {
      trail_.push_back(&table);
      diagnostics_->error("PROFILE-11", "表互相仿照，成了一圈：" + circle(base, *id), model->span);
      trail_.pop_back();
    } else {
      trail_.push_back(&table);
      resolve(*base);
      trail_.pop_back();
      if (base->find(model_key) == nullptr) table = overlay(*base, without_model(table));
    }
  }

  Value* named(const std::string& id) {
    for (auto& [file, table] : *tables_) {
      const std::string* const mine = text_at(table, id_key);
      if (mine != nullptr && *mine == id) return &table;
    }
    return nullptr;
  }

  void missing(const std::string& id, const Value& model) {
    std::vector<std::string> known;
    for (const auto& [file, table] : *tables_) {
      if (const std::string* const mine = text_at(table, id_key)) known.push_back(*mine);
    }
    diagnostics_->error("PROFILE-10", "仿照的表“" + id + "”没有定义", model.span,
                        DefinitionReader::near_miss(id, known));
  }

  std::string circle(const Value* base, const std::string& id) const {
    std::string names;
    for (auto at = std::find(trail_.begin(), trail_.end(), base); at != trail_.end(); ++at) {
      const std::string* const name = text_at(**at, id_key);
      names += (name == nullptr ? std::string() : *name) + " → ";
    }
    return names + id;
  }

  static Value without_model(const Value& table) {
    Record kept = *table.if_record();
    std::erase_if(kept, [](const Entry& entry) { return entry.key == model_key; });
    return Value::record(std::move(kept), table.span);
  }

  std::map<std::string, Value>* tables_;
  Diagnostics* diagnostics_;
  std::vector<Value*> trail_;
};

}  // namespace

void resolve_models(std::map<std::string, Value>& tables, Diagnostics& diagnostics) {
  Resolver(tables, diagnostics).run();
}

}  // namespace gongkai
