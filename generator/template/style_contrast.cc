#include "template/style_contrast.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/contrast.h"

namespace gongkai {
namespace {

constexpr std::string_view white = "#ffffff";

/// 449 → "4.49".
std::string ratio_text(int hundredths) {
  return std::to_string(hundredths / 100) + "." + std::to_string(100 + hundredths % 100).substr(1);
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
  struct Ground {
    std::string_view name;
    std::string_view colour;
  };

  void need(const Value& place, std::string_view name, std::string_view colour, Ground ground, int least) {
    const int found = contrast(colour, ground.colour);
    if (found >= least) return;
    read_.faint(place, "“" + std::string(name) + "”" + std::string(colour) + "在“" + std::string(ground.name) + "”" +
                           std::string(ground.colour) + "上的对比度是" + ratio_text(found) + "，不到" +
                           ratio_text(least));
  }

  /// Where a key of a group stands, or the group where another key's colour is taken for it.
  static const Value& place_of(const Value& group, std::string_view key) {
    const Value* const found = group.find(key);
    return found == nullptr ? group : *found;
  }

  void check_print() {
    for (const Entry& entry : *file_.find("文字")->if_record()) {
      const Value* const colour = entry.value.find("颜色");
      need(*colour, entry.key + "的颜色", *colour->if_text(), {"白纸", white}, text_contrast);
    }
    const Value& table = *file_.find("表格");
    for (const Ground& ground : {Ground{"白纸", white}, Ground{"表头底色", style_.table.header_fill},
                                 Ground{"合计底色", style_.table.total_fill}})
      need(place_of(table, "颜色"), "表格的颜色", style_.table.colour, ground, text_contrast);
  }

  void check_charts() {
    const Value& group = *file_.find("图");
    const ChartStyle& chart = style_.chart;
    const Ground ground{"底", chart.ground};
    need(place_of(group, "字"), "字", chart.ink, ground, text_contrast);
    need(place_of(group, "轴线"), "轴线", chart.axis, ground, shape_contrast);
    check_areas(ground);
  }

  /// What a chart's figures are told by.
  void check_areas(Ground ground) {
    const Value& group = *file_.find("图");
    need(place_of(group, "本年"), "本年", style_.chart.latest, ground, shape_contrast);
    need(place_of(group, "上年"), "上年", style_.chart.earlier, ground, shape_contrast);
    for (const std::string& slice : style_.chart.slices)
      need(place_of(group, "各块"), "各块", slice, ground, shape_contrast);
  }

  using Colours = std::array<std::string, web_colours.size()>;

  static Ground colour_of(const Colours& colours, std::string_view name) {
    const auto found =
        std::find_if(web_colours.begin(), web_colours.end(), [&](const auto& one) { return one.name == name; });
    return {name, colours[static_cast<std::size_t>(found - web_colours.begin())]};
  }

  void check_page(std::string_view scheme, const Colours& colours) {
    struct Pair {
      std::string_view colour;
      std::string_view ground;
      int least = text_contrast;
    };
    constexpr Pair pairs[] = {{"字", "纸"},
                              {"字", "边栏"},
                              {"字", "表头底"},
                              {"字", "合计底"},
                              {"字", "提示底"},
                              {"淡字", "纸"},
                              {"淡字", "边栏"},
                              {"链接", "纸"},
                              {"链接", "边栏"},
                              {"提示", "提示底", shape_contrast},
                              {"焦点", "纸", shape_contrast},
                              {"焦点", "边栏", shape_contrast}};
    const Value& group = *file_.find("网页")->find(scheme);
    for (const Pair& pair : pairs)
      need(place_of(group, pair.colour), pair.colour, colour_of(colours, pair.colour).colour,
           colour_of(colours, pair.ground), pair.least);
    check_areas(colour_of(colours, "图底"));
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
