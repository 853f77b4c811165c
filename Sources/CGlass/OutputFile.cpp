#include "OutputFile.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "Failure.hpp"

namespace glass {

OutputFile::OutputFile(std::string path)
    : path(std::move(path)), file(::open(this->path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (file < 0) fail_with_errno("Cannot make " + this->path);
}

OutputFile::~OutputFile() {
    if (file >= 0) ::close(file);
}

void OutputFile::flush() {
    const char *next = buffer.data();
    size_t left = buffer.size();
    while (left > 0) {
        const ssize_t count = ::write(file, next, left);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_with_errno("Cannot write " + path);
        next += count;
        left -= static_cast<size_t>(count);
    }
    written += buffer.size();
    buffer.clear();
}

void OutputFile::close(bool durable) {
    flush();
    if (durable && ::fsync(file) != 0) fail_with_errno("Cannot bring to the disk " + path);
    const int closed = ::close(file);
    file = -1;
    if (closed != 0 && errno != EINTR) fail_with_errno("Cannot close " + path);
}

void sync_folder(const std::string &path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) fail_with_errno("Cannot open " + path);
    const int synced = ::fsync(folder);
    const int reason = errno;
    ::close(folder);
    errno = reason;
    // Some file systems cannot bring a folder to the disk, and need not be told.
    if (synced != 0 && reason != EINVAL) fail_with_errno("Cannot bring to the disk " + path);
}

}  // namespace glass
