#pragma once
// The fonts of a run: which face a text of each role is set in, and which one stands in
// for characters it lacks. Opened once (fonts/fonts.yaml), then only read, from any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "document/style.h"
#include "layout/font.h"
#include "value/value.h"

namespace gongkai {

inline constexpr std::size_t font_role_count = font_role_names.size();
[[nodiscard]] std::string_view role_name(FontRole role);  // as in the manifest

/// What a character becomes in a role.
struct Glyph {
  std::uint16_t font = 0;  // index into the FontSet
  GlyphId glyph = 0;
  std::int32_t advance = 0;  // 1/1000 em
  bool found = false;        // false: no font of the role has it; the role's own .notdef
};

class FontSet {
 public:
  /// From the manifest as read, a record of role → font(s); 后备 is tried after each role's own.
  /// A font is a file name or {文件, 序号} (序号 from 0, for collections) or a list of them,
  /// tried in order; a relative name is below `folder`. A file named twice is opened once.
  /// nullopt after errors: FONT-01 the manifest is wrong, FONT-02 no such file, FONT-04 … 06.
  [[nodiscard]] static std::optional<FontSet> open(const Value& manifest, const std::string& folder, const Files& files,
                                                   Diagnostics& diagnostics);

  [[nodiscard]] std::size_t count() const { return fonts_.size(); }
  [[nodiscard]] const Font& font(std::uint16_t index) const { return fonts_[index]; }

  [[nodiscard]] Glyph glyph(FontRole role, char32_t character) const;
  /// Of the role's first font: above and below the base line, both ≥ 0. Together one em in
  /// most Chinese fonts.
  [[nodiscard]] Length ascent(FontRole role, Length size) const;
  [[nodiscard]] Length descent(FontRole role, Length size) const;
  [[nodiscard]] Length cap_height(FontRole role, Length size) const;

  /// Fonts tried for a role, in order; never empty.
  [[nodiscard]] const std::vector<std::uint16_t>& chain(FontRole role) const {
    return chains_[static_cast<std::size_t>(role)];
  }

 private:
  FontSet() = default;
  std::vector<Font> fonts_;
  std::array<std::vector<std::uint16_t>, font_role_count> chains_;
};

/// `advance` of 1/1000 em at `size`, rounded half up.
[[nodiscard]] Length at_size(std::int32_t advance, Length size);

/// Checks that every character of `text` can be drawn in `role`; line ends don't count.
/// Else one error FONT-07 for each character (once a text), naming it, the words
/// around it, the role and its fonts, at `where`.
bool check_coverage(std::string_view text, FontRole role, Span where, const FontSet& fonts, Diagnostics& diagnostics);

}  // namespace gongkai
