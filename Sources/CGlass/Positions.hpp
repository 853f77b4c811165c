#ifndef CGLASS_POSITIONS_HPP
#define CGLASS_POSITIONS_HPP

#include <cstddef>
#include <cstdint>
#include <string>

namespace glass {

/// Appends the positions of a term in a document, ascending and each once: the last one as a number, then in bits the
/// first one, how many there are, and the ones between by interpolative coding (A. Moffat and L. Stuiver, 2000).
///
/// - Parameter count: at least 1.
void put_positions(std::string &out, const uint32_t *positions, size_t count);

}  // namespace glass

#endif
