#include "Failure.hpp"

#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>

namespace glass {

void fail_with_errno(const std::string &what) {
    const int system = errno;
    throw Failure(CG_INPUT_OUTPUT, what, system);
}

static cg_code describe(cg_failure &failure, cg_code code, int system, const char *message) noexcept {
    failure.code = code;
    failure.system = system;
    std::snprintf(failure.message, sizeof failure.message, "%s", message);
    return code;
}

cg_code describe_current(cg_failure &failure) noexcept {
    try {
        throw;
    } catch (const Failure &thrown) {
        const std::string reason = thrown.system == 0 ? "" : ": " + std::generic_category().message(thrown.system);
        return describe(failure, thrown.code, thrown.system, (thrown.what() + reason).c_str());
    } catch (const std::bad_alloc &) {
        return describe(failure, CG_OUT_OF_MEMORY, 0, "There is no memory left");
    } catch (const std::system_error &thrown) {
        // A thread that could not be started.
        return describe(failure, CG_UNKNOWN, thrown.code().value(), thrown.what());
    } catch (const std::exception &thrown) {
        return describe(failure, CG_UNKNOWN, 0, thrown.what());
    } catch (...) {
        return describe(failure, CG_UNKNOWN, 0, "Something was thrown that is no exception class");
    }
}

}  // namespace glass
