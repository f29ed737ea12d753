#include "template/style_contrast.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/contrast.h"

namespace gongkai {
namespace {

constexpr std::string_view black = "#000000";
constexpr std::string_view white = "#ffffff";

/// 449 → "4.49".
std::string ratio_text(int hundredths) {
  return std::to_string(hundredths / 100) + "." + std::to_string(100 + hundredths % 100).substr(1);
}

std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

struct Ground {
  std::string name;  // 打印的“表头底色”, as a message says it
  std::string_view colour;
};
using Grounds = std::vector<Ground>;

/// A colour with all it stands on, at least one ground.
struct Stand {
  const Value& place;
  std::string name;
  std::string_view colour;
  int least;
  const Grounds& grounds;

  [[nodiscard]] const Ground& worst_for(std::string_view one) const {
    return *std::min_element(grounds.begin(), grounds.end(), [one](const Ground& left, const Ground& right) {
      return contrast(one, left.colour) < contrast(one, right.colour);
    });
  }
  /// The least contrast `one` has on any ground.
  [[nodiscard]] int contrast_of(std::string_view one) const { return contrast(one, worst_for(one).colour); }
};

std::string hint_for(const Stand& stand) {
  const std::string goal = "，对比度至少要到" + ratio_text(stand.least);
  const bool may_darken = stand.contrast_of(black) >= stand.least;
  const bool may_lighten = stand.contrast_of(white) >= stand.least;
  if (!may_darken && !may_lighten)
    return stand.worst_for(white).name + "太浅，" + stand.worst_for(black).name +
           "太深，没有一种颜色在两处都够：先改底色，使它们深浅相近";
  const std::string_view ground = stand.worst_for(stand.colour).colour;
  const bool is_darker = contrast(stand.colour, white) >= contrast(ground, white);
  const bool darken = may_darken && (is_darker || !may_lighten);
  return "把" + stand.name + (darken ? "调深" : "调浅") + goal;
}

class ContrastCheck {
 public:
  ContrastCheck(const Value& file, const Style& style, StyleValues& read) : file_(file), style_(style), read_(read) {}

  void run() {
    check_print();
    check_charts();
    check_page("亮", style_.web.light);
    check_page("暗", style_.web.dark);
  }

 private:
  /// Each colour once, on the ground where it is worst.
  void need(const Stand& stand) {
    const Ground& worst = stand.worst_for(stand.colour);
    const int found = contrast(stand.colour, worst.colour);
    if (found >= stand.least) return;
    read_.faint(stand.place,
                stand.name + std::string(stand.colour) + "在" + worst.name + std::string(worst.colour) +
                    "上的对比度是" + ratio_text(found) + "，不到" + ratio_text(stand.least),
                hint_for(stand));
  }

  /// Where a key of a group stands, or the group where another key's colour is taken for it.
  static const Value& place_of(const Value& group, std::string_view key) {
    const Value* const found = group.find(key);
    return found == nullptr ? group : *found;
  }

  void check_print() {
    const Grounds paper = {{"打印的“白纸”", white}};
    for (const Entry& entry : *file_.find("文字")->if_record()) {
      const Value* const colour = entry.value.find("颜色");
      need({*colour, quoted(entry.key + "的颜色"), *colour->if_text(), text_contrast, paper});
    }
    const Grounds cells = {{"打印的“白纸”", white},
                           {"打印的“表头底色”", style_.table.header_fill},
                           {"打印的“合计底色”", style_.table.total_fill}};
    need({place_of(*file_.find("表格"), "颜色"), "“表格的颜色”", style_.table.colour, text_contrast, cells});
  }

  /// A chart stands on the paper, in a file of its own and on both pages, always in the same colours.
  void check_charts() {
    const Grounds grounds = {{"打印的“白纸”", white},
                             {"图片的“底”", style_.chart.ground},
                             page_ground("亮", style_.web.light, "图底"),
                             page_ground("暗", style_.web.dark, "图底")};
    const Value& group = *file_.find("图");
    need({*group.find("字"), "“图的字”", style_.chart.ink, text_contrast, grounds});
    for (const auto& [key, colour] : {std::pair{"轴线", &style_.chart.axis}, std::pair{"本年", &style_.chart.latest},
                                      std::pair{"上年", &style_.chart.earlier}})
      need({*group.find(key), quoted(key), *colour, shape_contrast, grounds});
    for (const Value& slice : *group.find("各块")->if_list())
      need({slice, "“各块的颜色”", *slice.if_text(), shape_contrast, grounds});
  }

  using Colours = std::array<std::string, web_colours.size()>;

  static std::string_view colour_of(const Colours& colours, std::string_view name) {
    const auto found =
        std::find_if(web_colours.begin(), web_colours.end(), [&](const auto& one) { return one.name == name; });
    return colours[static_cast<std::size_t>(found - web_colours.begin())];
  }

  static Ground page_ground(std::string_view scheme, const Colours& colours, std::string_view name) {
    return {"网页（" + std::string(scheme) + "）的" + quoted(name), colour_of(colours, name)};
  }

  void check_page(std::string_view scheme, const Colours& colours) {
    struct Pairs {
      std::string_view colour;
      std::vector<std::string_view> grounds;
      int least = text_contrast;
    };
    const Pairs all[] = {{"字", {"纸", "边栏", "表头底", "合计底", "提示底"}},
                         {"淡字", {"纸", "边栏"}},
                         {"链接", {"纸", "边栏"}},
                         {"提示", {"提示底"}, shape_contrast},
                         {"焦点", {"纸", "边栏"}, shape_contrast}};
    const Value& group = *file_.find("网页")->find(scheme);
    for (const Pairs& pairs : all) {
      Grounds grounds;
      for (const std::string_view name : pairs.grounds) grounds.push_back(page_ground(scheme, colours, name));
      need({place_of(group, pairs.colour), quoted(pairs.colour), colour_of(colours, pairs.colour), pairs.least,
            grounds});
    }
  }

  const Value& file_;
  const Style& style_;
  StyleValues& read_;
};

}  // namespace

void check_contrasts(const Value& file, const Style& style, StyleValues& read) {
  ContrastCheck(file, style, read).run();
}

}  // namespace gongkai
