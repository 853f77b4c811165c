#include "Support.hpp"

#include <stdexcept>
#include <exception>
#include <new>

struct cx_error {
    cx_error_code code;
    std::string type;
    std::string message;
    std::string context;
    std::string system;
};

namespace {

/// Says that memory ran out while no memory is left to say it with; never freed.
cx_error &out_of_memory() noexcept {
    // All texts fit into the strings themselves, so that nothing is allocated.
    static cx_error error{CX_OUT_OF_MEMORY, "std::bad_alloc", "out of memory", "", ""};
    return error;
}

cx_error *_Nonnull make(cx_error_code code, const char *_Nonnull type, const char *_Nonnull message) noexcept {
    try {
        return new cx_error{code, type, message, "", ""};
    } catch (...) {
        return &out_of_memory();
    }
}

cx_error *_Nonnull make(cx_error_code code, const Xapian::Error &error) noexcept {
    try {
        const char *system = error.get_error_string();
        return new cx_error{
            code, error.get_type(), error.get_msg(), error.get_context(), system == nullptr ? "" : system};
    } catch (...) {
        return &out_of_memory();
    }
}

}  // namespace

// Xapian's classes, the most derived before their bases: the order in which they are caught.
#define FOR_EACH_XAPIAN_ERROR(DO)                       \
    DO(DatabaseVersionError, CX_DATABASE_VERSION)       \
    DO(DatabaseNotFoundError, CX_DATABASE_NOT_FOUND)    \
    DO(DatabaseOpeningError, CX_DATABASE_OPENING)       \
    DO(DatabaseCorruptError, CX_DATABASE_CORRUPT)       \
    DO(DatabaseCreateError, CX_DATABASE_CREATE)         \
    DO(DatabaseLockError, CX_DATABASE_LOCKED)           \
    DO(DatabaseModifiedError, CX_DATABASE_MODIFIED)     \
    DO(DatabaseClosedError, CX_DATABASE_CLOSED)         \
    DO(DatabaseError, CX_DATABASE)                      \
    DO(NetworkTimeoutError, CX_NETWORK_TIMEOUT)         \
    DO(NetworkError, CX_NETWORK)                        \
    DO(DocNotFoundError, CX_DOCUMENT_NOT_FOUND)         \
    DO(FeatureUnavailableError, CX_FEATURE_UNAVAILABLE) \
    DO(InternalError, CX_INTERNAL)                      \
    DO(QueryParserError, CX_QUERY_PARSER)               \
    DO(SerialisationError, CX_SERIALISATION)            \
    DO(RangeError, CX_RANGE)                            \
    DO(WildcardError, CX_WILDCARD_LIMIT)                \
    DO(AssertionError, CX_ASSERTION)                    \
    DO(InvalidArgumentError, CX_INVALID_ARGUMENT)       \
    DO(InvalidOperationError, CX_INVALID_OPERATION)     \
    DO(UnimplementedError, CX_UNIMPLEMENTED)

cx_error *_Nonnull translate_current_exception() noexcept {
#define CATCH(CLASS, CODE)                  \
    catch (const Xapian::CLASS &error) {    \
        return make(CODE, error);           \
    }
    try {
        throw;
    }
    FOR_EACH_XAPIAN_ERROR(CATCH)
    catch (const Xapian::Error &error) {
        return make(CX_UNKNOWN_XAPIAN, error);
    } catch (const std::bad_alloc &) {
        return &out_of_memory();
    } catch (const std::exception &error) {
        return make(CX_CXX_EXCEPTION, "std::exception", error.what());
    } catch (...) {
        return make(CX_UNKNOWN, "unknown", "something was thrown that is not an exception");
    }
#undef CATCH
}

cx_error_view cx_error_read(const cx_error *_Nonnull error) noexcept {
    return {error->code, to_bytes(error->type), to_bytes(error->message), to_bytes(error->context),
            to_bytes(error->system)};
}

void cx_error_free(cx_error *_Nullable error) noexcept {
    if (error != &out_of_memory()) delete error;
}

cx_error *_Nullable cx_testing_throw(cx_error_code code) noexcept {
    /// A class of Xapian's that no release has.
    struct NewError : Xapian::RuntimeError {
        NewError() : RuntimeError("thrown", "", "\x03NewError", 0) {}
    };
    return guarded([&] {
#define THROW(CLASS, CODE) \
    case CODE:             \
        throw Xapian::CLASS("thrown", "context", 2);
        switch (code) {
            FOR_EACH_XAPIAN_ERROR(THROW)
            case CX_UNKNOWN_XAPIAN:
                throw NewError();
            case CX_OUT_OF_MEMORY:
                throw std::bad_alloc();
            case CX_CXX_EXCEPTION:
                throw std::runtime_error("thrown");
            case CX_UNKNOWN:
                throw 42;
        }
#undef THROW
        throw 42;
    });
}
