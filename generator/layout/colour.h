#pragma once
// A colour of ink. Pages hold hundreds of thousands of them, so it is a number, not a text.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai {

class Colour {
 public:
  /// None: nothing is filled or stroked.
  Colour() = default;
  /// "#rrggbb"; "" is none. Any other text is black.
  template <std::convertible_to<std::string_view> Text>
  Colour(const Text& text) : rgb_(read(text)) {}

  [[nodiscard]] bool is_none() const { return rgb_ == none; }
  /// As it was given; "" for none.
  [[nodiscard]] std::string text() const;
  /// Red, green and blue in this order, each 0 to 255; 0 for none.
  [[nodiscard]] int part(int index) const { return static_cast<int>((rgb_ >> (16 - 8 * index)) & 0xFF); }
  bool operator==(const Colour&) const = default;

 private:
  static constexpr std::uint32_t none = 1U << 24;
  static std::uint32_t read(std::string_view text);

  std::uint32_t rgb_ = none;
};

}  // namespace gongkai
