#include "Support.hpp"

cx_list_view cx_list_read(const cx_list *_Nonnull list) noexcept {
    return {reinterpret_cast<const uint8_t *>(list->bytes.data()), list->ends.data(), list->ends.size(),
            list->numbers.data(), list->numbers.size()};
}

void cx_list_free(cx_list *_Nullable list) noexcept {
    delete list;
}
