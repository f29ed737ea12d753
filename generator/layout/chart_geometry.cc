#include "layout/chart_geometry.h"

#include <array>
#include <utility>

namespace gongkai {

namespace {

constexpr std::int64_t unit = 1'000'000;

// sin of 0°, 1°, … 90°, times `unit`. Linear between them: off by less than 4/100,000, at
// the radius of our pies a 300th of a point.
constexpr std::array<std::int64_t, 91> sines = {
    0,      17452,  34899,  52336,  69756,  87156,  104528, 121869, 139173, 156434, 173648, 190809, 207912,
    224951, 241922, 258819, 275637, 292372, 309017, 325568, 342020, 358368, 374607, 390731, 406737, 422618,
    438371, 453990, 469472, 484810, 500000, 515038, 529919, 544639, 559193, 573576, 587785, 601815, 615661,
    629320, 642788, 656059, 669131, 681998, 694658, 707107, 719340, 731354, 743145, 754710, 766044, 777146,
    788011, 798636, 809017, 819152, 829038, 838671, 848048, 857167, 866025, 874620, 882948, 891007, 898794,
    906308, 913545, 920505, 927184, 933580, 939693, 945519, 951057, 956305, 961262, 965926, 970296, 974370,
    978148, 981627, 984808, 987688, 990268, 992546, 994522, 996195, 997564, 998630, 999391, 999848, 1000000};

constexpr std::int64_t divide_rounded(std::int64_t number, std::int64_t divisor) {
  const std::int64_t half = divisor / 2;
  return (number >= 0 ? number + half : number - half) / divisor;
}

std::int64_t first_quarter(Angle angle) {
  const auto degree = static_cast<std::size_t>(angle / 100);
  const std::int64_t rest = angle % 100;
  if (rest == 0) return sines.at(degree);
  return sines.at(degree) + divide_rounded((sines.at(degree + 1) - sines.at(degree)) * rest, 100);
}

std::int64_t unit_sine(Angle angle) {
  constexpr Angle quarter = full_turn / 4;
  const Angle turned = ((angle % full_turn) + full_turn) % full_turn;
  if (turned <= quarter) return first_quarter(turned);
  if (turned <= 2 * quarter) return first_quarter(2 * quarter - turned);
  if (turned <= 3 * quarter) return -first_quarter(turned - 2 * quarter);
  return -first_quarter(full_turn - turned);
}

// One Bézier curve for at most 45°: off the circle by less than a millionth of the radius.
void append_curve(std::vector<PathStep>& steps, Point centre, Length radius, Angle from, Angle to) {
  // Handles are 4/3 · tan(θ/4) of the radius long and stand along the tangent.
  const Angle quarter = (to - from) / 4;
  const std::int64_t handle = divide_rounded(4 * unit_sine(quarter) * radius, 3 * unit_sine(full_turn / 4 - quarter));
  const auto length = static_cast<Length>(handle);
  const Point start = on_circle(centre, radius, from);
  PathStep step;
  step.kind = PathStep::Kind::curve;
  step.to = on_circle(centre, radius, to);
  step.control1 = {start.x + cosine(from, length), start.y + sine(from, length)};
  step.control2 = {step.to.x - cosine(to, length), step.to.y - sine(to, length)};
  steps.push_back(step);
}

}  // namespace

Length sine(Angle angle, Length radius) { return static_cast<Length>(divide_rounded(unit_sine(angle) * radius, unit)); }

Length cosine(Angle angle, Length radius) { return sine(angle + full_turn / 4, radius); }

Point on_circle(Point centre, Length radius, Angle angle) {
  return {centre.x + sine(angle, radius), centre.y - cosine(angle, radius)};
}

void append_arc(std::vector<PathStep>& steps, Point centre, Length radius, Angle from, Angle to) {
  constexpr Angle most = 4500;
  const Angle pieces = (to - from + most - 1) / most;
  for (Angle piece = 0; piece < pieces; ++piece) {
    const Angle begin = from + static_cast<Angle>(std::int64_t{to - from} * piece / pieces);
    const Angle end = from + static_cast<Angle>(std::int64_t{to - from} * (piece + 1) / pieces);
    append_curve(steps, centre, radius, begin, end);
  }
}

PathStep move_to(Point point) { return {PathStep::Kind::move, point, {}, {}}; }
PathStep line_to(Point point) { return {PathStep::Kind::line, point, {}, {}}; }
PathStep close_path() { return {PathStep::Kind::close, {}, {}, {}}; }

Shape rectangle(Point top_left, Length width, Length height, std::string fill) {
  Shape shape;
  const Point far = {top_left.x + width, top_left.y + height};
  shape.steps = {move_to(top_left), line_to({far.x, top_left.y}), line_to(far), line_to({top_left.x, far.y}),
                 close_path()};
  shape.fill = std::move(fill);
  return shape;
}

Shape polyline(std::vector<Point> points, std::string stroke, Length width) {
  Shape shape;
  for (const Point& point : points) shape.steps.push_back(shape.steps.empty() ? move_to(point) : line_to(point));
  shape.stroke = std::move(stroke);
  shape.stroke_width = width;
  return shape;
}

std::int32_t proportion(const Rational& part, const Rational& whole, std::int32_t extent) {
  const auto share = Rational::divide(part, whole);
  if (!share) return 0;
  const auto scaled = Rational::multiply(*share, Rational(extent));
  if (!scaled) return 0;
  const auto rounded = scaled->round(0);
  return rounded ? static_cast<std::int32_t>(rounded->coefficient()) : 0;
}

}  // namespace gongkai
