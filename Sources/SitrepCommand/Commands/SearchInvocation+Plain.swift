import Sitrep

extension SearchInvocation {
    /// Reads a plain command line, words and options with good values; `nil` for any other, such as one that asks for
    /// help or has a mistake, which ``SearchCommand`` then reads.
    ///
    /// A search is what is typed all day, and building the whole grammar of the command line takes longer than
    /// searching. A test holds the two readings of many command lines against each other.
    ///
    /// - Parameter arguments: the arguments behind `sitrep`.
    init?(plain arguments: [String]) {
        guard arguments.first == SearchCommand.name else { return nil }
        self.init()
        filters = FilterOptions.none
        var leftOut: [String] = []
        var wantsPaths = false
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            if !argument.hasPrefix("-") {
                query.append(argument)
            } else if QueryArguments.isWordToLeaveOut(argument) {
                leftOut.append(argument)
            } else if argument == "--quiet" || argument == "-q" {
                isQuiet = true
            } else if argument == "--all" {
                showsAll = true
            } else if argument == "--literal" {
                literal = true
            } else if argument == "--paths" {
                pathEnding = pathEnding ?? .line
                wantsPaths = true
            } else if argument == "--keys" {
                pathEnding = pathEnding ?? .line
                listed = .keys
            } else if argument == "--print0" {
                pathEnding = .null
            } else {
                guard let value = rest.popFirst(), !value.hasPrefix("-"), take(argument, value) else { return nil }
            }
        }
        query += leftOut
        // A mistake, which the parser has words for.
        if pathEnding != nil, format != .text { return nil }
        if wantsPaths, listed == .keys { return nil }
    }

    /// Takes an option with its value; `false` for an unknown one and for a bad value.
    private mutating func take(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--index": indexes.append(value)
        case "--region": filters.values[.region, default: []].append(value)
        case "--actor": filters.values[.actor, default: []].append(value)
        case "--weapon": filters.values[.weapon, default: []].append(value)
        case "--not-region": filters.excludedValues[.region, default: []].append(value)
        case "--not-actor": filters.excludedValues[.actor, default: []].append(value)
        case "--not-weapon": filters.excludedValues[.weapon, default: []].append(value)
        case "--source": filters.sources.append(value)
        case "--not-source": filters.excludedSources.append(value)
        case "--language": filters.languages.append(value)
        case "--not-language": filters.excludedLanguages.append(value)
        case "--tag": filters.tags.append(value)
        case "--not-tag": filters.excludedTags.append(value)
        case "--path": filters.paths.append(value)
        case "--not-path": filters.excludedPaths.append(value)
        case "--from": filters.from = value
        case "--to": filters.to = value
        case "--happened-from": filters.happenedFrom = value
        case "--happened-to": filters.happenedTo = value
        case "--added-from": filters.addedFrom = value
        case "--added-to": filters.addedTo = value
        case "--undated": return set(&filters.undated, SearchRequest.Undated(rawValue: value))
        case "--irrelevant": return set(&filters.irrelevant, SearchRequest.Irrelevant(rawValue: value))
        case "--color": return set(&color, TerminalChoice(rawValue: value))
        case "--hyperlinks": return set(&hyperlinks, TerminalChoice(rawValue: value))
        case "--format": return set(&format, HitFormat(rawValue: value))
        case "--limit": return set(&limit, Limit(argument: value))
        case "--offset": return set(&offset, Int(value))
        case "--sort": return set(&order, SearchRequest.Order(rawValue: value))
        case "--facets": return set(&facets, Limit(argument: value))
        case "--facets-depth": return set(&facetsDepth, Int(value).flatMap { $0 > 0 ? $0 : nil })
        default: return false
        }
        return true
    }

    private func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }
}
