#ifndef CGLASS_DEFLATER_HPP
#define CGLASS_DEFLATER_HPP

#include <string>
#include <string_view>

#include <zlib.h>

namespace glass {

/// Packs entries of tables with raw deflate (RFC 1951), where that makes them smaller.
class Deflater {
public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// Entries of up to so many bytes are never packed; the format says so for each table.
    static constexpr size_t least_size = 18;

    /// Packs `bytes` into `packed()`; `false` where that makes them no smaller.
    bool pack(std::string_view bytes);
    std::string_view packed() const { return {buffer.data(), size}; }

private:
    z_stream stream{};
    std::string buffer;
    size_t size = 0;
};

}  // namespace glass

#endif
