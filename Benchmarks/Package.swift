// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "sitrep-benchmarks",
    dependencies: [.package(name: "sitrep", path: "..")],
    targets: [
        .executableTarget(
            name: "extraction",
            dependencies: [.product(name: "SitrepKit", package: "sitrep")]
        ),
        .executableTarget(
            name: "search",
            dependencies: [.product(name: "SitrepKit", package: "sitrep")]
        ),
    ]
)
