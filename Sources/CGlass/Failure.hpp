#ifndef CGLASS_FAILURE_HPP
#define CGLASS_FAILURE_HPP

#include <exception>
#include <string>

#include "cglass.h"

namespace glass {

/// What is thrown inside this target.
class Failure : public std::exception {
public:
    Failure(cg_code code, std::string message, int system = 0)
        : code(code), system(system), message(std::move(message)) {}
    const char *what() const noexcept override { return message.c_str(); }

    const cg_code code;
    const int system;

private:
    const std::string message;
};

/// Throws an input or output failure with the present `errno`.
[[noreturn]] void fail_with_errno(const std::string &what);

/// Describes the exception that is being handled.
cg_code describe_current(cg_failure &failure) noexcept;

/// Calls `body` and turns whatever it throws into a code and a description.
template <typename Body>
cg_code guarded(cg_failure &failure, Body &&body) noexcept {
    failure.code = CG_OK;
    failure.system = 0;
    failure.message[0] = 0;
    try {
        body();
        return CG_OK;
    } catch (...) {
        return describe_current(failure);
    }
}

}  // namespace glass

#endif
