#include "write/pdf_stream.h"

#include <libdeflate.h>

#include <new>

namespace gongkai {
namespace {

constexpr int level = 5;  // 6 saves 1 % and takes a tenth longer (a third for tags), 4 adds 2 %

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::deflate(std::string_view bytes) {
  const std::size_t most = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
  if (buffer_.size() < most) buffer_.resize(most);
  const std::size_t used =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), buffer_.data(), buffer_.size());
  return std::string_view(buffer_).substr(0, used);
}

}  // namespace gongkai
