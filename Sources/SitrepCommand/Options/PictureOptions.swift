import ArgumentParser
import Sitrep

/// Files that a command draws its answer into.
struct PictureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Draw a picture into this file, as vectors; a file that is there is replaced.",
            valueName: "file"
        ),
        completion: .file(extensions: ["svg"])
    )
    var svg: String?

    @Option(
        help: ArgumentHelp("The same as pixels, for which librsvg has to be installed.", valueName: "file"),
        completion: .file(extensions: ["png"])
    )
    var png: String?

    func validate() throws {
        guard svg != "", png != "" else { throw ValidationError("a picture needs the name of a file") }
        guard svg != "-", png != "-" else {
            throw ValidationError("a picture goes into a file, for the answer goes to standard output: name one")
        }
        let isShared = svg.flatMap { svg in png.map { Picture.areOneFile(svg, $0) } } ?? false
        guard !isShared else { throw ValidationError("--svg and --png need files of their own") }
    }

    /// Whether a picture is asked for.
    var isAny: Bool { svg != nil || png != nil }

    /// Draws a chart into the files that are asked for, and says on stderr where it is.
    ///
    /// - Parameter chart: made only where a picture is asked for.
    func write(isQuiet: Bool, _ chart: () throws(SitrepError) -> Chart) throws {
        guard isAny else { return }
        var chart = try chart()
        // The picture is handed on without what the command says.
        chart.lines += OpenIndexes.silent.map { "Incomplete: \($0.missing)" }
        let picture = chart.picture()
        for (file, format) in [(png, Picture.Format.png), (svg, .svg)] {
            guard let file else { continue }
            try picture.write(to: file, as: format)
            if !isQuiet { Output.note("wrote \(Printable.line(file))") }
        }
    }
}
