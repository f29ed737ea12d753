#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "document/contrast.h"
#include "layout/chart_geometry.h"
#include "layout/chart_text.h"
#include "layout/drawing.h"
#include "style_of_tree.h"

using namespace gongkai;

namespace {

Drawing drawn(const Chart& chart) { return draw_chart(chart, testing::report_style().chart); }

Chart chart_of(ChartKind kind, const std::vector<std::pair<std::string, std::string>>& values) {
  Chart chart;
  chart.kind = kind;
  chart.unit = "万元";
  for (const auto& [label, amount] : values) {
    ChartValue value;
    value.label = label;
    value.printed = amount;
    if (kind == ChartKind::pie) value.printed_share = "0.19%";
    const auto fen = Rational::multiply(Rational::of(*Decimal::parse(amount)), Rational(1'000'000));
    value.quantity = Quantity(*fen, Dimension::money);
    chart.values.push_back(value);
  }
  return chart;
}

std::vector<Label> labels_of(const Drawing& drawing) {
  std::vector<Label> labels;
  for (const DrawingItem& item : drawing.items) {
    if (const auto* label = std::get_if<Label>(&item)) labels.push_back(*label);
  }
  return labels;
}

std::vector<Shape> filled(const Drawing& drawing) {
  std::vector<Shape> shapes;
  for (const DrawingItem& item : drawing.items) {
    const auto* shape = std::get_if<Shape>(&item);
    if (shape != nullptr && !shape->fill.is_none()) shapes.push_back(*shape);
  }
  return shapes;
}

bool has_text(const Drawing& drawing, const std::string& text) {
  const auto labels = labels_of(drawing);
  return std::any_of(labels.begin(), labels.end(), [&](const Label& label) { return label.text == text; });
}

struct Frame {
  Length left, top, right, bottom;
};

Frame frame_of(const Label& label) {
  const Length width = estimate_text_width(label.text, label.size);
  Length left = label.at.x;
  if (label.anchor == Label::Anchor::middle) left -= width / 2;
  if (label.anchor == Label::Anchor::end) left -= width;
  return {left, label.at.y - label.size * 9 / 10, left + width, label.at.y + label.size / 10};
}

void check_labels_apart(const Drawing& drawing) {
  const auto labels = labels_of(drawing);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Frame a = frame_of(labels[i]);
    CHECK_MESSAGE(a.left >= 0, labels[i].text);
    CHECK_MESSAGE(a.right <= drawing.width, labels[i].text);
    CHECK_MESSAGE(a.top >= 0, labels[i].text);
    CHECK_MESSAGE(a.bottom <= drawing.height, labels[i].text);
    for (std::size_t k = i + 1; k < labels.size(); ++k) {
      const Frame b = frame_of(labels[k]);
      const bool apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      CHECK_MESSAGE(apart, (labels[i].text + " / " + labels[k].text));
    }
  }
}

Length height_of(const Shape& shape) { return shape.steps.at(2).to.y - shape.steps.at(0).to.y; }

}  // namespace

TEST_CASE("sines come from whole numbers and repeat every turn") {
  CHECK(sine(0, 1'000'000) == 0);
  CHECK(sine(3000, 1'000'000) == 500'000);
  CHECK(sine(9000, 1'000'000) == 1'000'000);
  CHECK(sine(27000, 1'000'000) == -1'000'000);
  CHECK(sine(-3000, 1'000'000) == -500'000);
  CHECK(sine(full_turn + 3000, 1'000'000) == 500'000);
  CHECK(cosine(6000, 1'000'000) == 500'000);
  CHECK(sine(4550, 1'000'000) == 713'224);  // 45.5°, exactly 713 250: the chord lies 26 millionths inside
}

TEST_CASE("bars stand on zero and are as high as their figures") {
  const Drawing drawing = drawn(chart_of(ChartKind::bar, {{"2022年度", "400.00"}, {"2023年度", "800.00"}}));
  const auto bars = filled(drawing);
  REQUIRE(bars.size() == 2);
  CHECK(height_of(bars[1]) == 2 * height_of(bars[0]));
  CHECK(bars[0].steps.at(2).to.y == bars[1].steps.at(2).to.y);
  CHECK(bars[0].fill != bars[1].fill);
  CHECK(has_text(drawing, "400.00"));
  CHECK(has_text(drawing, "单位：万元"));
  CHECK(has_text(drawing, "0"));
  CHECK(has_text(drawing, "800"));
  check_labels_apart(drawing);
}

TEST_CASE("the figure of a bar stands right above it") {
  const Drawing drawing = drawn(chart_of(ChartKind::bar, {{"2022年度", "877.47"}, {"2023年度", "874.05"}}));
  const Shape bar = filled(drawing).at(0);
  const auto labels = labels_of(drawing);
  const auto figure =
      std::find_if(labels.begin(), labels.end(), [](const Label& label) { return label.text == "877.47"; });
  REQUIRE(figure != labels.end());
  CHECK(figure->at.x == (bar.steps.at(0).to.x + bar.steps.at(1).to.x) / 2);
  CHECK(figure->at.y < bar.steps.at(0).to.y);
  CHECK(bar.steps.at(0).to.y - figure->at.y < 8'000);
}

TEST_CASE("a negative bar hangs below the zero line") {
  const Drawing drawing = drawn(chart_of(ChartKind::bar, {{"甲", "-100.00"}, {"乙", "300.00"}}));
  const auto bars = filled(drawing);
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].steps.at(0).to.y == bars[1].steps.at(2).to.y);
  check_labels_apart(drawing);
}

TEST_CASE("many bars or long names lie down, and no label runs into another") {
  std::vector<std::pair<std::string, std::string>> values;
  for (int i = 1; i <= 20; ++i)
    values.emplace_back("天府科技云服务平台建设与运行维护（含省级专项转移支付资金）", std::to_string(i * 61) + ".25");
  const Drawing drawing = drawn(chart_of(ChartKind::bar, values));
  CHECK(filled(drawing).size() == 20);
  check_labels_apart(drawing);
}

TEST_CASE("a pie leaves zero slices out") {
  const Drawing drawing =
      drawn(chart_of(ChartKind::pie, {{"基本支出", "468.98"}, {"经营支出", "0"}, {"项目支出", "405.07"}}));
  CHECK(filled(drawing).size() == 2);
  CHECK_FALSE(has_text(drawing, "经营支出"));
  CHECK(has_text(drawing, "468.98万元，占0.19%"));
  check_labels_apart(drawing);
}

TEST_CASE("neighbouring slices of a pie, the last and the first too, are told apart without colours") {
  Diagnostics diagnostics;
  const auto gb9704 = DiskFiles().read(std::string(GONGKAI_HOME) + "/templates/shared/style/gb9704.yaml");
  REQUIRE(gb9704);
  for (const Style& style : {testing::report_style(), testing::styled(*gb9704, diagnostics)})
    for (std::size_t count = 2; count <= 12; ++count) {
      const std::vector<std::pair<std::string, std::string>> values(count, {"支出", "10.00"});
      const auto slices = filled(draw_chart(chart_of(ChartKind::pie, values), style.chart));
      REQUIRE(slices.size() == count);
      for (std::size_t i = 0; i < count; ++i)
        CHECK(contrast(slices[i].fill.text(), slices[(i + 1) % count].fill.text()) >= 150);
    }
}

TEST_CASE("a pie of one slice is a whole circle without a seam") {
  const Drawing drawing = drawn(chart_of(ChartKind::pie, {{"基本支出", "468.98"}, {"项目支出", "0"}}));
  const auto slices = filled(drawing);
  REQUIRE(slices.size() == 1);
  const auto& steps = slices[0].steps;
  const auto lines =
      std::count_if(steps.begin(), steps.end(), [](const PathStep& step) { return step.kind == PathStep::Kind::line; });
  CHECK(lines == 0);
  CHECK(steps.front().to.x == steps.at(steps.size() - 2).to.x);
  CHECK(steps.front().to.y == steps.at(steps.size() - 2).to.y);
}

TEST_CASE("slices close the circle: each begins where the one before ends") {
  const Drawing drawing = drawn(chart_of(ChartKind::pie, {{"甲", "1"}, {"乙", "1"}, {"丙", "1"}, {"丁", "4.01"}}));
  const auto slices = filled(drawing);
  REQUIRE(slices.size() == 4);
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const Point end = slices[i].steps.at(slices[i].steps.size() - 2).to;
    const Point begin = slices[(i + 1) % slices.size()].steps.at(1).to;
    CHECK(end.x == begin.x);
    CHECK(end.y == begin.y);
  }
}

TEST_CASE("labels of tiny slices are all there and apart, wherever the slices crowd") {
  for (int large = 0; large <= 12; large += 3) {
    std::vector<std::pair<std::string, std::string>> values;
    for (int i = 0; i < 12; ++i)
      values.emplace_back("文化旅游体育与传媒支出" + std::to_string(i), i == large ? "99999.99" : "0.02");
    const Drawing drawing = drawn(chart_of(ChartKind::pie, values));
    const auto labels = labels_of(drawing);
    CHECK(labels.size() >= 24);
    check_labels_apart(drawing);
  }
}

TEST_CASE("neighbouring slices never have one colour") {
  for (std::size_t count = 2; count <= 20; ++count) {
    std::vector<std::pair<std::string, std::string>> values(count, {"支出", "10.00"});
    const auto slices = filled(drawn(chart_of(ChartKind::pie, values)));
    REQUIRE(slices.size() == count);
    for (std::size_t i = 0; i < count; ++i) CHECK(slices[i].fill != slices[(i + 1) % count].fill);
  }
}

TEST_CASE("a structure with a negative part is drawn as bars") {
  const Drawing drawing = drawn(chart_of(ChartKind::pie, {{"甲", "-1.00"}, {"乙", "3.00"}}));
  CHECK(has_text(drawing, "单位：万元"));
  CHECK(filled(drawing).size() == 2);
}

TEST_CASE("nothing is drawn of zeros, of no values, of too many and of endless names") {
  CHECK(drawn(chart_of(ChartKind::bar, {{"甲", "0"}, {"乙", "0.00"}})).width == 0);
  CHECK(drawn(chart_of(ChartKind::pie, {})).width == 0);
  std::vector<std::pair<std::string, std::string>> values(1000, {"支出", "10.00"});
  CHECK(drawn(chart_of(ChartKind::pie, values)).width == 0);
  CHECK(drawn(chart_of(ChartKind::pie, {{std::string(300, 'x'), "1"}, {"乙", "2"}})).width == 0);
}

TEST_CASE("the largest and the smallest figures can be drawn") {
  const Drawing drawing = drawn(chart_of(ChartKind::bar, {{"甲", "9999999999999.99"}, {"乙", "0.01"}}));
  CHECK(drawing.width > 0);
  check_labels_apart(drawing);
}

TEST_CASE("labels wrap between words, not inside numbers and not before closing punctuation") {
  CHECK(wrap_label("一般公共预算财政拨款收入", 10'000, 110'000) ==
        std::vector<std::string>{"一般公共预算", "财政拨款收入"});
  CHECK(wrap_label("基本支出", 10'000, 110'000) == std::vector<std::string>{"基本支出"});
  CHECK(wrap_label("支出（含经费）", 10'000, 40'000) == std::vector<std::string>{"支出（含", "经费）"});
  CHECK(wrap_label("支出决（含经费）", 10'000, 40'000) == std::vector<std::string>{"支出决", "（含", "经费）"});
  CHECK(wrap_label("国有资本经营预算财政拨款收入", 10'000, 110'000) ==
        std::vector<std::string>{"国有资本经营", "预算财政拨款收入"});
  CHECK(wrap_label("0.01万元，占比不足0.01%", 10'000, 80'000) ==
        std::vector<std::string>{"0.01万元，", "占比不足0.01%"});
  CHECK(wrap_label("共1234567.89万元", 10'000, 70'000) == std::vector<std::string>{"共", "1234567.89", "万元"});
  CHECK(wrap_label("", 10'000, 60'000) == std::vector<std::string>{""});
}
