// swift-tools-version: 6.2

import PackageDescription

/// Warnings are errors in our own Swift targets.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Warnings are errors in our own C and C++ targets.
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]
let strictCXX: [CXXSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "sitrep",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sitrep", targets: ["SitrepCommand"]),
        .library(name: "SitrepKit", targets: ["Sitrep"]),
        .library(name: "Xapian", targets: ["Xapian"]),
        // For the tests alone, which load it into the program that they run.
        .library(name: "FaultInjection", type: .dynamic, targets: ["FaultInjection"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // The C++ library, found by pkg-config.
        .systemLibrary(
            name: "XapianCore",
            pkgConfig: "xapian-core",
            providers: [.apt(["libxapian-dev"]), .brew(["xapian"])]
        ),
        // The only code that sees C++ types and C++ exceptions of Xapian.
        .target(
            name: "CXapian",
            dependencies: ["XapianCore"],
            cxxSettings: strictCXX
        ),
        // Writes a whole new database in Xapian's format, without Xapian.
        .target(
            name: "CGlass",
            dependencies: ["ZlibCore"],
            cxxSettings: strictCXX
        ),
        .target(
            name: "Xapian",
            dependencies: ["CXapian", "CGlass"],
            swiftSettings: strict + [.strictMemorySafety()]
        ),
        // The reading libraries, each behind a narrow C function or two.
        .systemLibrary(
            name: "GumboCore",
            pkgConfig: "gumbo",
            providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]
        ),
        .systemLibrary(
            name: "UchardetCore",
            pkgConfig: "uchardet",
            providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]
        ),
        .systemLibrary(
            name: "ZlibCore",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .systemLibrary(
            name: "NettleCore",
            pkgConfig: "nettle",
            providers: [.apt(["nettle-dev"]), .brew(["nettle"])]
        ),
        .systemLibrary(
            name: "YAMLCore",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(
            name: "CReading",
            dependencies: ["GumboCore", "UchardetCore", "ZlibCore", "NettleCore", "YAMLCore"],
            cSettings: strictC,
            cxxSettings: strictCXX,
            linkerSettings: [
                .linkedLibrary("cld2", .when(platforms: [.linux])),
                .linkedLibrary("iconv", .when(platforms: [.macOS])),
            ]
        ),
        // The compiled vocabulary as bytes.
        .target(
            name: "CVocabulary",
            exclude: ["Data", "Tools"],
            cSettings: strictC
        ),
        // Draws pictures as PNG, with libraries that are loaded when one is asked for.
        .target(
            name: "CDrawing",
            cSettings: strictC,
            linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]
        ),
        .target(
            name: "Sitrep",
            dependencies: ["Xapian", "CReading", "CDrawing", "CVocabulary"],
            swiftSettings: strict
        ),
        // The grammar of the command line as the argument parser describes it, for completion and the manual.
        .target(
            name: "CommandLineInfo",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "SitrepCommand",
            dependencies: [
                "Sitrep",
                "CommandLineInfo",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // Writes the compiled vocabulary from the data files: `make vocabulary`.
        .executableTarget(
            name: "CompileVocabulary",
            dependencies: ["Sitrep"],
            swiftSettings: strict
        ),
        // Writes the manual pages from what the program says of itself: `make man`.
        .executableTarget(
            name: "WriteManual",
            dependencies: ["CommandLineInfo"],
            swiftSettings: strict
        ),
        // What the tests of several layers need: real servers of databases.
        .target(name: "ServerFixture", path: "Tests/ServerFixture", swiftSettings: strict),
        // Ends the program, or fails its calls, where a test says; nothing links it.
        .target(
            name: "FaultInjection",
            path: "Tests/FaultInjection",
            cSettings: strictC,
            linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]
        ),
        .testTarget(
            name: "XapianTests",
            dependencies: ["Xapian", "ServerFixture"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SitrepTests",
            dependencies: ["Sitrep", "Xapian", "CReading", "ServerFixture"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["Sitrep", "SitrepCommand", "CommandLineInfo", "ServerFixture"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c11,
    cxxLanguageStandard: .cxx17
)

// A fuzzer has a `main` of its own, and all that it is built from looks different: `make fuzz`.
if Context.environment["SITREP_FUZZ"] != nil {
    package.targets.removeAll { $0.isTest }
    package.targets.append(
        .executableTarget(
            name: "sitrep-fuzz",
            dependencies: ["Sitrep", "Xapian", "CReading"],
            path: "Tests/SitrepTests/Fuzzing",
            swiftSettings: strict + [.define("FUZZING"), .unsafeFlags(["-parse-as-library"])]
        )
    )
}
