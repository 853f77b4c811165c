/// A drawing as a list of marks, in the order in which they are drawn.
///
/// Lengths are in CSS pixels (1/96 inch), y grows downwards. ``svg()`` and ``png(scale:)`` make a file's content of it.
public struct Picture: Sendable, Equatable {
    /// The width of the whole.
    public var width: Double
    /// The height of the whole.
    public var height: Double
    /// What it is called where it cannot be seen: the `title` of SVG.
    public var title: String
    /// What it shows, for who cannot see it: the `desc` of SVG.
    public var summary: String
    /// What is drawn.
    public var marks: [Mark] = []

    /// A place.
    public struct Point: Sendable, Equatable {
        /// From the left edge.
        public var x: Double
        /// From the upper edge.
        public var y: Double

        /// A place, from the left and from the upper edge.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A rectangle.
    public struct Box: Sendable, Equatable {
        /// Its left edge.
        public var x: Double
        /// Its upper edge.
        public var y: Double
        /// From its left edge to its right one.
        public var width: Double
        /// From its upper edge to its lower one.
        public var height: Double

        /// A rectangle by its upper left corner and its size.
        public init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// A line of a colour and width.
    public struct Stroke: Sendable, Equatable {
        /// What it is drawn in.
        public var color: PictureColor
        /// How thick it is.
        public var width: Double

        /// A line, a pixel thick where nothing else is said.
        public init(_ color: PictureColor, width: Double = 1) {
            self.color = color
            self.width = width
        }
    }

    /// One line of text; what cannot be shown is left out when it is written.
    public struct Label: Sendable, Equatable {
        /// Which part of the text stands at ``position``.
        public enum Anchor: Sendable {
            /// Its beginning.
            case start
            /// Its middle.
            case middle
            /// Its end.
            case end
        }

        /// What is written.
        public var text: String
        /// Behind the text, lighter; empty for nothing.
        public var detail = ""
        /// On the base line.
        public var position: Point
        /// The height of the letters in pixels.
        public var size: Double
        /// Which part of it stands at ``position``.
        public var anchor: Anchor
        /// Whether it is set in bold.
        public var isBold: Bool
        /// What it is set in.
        public var color: PictureColor

        /// A line of text at a place.
        public init(
            _ text: String,
            at position: Point,
            size: Double,
            anchor: Anchor = .start,
            isBold: Bool = false,
            color: PictureColor = .ink,
            detail: String = ""
        ) {
            self.text = text
            self.detail = detail
            self.position = position
            self.size = size
            self.anchor = anchor
            self.isBold = isBold
            self.color = color
        }
    }

    /// Something that is drawn.
    public enum Mark: Sendable, Equatable {
        /// A filled rectangle, and what is told of it where one points at it.
        case box(Box, fill: PictureColor, hint: String?)
        /// Many filled rectangles as one shape.
        case boxes([Box], fill: PictureColor)
        /// Lines from point to point.
        case lines([[Point]], Stroke)
        /// A closed shape, filled or only drawn around, and what is told of it where one points at it.
        case shape([Point], fill: PictureColor, stroke: Stroke, hint: String?)
        /// A disc or a circle.
        case circle(center: Point, radius: Double, fill: PictureColor, stroke: Stroke, hint: String?)
        /// Text.
        case text(Label)
    }

    /// A drawing of a size; its marks can be added later.
    public init(width: Double, height: Double, title: String, summary: String, marks: [Mark] = []) {
        self.width = width
        self.height = height
        self.title = title
        self.summary = summary
        self.marks = marks
    }
}
