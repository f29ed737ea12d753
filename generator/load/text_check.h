#pragma once
// What no text of ours may hold, whatever its format: bytes that are not UTF-8, control
// characters, characters nobody can see. Read first, so that every later step may rely on it.

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace gongkai {

/// Every place of a source must fit into a Span, and a data file is never this large.
inline constexpr std::size_t largest_text = 64U << 20U;

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reports the first fault under `family` ("YAML" or "JSON"; codes 01 to 05 and 08, see reader.h).
[[nodiscard]] bool check_text(std::string_view text, SourceId source, const std::string& family,
                              Diagnostics& diagnostics);

/// The same for a scalar after its escapes were resolved ("\u0000", "\x07"); `span` is the whole scalar.
[[nodiscard]] bool check_decoded(std::string_view text, Span span, const std::string& family, Diagnostics& diagnostics);

/// "U+3000", for messages.
[[nodiscard]] std::string code_point_name(char32_t code_point);

}  // namespace gongkai
