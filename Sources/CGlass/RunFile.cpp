#include "RunFile.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "Failure.hpp"

namespace glass {

namespace {

/// What stands at the end of a whole file: where the sections begin, and this.
constexpr uint64_t mark = 0x317265746972776Bull;

}  // namespace

void ReadyRecord::put(std::string &out, std::string_view key, std::string_view bytes, bool is_packed) {
    put_string(out, key);
    out += is_packed ? '\1' : '\0';
    put_string(out, bytes);
}

ReadyRecord ReadyRecord::read(Reader &reader) {
    const std::string_view key = reader.string();
    const bool is_packed = reader.bytes(1)[0] != 0;
    return {key, reader.string(), is_packed};
}

void Record::put_head(std::string &out, size_t size) const {
    put_string(out, key);
    put_number(out, documents);
    put_number(out, occurrences);
    put_number(out, first);
    put_number(out, last);
    put_number(out, size);
}

void Record::put(std::string &out) const {
    put_head(out, bytes.size());
    out += bytes;
}

void Record::read_rest(Reader &reader) {
    documents = static_cast<uint32_t>(reader.number());
    occurrences = reader.number();
    first = static_cast<uint32_t>(reader.number());
    last = static_cast<uint32_t>(reader.number());
    bytes = reader.string();
}

OutputFile &RunOutput::begin(Section section) {
    starts[static_cast<unsigned>(section)] = file.size();
    return file;
}

void RunOutput::close() {
    file.buffer.append(reinterpret_cast<const char *>(starts.data()), sizeof starts);
    file.buffer.append(reinterpret_cast<const char *>(&mark), sizeof mark);
    file.close(false);
}

RunFile::RunFile(const std::string &path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail_with_errno("Cannot open " + path);
    struct stat status;
    void *mapped = MAP_FAILED;
    if (::fstat(file, &status) == 0 && status.st_size > 0) {
        size = static_cast<size_t>(status.st_size);
        mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    }
    const int reason = errno;
    ::close(file);
    errno = reason;
    if (mapped == MAP_FAILED) fail_with_errno("Cannot read " + path);
    start = static_cast<char *>(mapped);
    constexpr size_t tail = section_count * sizeof(uint64_t) + sizeof mark;
    uint64_t found = 0;
    if (size >= tail) {
        std::memcpy(&found, start + size - sizeof mark, sizeof mark);
        std::memcpy(bounds.data(), start + size - tail, section_count * sizeof(uint64_t));
        bounds[section_count] = size - tail;
    }
    bool is_whole = found == mark;
    for (size_t at = 0; at < section_count; ++at) is_whole = is_whole && bounds[at] <= bounds[at + 1];
    if (!is_whole) {
        ::munmap(start, size);
        throw Failure(CG_DAMAGED, "The file of a run is damaged: " + path);
    }
}

RunFile::~RunFile() { ::munmap(start, size); }

std::string_view RunFile::section(Section section) const {
    const auto at = static_cast<unsigned>(section);
    return {start + bounds[at], bounds[at + 1] - bounds[at]};
}

}  // namespace glass
