#include "load/shared_data.h"

#include <algorithm>

#include "base/diagnostic_text.h"
#include "load/data_keys.h"
#include "load/schema_number.h"
#include "value/overlay.h"

namespace gongkai {
namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool belongs_to_one_report(const std::string& key) {
  return key == template_key || key == year_key || key == units_key;
}

class SharedReader {
 public:
  SharedReader(const SharedFor& report, Diagnostics& diagnostics) : report_(report), diagnostics_(diagnostics) {}

  Value part_of(const Value& shared) {
    const Record* const record = shared.if_record();
    if (record == nullptr) {
      if (!shared.is_absent()) diagnostics_.error("SHARE-04", "共用文件应是一组“键: 值”", shared.span);
      return {};
    }
    Record kept;
    for (const Entry& entry : *record) {
      if (entry.key == shared_choice_key) continue;
      if (belongs_to_one_report(entry.key)) {
        diagnostics_.error(
            "SHARE-02", "共用文件里不能写" + quoted(entry.key), entry.key_span,
            entry.key == units_key ? "它写在部门自己的数据文件里" : "只用于某种报告、某一年度的，写在“另写”下");
      } else {
        keep(entry, false, kept);
      }
    }
    Value part = Value::record(std::move(kept), shared.span);
    const Value* const choices = shared.find(shared_choice_key);
    return choices == nullptr ? part : overlay(part, chosen(*choices), Blank::counts_not);
  }

 private:
  Value chosen(const Value& choices) {
    const List* const items = choices.if_list();
    if (items == nullptr) {
      if (!choices.is_absent()) diagnostics_.error("SHARE-03", "“另写”应是列表，每项以“- ”开头", choices.span);
      return {};
    }
    Value all;
    for (const Value& item : *items) {
      if (fits(item)) all = overlay(all, content(item), Blank::counts_not);
    }
    return all;
  }

  bool fits(const Value& item) {
    const Value* const profile = item.find(template_key);
    const Value* const year = item.find(year_key);
    if (profile == nullptr && year == nullptr) {
      diagnostics_.error("SHARE-03", "“另写”的每一项要写明用于哪个“模板”或哪个“年度”", item.span,
                         "都适用的写在最外层，不必另写");
      return false;
    }
    const std::string* const id = profile == nullptr ? nullptr : profile->if_text();
    const std::string* const number = year == nullptr ? nullptr : year->if_text();
    const bool right_profile = profile == nullptr || (id != nullptr && holds(report_.profiles, *id));
    return right_profile && (year == nullptr || (number != nullptr && *number == report_.year));
  }

  Value content(const Value& item) {
    Record kept;
    const bool must_be_known = item.find(template_key) != nullptr;
    for (const Entry& entry : *item.if_record()) {
      if (entry.key != template_key && entry.key != year_key) keep(entry, must_be_known, kept);
    }
    return Value::record(std::move(kept), item.span);
  }

  void keep(const Entry& entry, bool must_be_known, Record& kept) {
    if (holds(report_.keys, entry.key)) {
      kept.push_back(entry);
      return;
    }
    const std::string near = nearest(entry.key, report_.keys);
    if (near.empty() && !must_be_known) return;
    diagnostics_.error("SHARE-01", "报告里没有" + quoted(shown_text(entry.key)) + "这一项", entry.key_span,
                       near.empty() ? "" : "是否想写" + quoted(near) + "？用于别种报告的，写在“另写”下并注明“模板”");
  }

  const SharedFor& report_;
  Diagnostics& diagnostics_;
};

}  // namespace

Value shared_part(const Value& shared, const SharedFor& report, Diagnostics& diagnostics) {
  return SharedReader(report, diagnostics).part_of(shared);
}

}  // namespace gongkai
