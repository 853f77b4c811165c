import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// When to use something that only a terminal understands, such as colours.
enum TerminalChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// How text looks where it goes: on this terminal, or in a pipe or file.
struct Style {
    /// Whether colours may be written.
    let isColored: Bool
    /// The columns to break and cut lines at; `nil` where lines stay whole, as in a pipe.
    let width: Int?
    /// Whether writing from right to left is kept apart from what stands beside it.
    let isIsolating: Bool
    /// The host of links to files; `nil` where no links are written.
    let linkHost: String?

    /// Prose is broken at so many columns even on a wider terminal: longer lines are hard to follow.
    static let proseWidth = 120
    /// Fewer columns than this are taken for this many.
    private static let leastWidth = 40

    init(isColored: Bool = false, width: Int? = nil, isIsolating: Bool = false, linkHost: String? = nil) {
        self.isColored = isColored
        self.width = width
        self.isIsolating = isIsolating
        self.linkHost = linkHost
    }

    /// The style for stdout.
    ///
    /// The width is the terminal's, else what `COLUMNS` in the environment says, as it does for what `watch` runs.
    init(color: TerminalChoice, hyperlinks: TerminalChoice) {
        let noColor = Environment.variable("NO_COLOR") != nil
        let isDumb = Environment.variable("TERM").map { $0 == "dumb" } ?? true
        let isAble = Output.outputIsTerminal && !isDumb
        self.init(
            isColored: color == .always || (color == .auto && isAble && !noColor),
            width: Self.widthOfOutput,
            isIsolating: isAble,
            linkHost: hyperlinks == .always || (hyperlinks == .auto && isAble) ? Self.hostName : nil
        )
    }

    /// The style for messages on stderr: lines broken at the terminal's width, nothing more.
    static var forErrors: Style { Style(width: Output.errorIsTerminal ? terminalWidth(STDERR_FILENO) : nil) }

    private static var widthOfOutput: Int? {
        if Output.outputIsTerminal, let width = terminalWidth(STDOUT_FILENO) { return width }
        let variable = Environment.variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        // A terminal that does not tell how wide it is has the 80 columns that they mostly had.
        return variable.map { max(leastWidth, $0) } ?? (Output.outputIsTerminal ? 80 : nil)
    }

    /// The columns of a terminal; `nil` where it does not tell.
    private static func terminalWidth(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return max(leastWidth, Int(size.ws_col))
    }

    func title(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func match(_ text: String) -> String { wrap(text, "1;31") }
    func removed(_ text: String) -> String { wrap(text, "31") }
    func added(_ text: String) -> String { wrap(text, "32") }
    func heading(_ text: String) -> String { wrap(text, "1;36") }

    /// A mention of a place, an actor or a weapon.
    func facet(_ text: String, _ facet: FacetKind) -> String {
        switch facet {
        case .region: wrap(text, "1;32")
        case .actor: wrap(text, "1;35")
        case .weapon: wrap(text, "1;31")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
