#pragma once
// Why a text is no JSON. The parser says only how far it came, in English; this walks the
// text once more, when it has failed, and names the slip at its place.

#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace gongkai {

/// Reports one of JSON-10 to JSON-14 (reader.h).
void report_json_slip(std::string_view text, SourceId source, Diagnostics& diagnostics);

}  // namespace gongkai
