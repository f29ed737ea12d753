#include "write/svg.h"

#include "write/escape.h"

namespace gongkai {

namespace {

constexpr std::string_view font_stack =
    "'Noto Sans SC','Source Han Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei','Heiti SC',"
    "'SimHei',sans-serif";

// 12345 → 12.345, 12000 → 12: points are the unit of the picture.
void append_length(std::string& out, Length length) {
  std::int64_t rest = length;
  if (rest < 0) {
    out += '-';
    rest = -rest;
  }
  out += std::to_string(rest / 1000);
  std::string thousandths = std::to_string(1000 + rest % 1000).substr(1);
  while (!thousandths.empty() && thousandths.back() == '0') thousandths.pop_back();
  if (!thousandths.empty()) out += '.' + thousandths;
}

void append_point(std::string& out, Point point) {
  append_length(out, point.x);
  out += ' ';
  append_length(out, point.y);
}

void append_step(std::string& out, const PathStep& step) {
  switch (step.kind) {
    case PathStep::Kind::move:
      out += 'M';
      append_point(out, step.to);
      return;
    case PathStep::Kind::line:
      out += 'L';
      append_point(out, step.to);
      return;
    case PathStep::Kind::curve:
      out += 'C';
      append_point(out, step.control1);
      out += ' ';
      append_point(out, step.control2);
      out += ' ';
      append_point(out, step.to);
      return;
    case PathStep::Kind::close: out += 'Z'; return;
  }
}

std::string length_text(Length length) {
  std::string out;
  append_length(out, length);
  return out;
}

/// How something looks. In a file of its own attributes say it; in a web page they would yield to any rule
/// the page has for <text> or *, so style="…" does.
class Looks {
 public:
  Looks(std::string& out, bool inside_page) : out_(out), inside_page_(inside_page) {
    if (inside_page_) out_ += " style=\"";
  }
  ~Looks() {
    if (inside_page_) out_ += '"';
  }
  Looks(const Looks&) = delete;
  Looks& operator=(const Looks&) = delete;

  void add(std::string_view name, std::string_view value, std::string_view unit = {}) {
    if (!inside_page_) {
      out_.append(" ").append(name).append("=\"").append(value).append("\"");
      return;
    }
    if (out_.back() != '"') out_ += ';';
    out_.append(name).append(":").append(value).append(unit);
  }

 private:
  std::string& out_;
  bool inside_page_;
};

void append_item(std::string& out, const Shape& shape, bool inside_page) {
  out += "<path d=\"";
  for (const PathStep& step : shape.steps) append_step(out, step);
  out += '"';
  {
    Looks looks(out, inside_page);
    looks.add("fill", shape.fill.is_none() ? "none" : shape.fill.text());
    if (!shape.stroke.is_none()) {
      looks.add("stroke", shape.stroke.text());
      looks.add("stroke-width", length_text(shape.stroke_width));
    }
  }
  out += "/>\n";
}

std::string_view anchor_name(Label::Anchor anchor) {
  switch (anchor) {
    case Label::Anchor::start: return "start";
    case Label::Anchor::middle: return "middle";
    case Label::Anchor::end: return "end";
  }
  return "start";
}

void append_item(std::string& out, const Label& label, OriginText* origins) {
  out += "<text x=\"";
  append_length(out, label.at.x);
  out += "\" y=\"";
  append_length(out, label.at.y);
  out += '"';
  {
    Looks looks(out, origins != nullptr);
    looks.add("font-size", length_text(label.size), "px");
    if (label.anchor != Label::Anchor::start) looks.add("text-anchor", anchor_name(label.anchor));
    if (label.strong) looks.add("font-weight", "600");
  }
  if (origins != nullptr && label.origin != 0) {
    out += " data-origin=\"";
    append_escaped(out, origins->of(label.origin));
    out += '"';
  }
  out += '>';
  append_escaped(out, label.text);
  out += "</text>\n";
}

void append_items(std::string& out, const Drawing& drawing, OriginText* origins) {
  for (const DrawingItem& item : drawing.items) {
    if (const auto* shape = std::get_if<Shape>(&item)) append_item(out, *shape, origins != nullptr);
    if (const auto* label = std::get_if<Label>(&item)) append_item(out, *label, origins);
  }
}

// Attributes that both forms share: the frame and the face of all texts.
void append_frame(std::string& out, const Drawing& drawing, bool inside_page) {
  out += " viewBox=\"0 0 ";
  append_point(out, {drawing.width, drawing.height});
  out += "\" width=\"";
  append_length(out, drawing.width);
  out += "pt\" height=\"";
  append_length(out, drawing.height);
  out += "pt\" role=\"img\"";
  Looks looks(out, inside_page);
  looks.add("font-family", font_stack);
  looks.add("fill", drawing.ink.text());
}

void append_named(std::string& out, const SvgFrame& frame, std::string_view id) {
  const std::string name(id);
  out += " aria-labelledby=\"" + name + "-name " + name + "-text\">\n<title id=\"" + name + "-name\">";
  append_escaped(out, frame.title);
  out += "</title>\n<desc id=\"" + name + "-text\">";
  append_escaped(out, frame.description);
  out += "</desc>\n";
}

}  // namespace

std::string svg_file(const Drawing& drawing, const SvgFrame& frame) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"zh-CN\"";
  append_frame(out, drawing, false);
  append_named(out, frame, "chart");
  out += "<rect width=\"100%\" height=\"100%\" fill=\"" + drawing.ground.text() + "\"/>\n";
  append_items(out, drawing, nullptr);
  out += "</svg>\n";
  return out;
}

void append_inline_svg(std::string& out, const Drawing& drawing, const SvgFrame& frame, std::string_view id,
                       OriginText& origins) {
  out += "<svg";
  append_frame(out, drawing, true);
  append_named(out, frame, id);
  append_items(out, drawing, &origins);
  out += "</svg>\n";
}

}  // namespace gongkai
