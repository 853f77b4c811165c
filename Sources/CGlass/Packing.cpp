#include "Packing.hpp"

#include "Failure.hpp"

namespace glass {

void put_ordered(std::string &out, uint32_t number) {
    // The number of leading one bits in the first byte tells the length; 15 bits take two bytes, and each byte more
    // gives seven bits more.
    if (number < 0x8000) {
        out += static_cast<char>(number >> 8);
        out += static_cast<char>(number);
        return;
    }
    unsigned length = 3;
    while (length < 5 && number >> (7 * length + 1)) ++length;
    const unsigned marker = 0xFFu & ~((1u << (10 - length)) - 1);
    const unsigned first = length == 5 ? 0 : number >> (8 * (length - 1));
    out += static_cast<char>(marker | first);
    for (unsigned byte = length - 1; byte > 0; --byte) out += static_cast<char>(number >> (8 * (byte - 1)));
}

void Reader::fail() { throw Failure(CG_DAMAGED, "The file of a run is damaged"); }

}  // namespace glass
