#ifndef CGLASS_BATCH_HPP
#define CGLASS_BATCH_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cglass.h"

namespace glass {

inline std::string_view view(cg_bytes bytes) {
    return {reinterpret_cast<const char *>(bytes.start), bytes.count};
}

/// The documents and metadata of a run as they were given, copied one after the other until the run is inverted.
class Batch {
public:
    /// A list of terms of a document; what belongs to it begins at these places of the batch's arrays.
    struct List {
        size_t count;
        size_t bytes;
        size_t terms;
        size_t positions;
    };

    /// A value of a document.
    struct Value {
        uint32_t slot;
        /// Which one it is of those that were given.
        size_t number;
        std::string_view bytes;
    };

    struct Document {
        size_t first_list;
        size_t list_count;
        size_t first_value;
        size_t value_count;
        /// Where the bytes of the values begin, and those of the data.
        size_t value_bytes;
        size_t data;
        size_t data_size;
    };

    struct Entry {
        std::string key;
        std::string value;
    };

    /// Adds a document; throws `CG_INVALID_ARGUMENT`, and adds nothing, where it is not in order.
    void add(const cg_document &document);

    /// Adds a metadata entry.
    void add(std::string_view key, std::string_view value);

    /// About the bytes that it takes in memory.
    size_t size() const;
    bool is_empty() const { return documents.empty() && metadata.empty(); }

    /// The values of a document by their slots, each slot once, none of them empty.
    void values(const Document &document, std::vector<Value> &out) const;

    std::vector<Document> documents;
    std::vector<List> lists;
    /// All bytes: of terms, values and data.
    std::string bytes;
    // An element for each term.
    std::vector<uint32_t> ends;
    std::vector<uint32_t> frequencies;
    std::vector<uint32_t> position_ends;
    std::vector<uint32_t> positions;
    // An element for each value.
    std::vector<uint32_t> slots;
    std::vector<uint32_t> value_ends;
    std::vector<Entry> metadata;

private:
    size_t metadata_size = 0;
};

}  // namespace glass

#endif
