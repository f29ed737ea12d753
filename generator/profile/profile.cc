#include "profile/profile.h"

#include <algorithm>
#include <utility>

#include "ledger/table_plan.h"
#include "profile/accounts_reader.h"
#include "profile/definitions_reader.h"
#include "profile/name_check.h"
#include "profile/overlay.h"
#include "profile/rules_reader.h"

namespace gongkai {
namespace {

/// Keys every data file has, whatever the schema says (load/schema.h).
constexpr const char* predefined_keys[] = {"格式版本", "模板", "年度", "金额单位", "声明"};

std::vector<std::string> keys_of(const Value* record) {
  std::vector<std::string> keys;
  if (record == nullptr || record->if_record() == nullptr) return keys;
  for (const Entry& entry : *record->if_record()) keys.push_back(entry.key);
  return keys;
}

/// 公开{nn}表 with 3 → 公开03表; {n} without the zero.
std::string table_code(const std::string& pattern, std::size_t number) {
  std::string code = pattern;
  const std::string plain = std::to_string(number);
  const std::pair<std::string, std::string> marks[] = {{"{nn}", number < 10 ? "0" + plain : plain}, {"{n}", plain}};
  for (const auto& [mark, text] : marks) {
    if (const std::size_t at = code.find(mark); at != std::string::npos) code.replace(at, mark.size(), text);
  }
  return code;
}

/// Smallest amount a style prints, in 分; 0 for styles that don't print money.
Rational step_of(const NumberStyle* style) {
  if (style == nullptr || style->percent) return {};
  const int digits_of_fen = style->format.unit == MoneyUnit::wan_yuan ? 6 : 2;
  Rational step = 1;
  for (int digit = style->format.digits; digit < digits_of_fen; ++digit) {
    step = Rational::multiply(step, 10).value_or(step);
  }
  return step;
}

class ProfileReader {
 public:
  ProfileReader(LayeredFiles files, Profile& profile, Diagnostics& diagnostics)
      : files_(std::move(files)), profile_(&profile), diagnostics_(&diagnostics) {}

  void read(const Files& disk, const std::string& templates, Sources& sources) {
    profile_->layers = files_.layers;
    profile_->settings = files_.settings["profile"];
    DefinitionReader(*diagnostics_)
        .only_keys(profile_->settings,
                   {"继承", "引用", "名称", "文种", "底本", "数字", "序号", "正文", "表", "图", "设定", "目录", "文档",
                    "封面", "说明", "汇总"},
                   "profile.yaml");
    profile_->base_only = DefinitionReader(*diagnostics_).flag(files_.own_settings, "底本");
    profile_->files = std::move(files_.files);
    profile_->texts = std::move(files_.texts);
    profile_->accounts = read_accounts(files_.settings["axes"], files_.settings["measures"],
                                       {disk, templates, sources, profile_->files}, *diagnostics_);
    read_schema();
    profile_->terms = files_.settings["terms"];
    profile_->constants = constants();
    profile_->names = read_names(files_.settings["names"], *diagnostics_);
    profile_->wording = read_wording(files_.settings["wording"], *diagnostics_);
    profile_->numbers = read_numbers(profile_->settings, *diagnostics_);
    profile_->table_style = read_table_style(profile_->settings, *diagnostics_);
    profile_->units = read_unit_rules(profile_->settings, profile_->accounts, *diagnostics_);
    profile_->sections = read_outline(profile_->settings, *diagnostics_);
    profile_->charts = read_charts(files_.settings["charts"], *diagnostics_);
    RuleBook book = read_rules(files_.settings["rules"], profile_->accounts, *diagnostics_);
    profile_->catalogue = std::move(book.catalogue);
    profile_->rules = std::move(book.rules);
    read_tables();
    // With half of the definitions unread, names would be missed that are there.
    if (!diagnostics_->has_errors()) check_names(*profile_, *diagnostics_);
  }

 private:
  void read_schema() {
    const Value& definition = files_.settings["schema"];
    if (!definition.is_absent()) profile_->schema = Schema::read(definition, *diagnostics_);
    profile_->data_keys.assign(std::begin(predefined_keys), std::end(predefined_keys));
    for (std::string& key : keys_of(definition.find("字段"))) profile_->data_keys.push_back(std::move(key));
  }

  Value constants() const {
    Record record;
    const Value* const settings = profile_->settings.find("设定");
    if (settings != nullptr && settings->if_record() != nullptr) record = *settings->if_record();
    for (Entry& entry : record) {
      const std::string* const text = entry.value.if_text();
      if (text == nullptr || std::get<Text>(entry.value.data).quoted) continue;
      if (*text == "是" || *text == "否") entry.value = Value(Value::Data(*text == "是"), entry.value.span);
    }
    record.push_back({"名词", profile_->terms.span, profile_->terms});
    return Value::record(std::move(record));
  }

  void read_tables() {
    std::vector<TableDefinition> all;
    for (const auto& [name, value] : files_.tables) {
      if (auto table = read_table(value, profile_->accounts, *diagnostics_)) all.push_back(std::move(*table));
    }
    const Value* const style = profile_->settings.find("表");
    const Value* const order = style == nullptr ? nullptr : style->find("顺序");
    const Value* const pattern = style == nullptr ? nullptr : style->find("编号");
    if (order != nullptr && order->if_list() == nullptr) {
      diagnostics_->error("PROFILE-07", "表的“顺序”应为列表", order->span);
    }
    const List none;
    const List& listed = order == nullptr || order->if_list() == nullptr ? none : *order->if_list();
    for (const Value& item : listed) {
      const auto table = take(all, item);
      if (!table) continue;
      profile_->tables.push_back(*table);
      profile_->tables.back().listed = true;
      finish(profile_->tables.back(), pattern == nullptr ? nullptr : pattern->if_text());
    }
    add_unlisted(std::move(all));
  }

  /// Tables that only a text prints, where it says so: without a code.
  void add_unlisted(std::vector<TableDefinition> all) {
    for (TableDefinition& table : all) {
      const auto same = [&table](const TableDefinition& listed) { return listed.id == table.id; };
      if (std::any_of(profile_->tables.begin(), profile_->tables.end(), same)) continue;
      profile_->tables.push_back(std::move(table));
      finish(profile_->tables.back(), nullptr);
    }
  }

  std::optional<TableDefinition> take(const std::vector<TableDefinition>& all, const Value& item) {
    const std::string* const id = item.if_text();
    std::vector<std::string> ids;
    for (const TableDefinition& table : all) {
      if (id != nullptr && table.id == *id) return table;
      ids.push_back(table.id);
    }
    // A table that could not be read was reported there.
    if (diagnostics_->has_errors()) return std::nullopt;
    diagnostics_->error("PROFILE-08", "“顺序”里的表“" + (id == nullptr ? std::string() : *id) + "”没有定义", item.span,
                        DefinitionReader::near_miss(id == nullptr ? std::string() : *id, ids));
    return std::nullopt;
  }

  void finish(TableDefinition& table, const std::string* pattern) {
    if (table.code.empty() && pattern != nullptr) table.code = table_code(*pattern, profile_->tables.size());
    if (table.definition.find("栏次") == nullptr) table.numbers_columns = profile_->table_style.numbers_columns;
    if (table.number_style.empty()) table.number_style = profile_->table_style.number;
    const NumberStyle* const style = profile_->number(table.number_style);
    if (style == nullptr) {
      diagnostics_->error("PROFILE-09", "表 " + table.id + " 的数字格式“" + table.number_style + "”没有定义",
                          table.span, "在 profile.yaml 的“数字”下写明");
    }
    table.step = step_of(style);
  }

  LayeredFiles files_;
  Profile* profile_;
  Diagnostics* diagnostics_;
};

}  // namespace

const TemplateText* Profile::text(std::string_view path) const {
  const auto found =
      std::find_if(texts.begin(), texts.end(), [&](const TemplateText& text) { return text.path == path; });
  return found == texts.end() ? nullptr : &*found;
}

const NumberStyle* Profile::number(std::string_view name) const {
  const auto found =
      std::find_if(numbers.begin(), numbers.end(), [&](const NumberStyle& style) { return style.name == name; });
  return found == numbers.end() ? nullptr : &*found;
}

std::string_view Profile::layer_of(Span span) const {
  for (const ProfileFile& file : files) {
    if (file.source == span.source && span.known()) return file.layer;
  }
  return {};
}

std::shared_ptr<const Profile> load_profile(const Files& files, const std::string& templates, const std::string& id,
                                            Sources& sources, Diagnostics& diagnostics) {
  Diagnostics own;
  auto profile = std::make_shared<Profile>();
  profile->id = id;
  if (auto layers = read_layers(files, templates, id, sources, own)) {
    ProfileReader(std::move(*layers), *profile, own).read(files, templates, sources);
  }
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  return good ? profile : nullptr;
}

}  // namespace gongkai
