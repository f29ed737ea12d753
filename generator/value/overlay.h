#pragma once
// Layers of values: a profile over the one it extends, a report over what its folders share.

#include <cstdint>

#include "value/value.h"

namespace gongkai {

/// What a key without value (~) does in the lower layer: it removes the upper layer's, as in
/// RFC 7396, or counts as not written: a form's line left empty.
enum class Blank : std::uint8_t { removes, counts_not };

/// `upper` with the keys of `lower` over it: mappings key by key at every depth, anything
/// else (lists too) whole. Each value keeps the span of the layer that set it.
[[nodiscard]] Value overlay(const Value& upper, const Value& lower, Blank blank = Blank::removes);

}  // namespace gongkai
