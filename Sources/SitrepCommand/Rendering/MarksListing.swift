import ArgumentParser
import Sitrep

/// The entries of the file of marks.
struct MarksListing {
    let style: Style
    let format: StreamFormat

    /// Writes those of an index.
    ///
    /// - Parameter names: ids, keys, starts of keys or paths of the reports wanted; `nil` for all.
    /// - Throws: exit status 1 where there is none.
    func write(_ index: String, _ names: [String]?) throws {
        let searchIndex = try OpenIndexes.open(index)
        let marks = try searchIndex.marks(of: names)
        switch format {
        case .json: try JSONOutput.write(list: marks.map { ListedMarkObject($0) })
        case .ndjson: for mark in marks { try JSONOutput.writeLine(ListedMarkObject(mark)) }
        case .text: for mark in marks { write(mark) }
        }
        MarkText.note(searchIndex)
        if marks.isEmpty { throw ExitCode(1) }
    }

    /// What became of a report, to stand behind its id; `nil` where nothing did, and where that is told otherwise.
    static func told(_ state: ListedMark.State) -> String? {
        switch state {
        case .same, .moved: nil
        case .changed: "changed since it was marked"
        case .gone: "in the index no more"
        case .replaced: "in the index no more, and another report has its id now"
        }
    }

    private func write(_ mark: ListedMark) {
        let title = style.isolated(Printable.line(mark.report.title ?? mark.report.id))
        Output.write(style.wrapped(style.title(title)) + "\n")
        var facts = [style.isolated(Printable.line(mark.report.id))]
        if let key = mark.report.key { facts.append(key) }
        if mark.state == .moved { facts.append("was " + style.isolated(Printable.line(mark.markedID))) }
        if let told = Self.told(mark.state) { facts.append(told) }
        for line in style.lines(values: facts, indent: 2) { Output.write("  " + style.faint(line) + "\n") }
        if let marks = mark.report.marks {
            Output.write(style.wrapped(MarkText(style: style).line(marks), indent: 2) + "\n")
        }
        Output.write("\n")
    }
}
