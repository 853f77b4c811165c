import ArgumentParser

/// A number or `all`.
enum Limit: ExpressibleByArgument, Equatable {
    case all
    case some(Int)

    init?(argument: String) {
        if argument == "all" {
            self = .all
        } else if let number = Int(argument), number >= 0 {
            self = .some(number)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { number.map(String.init) ?? "all" }

    /// `nil` for all.
    var number: Int? {
        switch self {
        case .all: nil
        case .some(let number): number
        }
    }
}
