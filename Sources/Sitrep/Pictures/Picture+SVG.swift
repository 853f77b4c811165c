extension Picture {
    /// The picture as an SVG file (SVG 1.1, UTF-8) that needs nothing beside it.
    ///
    /// Any text is safe: markup is escaped, and what XML does not allow is left out. Linear in the number of marks.
    public func svg() -> String {
        var writer = SVGWriter()
        writer.write(self)
        return writer.text
    }
}

/// Writes marks as elements of SVG.
private struct SVGWriter {
    var text = ""

    /// What there is on most machines, each about as wide as the next.
    private static let fonts = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, Noto Sans, sans-serif"

    mutating func write(_ picture: Picture) {
        let (width, height) = (Self.number(picture.width), Self.number(picture.height))
        text += """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title desc" font-family="\(Self.fonts)">
            <title id="title">\(Self.content(picture.title))</title>
            <desc id="desc">\(Self.content(picture.summary))</desc>
            <rect width="100%" height="100%" fill="\(PictureColor.paper.name)"/>

            """
        for mark in picture.marks { write(mark) }
        text += "</svg>\n"
    }

    private mutating func write(_ mark: Picture.Mark) {
        switch mark {
        case .box(let box, let fill, let hint):
            element("rect \(Self.attributes(box)) fill=\"\(fill.name)\"", hint)
        case .boxes(let boxes, let fill):
            let path = boxes.map { box in
                "M\(Self.number(box.x)) \(Self.number(box.y))h\(Self.number(box.width))v\(Self.number(box.height))"
                    + "h\(Self.number(-box.width))z"
            }
            element("path d=\"\(path.joined())\" fill=\"\(fill.name)\"", nil)
        case .lines(let lines, let stroke):
            let path = lines.map { "M" + $0.map(Self.pair).joined(separator: "L") }
            element("path d=\"\(path.joined())\" fill=\"none\" \(Self.attributes(stroke))", nil)
        case .shape(let points, let fill, let stroke, let hint):
            let places = points.map(Self.pair).joined(separator: " ")
            element("polygon points=\"\(places)\" fill=\"\(fill.name)\" \(Self.attributes(stroke))", hint)
        case .circle(let center, let radius, let fill, let stroke, let hint):
            let place = "cx=\"\(Self.number(center.x))\" cy=\"\(Self.number(center.y))\" r=\"\(Self.number(radius))\""
            element("circle \(place) fill=\"\(fill.name)\" \(Self.attributes(stroke))", hint)
        case .text(let label):
            write(label)
        }
    }

    private mutating func write(_ label: Picture.Label) {
        var line = PictureText.line(label.text)
        guard line.contains(where: { !$0.isWhitespace }) else { return }
        var isRightToLeft = PictureText.runsRightToLeft(line)
        if isRightToLeft, !label.detail.isEmpty {
            // What stands behind it runs to the right.
            line = PictureText.isolated(line)
            isRightToLeft = false
        }
        // Where text runs to the left its start is at the right: places here are meant as they are seen.
        let anchor =
            switch (label.anchor, isRightToLeft) {
            case (.middle, _): " text-anchor=\"middle\""
            case (.start, false), (.end, true): ""
            case (.end, false), (.start, true): " text-anchor=\"end\""
            }
        let direction = isRightToLeft ? " direction=\"rtl\"" : ""
        let weight = label.isBold ? " font-weight=\"bold\"" : ""
        text += "<text x=\"\(Self.number(label.position.x))\" y=\"\(Self.number(label.position.y))\""
        text += " font-size=\"\(Self.number(label.size))\" fill=\"\(label.color.name)\"\(anchor)\(direction)\(weight)>"
        text += PictureText.escaped(line)
        if !label.detail.isEmpty {
            let size = Self.number(label.size - 1)
            let color = PictureColor.quietInk.name
            text += "<tspan dx=\"\(Self.number(label.size * 0.6))\" font-size=\"\(size)\" fill=\"\(color)\""
            text += " font-weight=\"normal\">\(Self.content(label.detail))</tspan>"
        }
        text += "</text>\n"
    }

    /// An element without content but, where there is one, a hint.
    private mutating func element(_ opening: String, _ hint: String?) {
        let name = opening.prefix { $0 != " " }
        text += hint.map { "<\(opening)><title>\(Self.content($0))</title></\(name)>\n" } ?? "<\(opening)/>\n"
    }

    private static func content(_ text: String) -> String { PictureText.escaped(PictureText.line(text)) }

    private static func attributes(_ box: Picture.Box) -> String {
        "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" height=\"\(number(box.height))\""
    }

    private static func attributes(_ stroke: Picture.Stroke) -> String {
        "stroke=\"\(stroke.color.name)\" stroke-width=\"\(number(stroke.width))\""
    }

    private static func pair(_ point: Picture.Point) -> String { "\(number(point.x)) \(number(point.y))" }

    /// A length with two decimals at most; 0 for what is no number.
    private static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        guard rest > 0 else { return sign + String(whole) }
        let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
        return sign + String(whole) + "." + digits
    }
}
