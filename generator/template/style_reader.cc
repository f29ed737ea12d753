#include "template/style_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "ledger/definition.h"

namespace gongkai {
namespace {

/// 字号 and their points, as word processors take them.
constexpr std::array<std::pair<std::string_view, Length>, 13> sizes = {{{"初号", 42000},
                                                                        {"一号", 26000},
                                                                        {"小一", 24000},
                                                                        {"二号", 22000},
                                                                        {"小二", 18000},
                                                                        {"三号", 16000},
                                                                        {"小三", 15000},
                                                                        {"四号", 14000},
                                                                        {"小四", 12000},
                                                                        {"五号", 10500},
                                                                        {"小五", 9000},
                                                                        {"六号", 7500},
                                                                        {"小六", 6500}}};

constexpr std::array<std::pair<std::string_view, Justification>, 4> sides = {{{"左", Justification::start},
                                                                              {"中", Justification::centre},
                                                                              {"右", Justification::end},
                                                                              {"两端", Justification::justify}}};

/// "15.79" → 15790, at most three decimals; nullopt for anything else or beyond `most`.
std::optional<Length> thousandths(const std::string& text, Length most) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string decimals = point == text.size() ? "" : text.substr(point + 1);
  const std::string digits =
      text.substr(0, point) + decimals + std::string(3 - std::min<std::size_t>(decimals.size(), 3), '0');
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!plain || point == 0 || digits.size() > 8 || decimals.size() > 3 || point + 1 == text.size()) return std::nullopt;
  Length value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value <= most ? std::optional(value) : std::nullopt;
}

bool is_colour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

class StyleFile {
 public:
  StyleFile(Style& style, Diagnostics& diagnostics) : style_(style), read_(diagnostics) {}

  void read(const Value& file) {
    if (file.is_absent()) return;
    read_.only_keys(file, {"页面", "文字", "表格", "说明"}, "style.yaml");
    if (const Value* const pages = record(file, "页面")) read_pages(*pages);
    if (const Value* const texts = record(file, "文字")) read_texts(*texts);
    if (const Value* const table = record(file, "表格")) read_table(*table);
  }

 private:
  void wrong(const Value& value, const std::string& what) { read_.error("STYLE-01", what, value.span); }

  const Value* record(const Value& parent, std::string_view key) {
    const Value* const found = parent.find(key);
    if (found == nullptr || found->is_absent()) return nullptr;
    if (found->if_record() != nullptr) return found;
    wrong(*found, "“" + std::string(key) + "”应为一组设置");
    return nullptr;
  }

  /// A number of points (字号 by name too), or of millimetres, or of characters of `unit`.
  void length(const Value& parent, std::string_view key, Length& goal, Length unit = 1000) {
    const Value* const given = parent.find(key);
    if (given == nullptr) return;
    constexpr Length most = 2000000;
    const std::string* const text = given->if_text();
    const auto value = text == nullptr ? std::nullopt : thousandths(*text, most);
    if (!value) return wrong(*given, "“" + std::string(key) + "”应为不超过三位小数的数");
    goal = static_cast<Length>(std::int64_t{*value} * unit / 1000);
  }

  void size(const Value& parent, std::string_view key, Length& goal) {
    const Value* const given = parent.find(key);
    const std::string* const text = given == nullptr ? nullptr : given->if_text();
    const auto* const named = std::find_if(sizes.begin(), sizes.end(),
                                           [&](const auto& size) { return text != nullptr && size.first == *text; });
    if (named != sizes.end())
      goal = named->second;
    else
      length(parent, key, goal);
  }

  void colour(const Value& parent, std::string_view key, std::string& goal) {
    const Value* const given = parent.find(key);
    if (given == nullptr) return;
    const std::string* const text = given->if_text();
    if (text == nullptr || !is_colour(*text)) return wrong(*given, "颜色应写成 \"#1b1f24\" 的样子");
    goal = *text;
  }

  void read_pages(const Value& pages) {
    read_.only_keys(pages, {"竖", "横", "页码"}, "“页面”");
    for (const auto& [key, page] : {std::pair{"竖", &style_.portrait}, std::pair{"横", &style_.landscape}})
      if (const Value* const given = record(pages, key)) read_page(*given, *page);
    const std::string place = read_.text(pages, "页码");
    if (!place.empty() && place != "外侧" && place != "居中") wrong(*pages.find("页码"), "页码应为外侧或居中");
    style_.page_number_outside = place == "外侧";
  }

  void read_page(const Value& given, PageStyle& page) {
    read_.only_keys(given, {"宽", "高", "上", "下", "左", "右"}, "一种页面");
    const Length millimetre = 2835;  // 72/25.4 pt
    for (const auto& [key, goal] :
         {std::pair{"宽", &page.width}, std::pair{"高", &page.height}, std::pair{"上", &page.top},
          std::pair{"下", &page.bottom}, std::pair{"左", &page.left}, std::pair{"右", &page.right}})
      length(given, key, *goal, millimetre);
    constexpr Length least = 100000;
    if (page.room() < least || page.depth() < least) wrong(given, "版心太小，排不下文字");
  }

  void read_texts(const Value& texts) {
    const std::pair<std::string_view, TextStyle*> all[] = {{"正文", &style_.body},
                                                           {"条款", &style_.item},
                                                           {"注", &style_.note},
                                                           {"提示", &style_.draft},
                                                           {"居中", &style_.centred},
                                                           {"落款", &style_.closing},
                                                           {"图题", &style_.caption},
                                                           {"封面题名", &style_.cover_title},
                                                           {"封面副题", &style_.cover_subtitle},
                                                           {"封面行", &style_.cover_line},
                                                           {"标题1", style_.headings.data()},
                                                           {"标题2", &style_.headings[1]},
                                                           {"标题3", &style_.headings[2]},
                                                           {"标题4", &style_.headings[3]},
                                                           {"表题", &style_.table_title},
                                                           {"表注", &style_.table_note},
                                                           {"目录题名", &style_.contents_title},
                                                           {"目录1", style_.contents.data()},
                                                           {"目录2", &style_.contents[1]},
                                                           {"目录3", &style_.contents[2]},
                                                           {"页码", &style_.page_number}};
    for (const Entry& entry : *texts.if_record()) {
      const auto* const found =
          std::find_if(std::begin(all), std::end(all), [&](const auto& one) { return one.first == entry.key; });
      if (found == std::end(all))
        wrong(entry.value, "没有叫“" + entry.key + "”的文字样式");
      else if (const Value* const given = record(texts, entry.key))
        read_text(*given, *found->second);
    }
  }

  void read_text(const Value& given, TextStyle& text) {
    read_.only_keys(given, {"字体", "字号", "行距", "段前", "段后", "首行缩进", "对齐", "颜色"}, "一种文字");
    size(given, "字号", text.size);
    length(given, "行距", text.leading);
    length(given, "段前", text.before);
    length(given, "段后", text.after);
    length(given, "首行缩进", text.first_indent, text.size);
    colour(given, "颜色", text.colour);
    if (text.size < 1000 || text.leading < text.size) wrong(given, "行距小于字号");
    if (const std::string face = read_.text(given, "字体"); !face.empty()) {
      const auto* const found = std::find(font_role_names.begin(), font_role_names.end(), face);
      if (found == font_role_names.end()) return wrong(given, "没有叫“" + face + "”的字体");
      text.role = static_cast<FontRole>(found - font_role_names.begin());
    }
    if (const std::string side = read_.text(given, "对齐"); !side.empty()) {
      const auto* const found =
          std::find_if(sides.begin(), sides.end(), [&](const auto& one) { return one.first == side; });
      if (found == sides.end()) return wrong(given, "对齐应为左、中、右或两端");
      text.justification = found->second;
    }
  }

  void read_table(const Value& table) {
    read_.only_keys(table, {"细线", "粗线", "线色", "框色", "表头底色", "合计底色", "续表"}, "“表格”");
    length(table, "细线", style_.table.thin);
    length(table, "粗线", style_.table.thick);
    if (table.find("续表") != nullptr) style_.table.continued = read_.text(table, "续表");
    colour(table, "线色", style_.table.rule);
    colour(table, "框色", style_.table.frame);
    colour(table, "表头底色", style_.table.header_fill);
    colour(table, "合计底色", style_.table.total_fill);
  }

  Style& style_;
  DefinitionReader read_;
};

}  // namespace

Style read_style(const Value& file, Diagnostics& diagnostics) {
  Style style;
  StyleFile(style, diagnostics).read(file);
  return style;
}

}  // namespace gongkai
