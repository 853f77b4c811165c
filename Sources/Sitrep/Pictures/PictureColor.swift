/// A colour of a picture.
public struct PictureColor: Sendable, Hashable {
    /// `0xRRGGBB` (sRGB).
    public let value: UInt32

    /// A colour as `0xRRGGBB`.
    public init(_ value: UInt32) { self.value = value & 0xFF_FFFF }

    /// `#0072b2`.
    public var name: String {
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Paper.
    public static let paper = PictureColor(0xFFFFFF)
    /// Titles and numbers.
    public static let ink = PictureColor(0x1A1A1A)
    /// Text beside the matter; still 7 to 1 against paper.
    public static let quietInk = PictureColor(0x555555)
    /// Axes.
    public static let axis = PictureColor(0x8C8C8C)
    /// Lines behind the marks.
    public static let grid = PictureColor(0xE4E4E4)
    /// Bars.
    public static let bar = PictureColor(0x0072B2)
    /// Bars of what is left over.
    public static let quietBar = PictureColor(0x9A9A9A)

    /// Colours that are told apart with any kind of colour vision (M. Okabe and K. Ito, "Color Universal Design",
    /// 2008), without the yellow, which is lost on paper; in an order in which neighbours differ in brightness, too.
    public static let series: [PictureColor] = [0x0072B2, 0xE69F00, 0x000000, 0x56B4E9, 0xD55E00, 0x009E73, 0xCC79A7]
        .map(PictureColor.init)
}
