#include "ledger/likely_member.h"

#include <vector>

#include "base/diagnostic_text.h"

namespace gongkai {
namespace {

constexpr std::size_t most_words_listed = 16;

std::vector<std::string> keys_of(const Axis& axis) {
  std::vector<std::string> keys;
  for (MemberId member = 1; member < axis.size(); ++member) keys.push_back(axis.at(member).key);
  return keys;
}

std::vector<std::string> codes_named(const Axis& axis, const std::string& name) {
  std::vector<std::string> codes;
  for (MemberId member = 1; member < axis.size(); ++member) {
    const Member& known = axis.at(member);
    if (known.name == name && known.key != name && !known.added_by_data) codes.push_back(known.key);
  }
  return codes;
}

/// 一般公共预算财政拨款 is more than a slip away from 一般公共预算, but holds it.
std::string word_within(const std::string& word, const std::vector<std::string>& keys) {
  std::string longest;
  for (const std::string& key : keys) {
    const bool holds = word.find(key) != std::string::npos || key.find(word) != std::string::npos;
    if (holds && key.size() > longest.size()) longest = key;
  }
  return longest;
}

}  // namespace

std::string likely_code(const Axis& axis, const std::string& code, const std::string& name) {
  const std::vector<std::string> named = codes_named(axis, name);
  std::string key = nearest(code, named);
  if (key.empty() && named.size() == 1) key = named.front();
  if (key.empty()) key = nearest(code, keys_of(axis));
  const auto member = axis.find(key);
  return member && !key.empty() ? key + " " + axis.at(*member).name : std::string();
}

std::string name_elsewhere(const Axis& axis, const std::string& name, const std::string& code) {
  const std::vector<std::string> named = codes_named(axis, name);
  if (named.empty()) return {};
  std::string key = nearest(code, named);
  if (key.empty()) key = named.front();
  return key == code ? std::string() : "“" + name + "”的编码是 " + key;
}

std::string allowed_words(const Axis& axis, const std::string& word) {
  const std::vector<std::string> keys = keys_of(axis);
  std::string near = nearest(word, keys);
  if (near.empty()) near = word_within(word, keys);
  const std::string hint = near.empty() ? "" : "是否想写“" + near + "”？";
  if (keys.empty() || keys.size() > most_words_listed) return hint;
  std::string all;
  for (const std::string& key : keys) all += (all.empty() ? "" : "、") + key;
  return hint + axis.name() + "只能写：" + all;
}

}  // namespace gongkai
