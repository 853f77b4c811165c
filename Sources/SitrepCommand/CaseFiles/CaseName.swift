import Sitrep

/// Names of files that need no quotes anywhere: letters, digits and hyphens of ASCII.
enum CaseName {
    private static let longestSlug = 40

    /// The whole key, which no other report of the case file has, and what can be kept of the title.
    static func of(_ report: ReportDetails) -> String {
        let slug = slug(report.title)
        return slug.isEmpty ? report.wholeKey : report.wholeKey + "-" + slug
    }

    private static func slug(_ title: String) -> String {
        var slug = ""
        for scalar in title.lowercased().unicodeScalars {
            guard slug.utf8.count < longestSlug else { break }
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug
    }
}
