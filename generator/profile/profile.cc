#include "profile/profile.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/diagnostic_text.h"
#include "ledger/table_plan.h"
#include "profile/accounts_reader.h"
#include "profile/definitions_reader.h"
#include "profile/name_check.h"
#include "profile/overlay.h"
#include "profile/rules_reader.h"
#include "profile/table_settings.h"

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

/// Digits that YAML too would read as a number: not a code with a zero before it.
std::optional<Decimal> plain_number(const std::string& text) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  const bool code = text.size() > first + 1 && text[first] == '0' && text[first + 1] != '.';
  const bool digits = text.find_first_not_of("0123456789.-") == std::string::npos;
  return code || !digits ? std::nullopt : Decimal::parse(text);
}

/// A setting as YAML means it: 是 and 否, numbers, lists and records of these; quoted, it is text.
Value typed(const Value& setting) {
  if (const List* const list = setting.if_list()) {
    List items;
    for (const Value& item : *list) items.push_back(typed(item));
    return Value::list(std::move(items), setting.span);
  }
  if (const Record* const record = setting.if_record()) {
    Record entries = *record;
    for (Entry& entry : entries) entry.value = typed(entry.value);
    return Value::record(std::move(entries), setting.span);
  }
  const Text* const written = std::get_if<Text>(&setting.data);
  if (written == nullptr || written->quoted) return setting;
  const std::string& text = written->text;
  if (text == "是" || text == "true") return Value(Value::Data(true), setting.span);
  if (text == "否" || text == "false") return Value(Value::Data(false), setting.span);
  const auto number = plain_number(text);
  return number ? Value(Quantity(Rational::of(*number), Dimension::plain), setting.span) : setting;
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
    // What is built on axes and measures has nothing to say where these are unreadable.
    Diagnostics unsaid;
    const bool accounts_whole = !files_.unread.contains("axes") && !files_.unread.contains("measures");
    Diagnostics& on_accounts = accounts_whole ? *diagnostics_ : unsaid;
    profile_->accounts = read_accounts(files_.settings["axes"], files_.settings["measures"],
                                       {disk, templates, sources, profile_->files}, on_accounts);
    read_schema();
    profile_->terms = files_.settings["terms"];
    profile_->look = files_.settings["style"];
    profile_->constants = constants();
    profile_->names = read_names(files_.settings["names"], *diagnostics_);
    profile_->wording = read_wording(files_.settings["wording"], *diagnostics_);
    profile_->numbers = read_numbers(profile_->settings, *diagnostics_);
    profile_->table_style = read_table_style(profile_->settings, *diagnostics_);
    profile_->units = read_unit_rules(profile_->settings, profile_->accounts, on_accounts);
    profile_->sections = read_outline(profile_->settings, *diagnostics_);
    const bool names_whole = accounts_whole && !diagnostics_->has_errors();
    profile_->gaps.names = !names_whole;
    profile_->charts = read_charts(files_.settings["charts"], *diagnostics_);
    RuleBook book = read_rules(files_.settings["rules"], profile_->accounts, on_accounts);
    profile_->catalogue = std::move(book.catalogue);
    profile_->rules = std::move(book.rules);
    read_tables(on_accounts);
    profile_->gaps.charts = files_.unread.contains("charts");
    profile_->gaps.tables.assign(unreadable_.begin(), unreadable_.end());
    // With half of the names unread, some would be missed that are there.
    if (names_whole) check_names(*profile_, *diagnostics_);
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
    for (Entry& entry : record) entry.value = typed(entry.value);
    record.push_back({"名词", profile_->terms.span, profile_->terms});
    return Value::record(std::move(record));
  }

  void read_tables(Diagnostics& on_accounts) {
    const Value* const settings = profile_->settings.find("设定");
    resolve_settings(files_.tables, settings == nullptr ? Value() : *settings, *diagnostics_);
    note_unread_tables();
    std::vector<TableDefinition> all;
    for (const auto& [name, value] : files_.tables) {
      const bool lacks_model = value.find("仿") != nullptr;
      auto table = lacks_model ? std::nullopt : read_table(value, profile_->accounts, on_accounts);
      const Value* const id = value.find("标识");
      if (!table && id != nullptr && id->if_text() != nullptr) unreadable_.insert(*id->if_text());
      if (table) all.push_back(std::move(*table));
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

  /// A table's file is called by its 标识.
  void note_unread_tables() {
    constexpr std::string_view folder = "tables/";
    for (const std::string& path : files_.unread) {
      if (path.starts_with(folder)) unreadable_.insert(path.substr(folder.size(), path.rfind('.') - folder.size()));
    }
  }

  std::optional<TableDefinition> take(const std::vector<TableDefinition>& all, const Value& item) {
    const std::string id = item.if_text() == nullptr ? std::string() : *item.if_text();
    const auto named = [](const std::string& name) {
      return [name](const TableDefinition& table) { return table.id == name; };
    };
    const auto found = std::find_if(all.begin(), all.end(), named(id));
    if (found != all.end()) return *found;
    if (unreadable_.contains(id)) return std::nullopt;  // was reported there
    std::vector<std::string> ids;
    for (const TableDefinition& table : all) ids.push_back(table.id);
    Diagnostic missing;
    missing.code = "PROFILE-08";
    missing.message = "“顺序”里的表“" + id + "”没有定义：各层的 tables/ 里没有哪个文件的标识是它";
    missing.span = item.span;
    missing.hint = DefinitionReader::near_miss(id, ids);
    const auto near = std::find_if(all.begin(), all.end(), named(nearest(id, ids)));
    if (near != all.end()) missing.notes.push_back({"“" + near->id + "”", near->span});
    diagnostics_->add(std::move(missing));
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
  std::set<std::string> unreadable_;  // 标识 of tables with mistakes
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
                                            Sources& sources, Diagnostics& diagnostics,
                                            std::shared_ptr<const Profile>* readable) {
  Diagnostics own;
  auto profile = std::make_shared<Profile>();
  profile->id = id;
  auto layers = read_layers(files, templates, id, sources, own);
  const bool has_layers = layers.has_value();
  if (has_layers) ProfileReader(std::move(*layers), *profile, own).read(files, templates, sources);
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good && has_layers && readable != nullptr) *readable = profile;
  return good ? profile : nullptr;
}

}  // namespace gongkai
