#pragma once
// Streams deflated by libdeflate (RFC 1950, as /FlateDecode wants them).

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace gongkai {

class Deflater {
 public:
  Deflater();
  /// The bytes deflated; valid until the next call.
  [[nodiscard]] std::string_view deflate(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

}  // namespace gongkai
