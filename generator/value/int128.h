#pragma once
// The compiler's 128-bit integer under a name that -Wpedantic accepts.

namespace gongkai {
__extension__ typedef __int128 Int128;            // NOLINT(modernize-use-using): __extension__ needs typedef
__extension__ typedef unsigned __int128 UInt128;  // NOLINT(modernize-use-using)
}  // namespace gongkai
