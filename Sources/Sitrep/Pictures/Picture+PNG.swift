internal import CDrawing

extension Picture {
    /// No side of a PNG has more pixels: 64 MB for one of that width and height.
    static let mostPixels = 4_096.0

    /// The picture as a PNG file, drawn by librsvg and cairo, which are loaded when they are first asked for.
    ///
    /// - Parameter scale: pixels for a length of 1: 2 is sharp in print and on screens. Where a side would have more
    ///   than 4,096 pixels, it is less.
    /// - Throws: ``SitrepError`` with the code `unavailable` where these libraries are not installed.
    public func png(scale: Double = 2) throws(SitrepError) -> [UInt8] {
        let largest = max(width, height, 1)
        let scale = min(max(0.1, scale), Self.mostPixels / largest)
        let svg = Array(svg().utf8)
        var output: UnsafeMutablePointer<UInt8>?
        var length = 0
        var reason = [CChar](repeating: 0, count: 512)
        let pixels = [width, height].map { UInt32(max(1, ($0 * scale).rounded())) }
        let status = Int(
            sd_png_from_svg(svg, svg.count, pixels[0], pixels[1], &output, &length, &reason, reason.count)
        )
        defer { sd_png_free(output) }
        guard status == SD_OK, let output else {
            let told = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            let why = String(decoding: told, as: UTF8.self)
            guard status == SD_NO_LIBRARY else {
                throw SitrepError(.io, "the PNG cannot be drawn: \(why)", hint: "draw an SVG, which needs no library")
            }
            throw SitrepError(.unavailable, "a PNG needs librsvg, which is not installed: \(why)", hint: Self.install)
        }
        return Array(UnsafeBufferPointer(start: output, count: length))
    }

    #if os(macOS)
    private static let install = "install it with \"brew install librsvg\", or draw an SVG, which needs nothing"
    #else
    private static let install = "install it with \"apt-get install librsvg2-2\", or draw an SVG, which needs nothing"
    #endif
}
