import Foundation
import Testing

@testable import Sitrep

@Suite("A picture in a file")
struct PictureFileTests {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Width and height, as the first chunk of a PNG has them.
    private static func size(ofPNG bytes: [UInt8]) throws -> [Int] {
        try #require(bytes.count > 24)
        return [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test("A PNG has twice the size of the picture, and no more than there is room for")
    func png() throws {
        let picture = try ChartTests.weeks([3, 1]).picture()
        let bytes = try picture.png()
        #expect(Array(bytes.prefix(8)) == Self.signature)
        #expect(try Self.size(ofPNG: bytes) == [Int(picture.width * 2), Int(picture.height * 2)])
        let tall = Picture(width: 100, height: 100_000, title: "", summary: "")
        #expect(try Self.size(ofPNG: tall.png()) == [4, 4_096])
    }

    @Test("A file is replaced whole, and nothing stays beside it")
    func replacing() throws {
        let folder = try ScratchFolder()
        let picture = try ChartTests.weeks([3, 1]).picture()
        let path = folder.path + "/часова шкала.svg"
        for _ in 0..<2 {
            try picture.write(to: path, as: .svg)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == picture.svg())
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }

    @Test("A symbolic link stays one, and what it leads to is replaced")
    func links() throws {
        let folder = try ScratchFolder()
        try folder.write("real.svg", "old")
        try FileManager.default.createSymbolicLink(
            atPath: folder("link.svg"),
            withDestinationPath: folder("real.svg")
        )
        let picture = try ChartTests.weeks([3, 1]).picture()
        try picture.write(to: folder("link.svg"), as: .svg)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link.svg")) == folder("real.svg"))
        #expect(try String(contentsOfFile: folder("real.svg"), encoding: .utf8) == picture.svg())
    }

    @Test("A link with the name of the file that is written first leads nowhere")
    func laidLinks() throws {
        let folder = try ScratchFolder()
        try folder.write("other.txt", "Not a picture.")
        let temporary = folder("a.svg.\(ProcessInfo.processInfo.processIdentifier).new")
        let picture = try ChartTests.weeks([3, 1]).picture()
        for target in ["other.txt", "missing.txt"] {
            try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: folder(target))
            try picture.write(to: folder("a.svg"), as: .svg)
            #expect(try String(contentsOfFile: folder("a.svg"), encoding: .utf8) == picture.svg())
        }
        #expect(try String(contentsOfFile: folder("other.txt"), encoding: .utf8) == "Not a picture.")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == ["a.svg", "other.txt"])
    }

    @Test("Names of one file are known as such")
    func sameFile() throws {
        let folder = try ScratchFolder()
        try folder.write("there.svg", "old")
        try folder.write("sub/other.svg", "old")
        try FileManager.default.createSymbolicLink(atPath: folder("link.svg"), withDestinationPath: folder("there.svg"))
        try FileManager.default.createSymbolicLink(atPath: folder("deep"), withDestinationPath: folder.path)
        for (a, b) in [("new", "./new"), ("new", "deep/new"), ("link.svg", "there.svg"), ("new", "sub/..//new")] {
            #expect(Picture.areOneFile(folder.path + "/" + a, folder.path + "/" + b), "\(a) \(b)")
        }
        for (a, b) in [("new", "old"), ("new", "missing/new"), ("link.svg", "new")] {
            #expect(!Picture.areOneFile(folder.path + "/" + a, folder.path + "/" + b), "\(a) \(b)")
        }
    }

    @Test("What is no file stays as it is")
    func noFile() throws {
        let folder = try ScratchFolder()
        let picture = try ChartTests.weeks([3, 1]).picture()
        for path in [folder.path, folder.path + "/", "/dev/null", folder.path + "/missing/a.svg"] {
            #expect(throws: SitrepError.self) { try picture.write(to: path, as: .svg) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
