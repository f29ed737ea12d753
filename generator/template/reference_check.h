#pragma once
// Names, functions and filters that a profile's texts use, checked before any data is read:
// a slip in a branch that today's data never takes is found too.

#include "base/diagnostic.h"
#include "template/parsed.h"

namespace gongkai {

/// Names made by set and for count as known everywhere: which of them reach where is only
/// known when the text is filled. Nothing is checked for a profile without schema, or
/// with gaps among its names.
void check_template_names(const Profile& profile, const Templates::Parsed& parsed, Diagnostics& diagnostics);

}  // namespace gongkai
