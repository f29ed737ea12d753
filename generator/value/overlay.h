#pragma once
// Layers of values: a profile over the one it extends, a report over what its folders share.

#include "value/value.h"

namespace gongkai {

/// `upper` with the keys of `lower` over it: mappings key by key at every depth, anything
/// else (lists too) whole. Each value keeps the span of the layer that set it.
[[nodiscard]] Value overlay(const Value& upper, const Value& lower);

}  // namespace gongkai
