#ifndef CGLASS_OUTPUTFILE_HPP
#define CGLASS_OUTPUTFILE_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace glass {

/// A new file that is written from its beginning to its end. Every failure throws, a full disk among them.
class OutputFile {
public:
    explicit OutputFile(std::string path);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// Bytes that are appended here are written some time later; to be followed by `settle`.
    std::string buffer;

    /// Writes the buffer once it has grown.
    void settle() {
        if (buffer.size() >= most_buffered) flush();
    }

    void append(std::string_view bytes) {
        buffer += bytes;
        settle();
    }

    /// How many bytes the file has, those in the buffer among them.
    uint64_t size() const { return written + buffer.size(); }

    /// Writes what is left and closes the file; what is `durable` is on the disk then.
    void close(bool durable);

private:
    static constexpr size_t most_buffered = 1 << 18;

    void flush();

    const std::string path;
    int file;
    uint64_t written = 0;
};

/// Brings the entries of a folder to the disk.
void sync_folder(const std::string &path);

}  // namespace glass

#endif
