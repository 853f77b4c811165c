// The way in of a fuzzer, which brings its own `main`.
#if FUZZING
import Foundation

/// The target that the environment names.
private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["SITREP_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        FileHandle.standardError.write(Data("SITREP_FUZZ_TARGET must be one of \(names)\n".utf8))
        exit(64)
    }
    return target
}()

/// Writes the inputs that are made to the folder that the environment names, before the fuzzer reads it.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    guard let folder = ProcessInfo.processInfo.environment["SITREP_FUZZ_SEEDS"] else { return 0 }
    do {
        for (number, input) in try FuzzSeeds.inputs(of: target).enumerated() {
            try Data(input).write(to: URL(fileURLWithPath: folder + "/made-\(number)"))
        }
    } catch {
        FileHandle.standardError.write(Data("no inputs could be made: \(error)\n".utf8))
        exit(74)
    }
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        fatalError("\(target): \(error)")
    }
    return 0
}
#endif
