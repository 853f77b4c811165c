import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Ends the program with a message on standard error.
func fail(_ message: String, status: Int32) -> Never {
    let line = "compile-vocabulary: error: \(message)\n"
    // Through the descriptor: `stderr` is a shared variable that Swift 6 does not let us touch.
    _ = write(STDERR_FILENO, line, line.utf8.count)
    exit(status)
}

guard CommandLine.arguments.count == 3 else {
    fail("usage: compile-vocabulary DATA_FOLDER OUT_FILE", status: 64)
}
do {
    let vocabulary = try Vocabulary.load(folder: CommandLine.arguments[1], extending: nil)
    // Written beside the target and renamed over it, so that a failure leaves the old image.
    let target = CommandLine.arguments[2]
    let part = target + ".part"
    guard let file = fopen(part, "wb") else { fail("\(part) cannot be written", status: 74) }
    let bytes = vocabulary.imageBytes
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, rename(part, target) == 0 else {
        unlink(part)
        fail("\(target) cannot be written: \(String(cString: strerror(errno)))", status: 74)
    }
    let counts = FacetKind.allCases.map { "\(vocabulary.concepts(in: $0).count) \($0.rawValue)" }
    print("\(target): \(bytes.count) bytes, \(counts.joined(separator: ", ")), digest \(vocabulary.digest)")
} catch {
    fail("\(error)", status: 65)
}
