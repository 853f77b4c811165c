import ArgumentParser
import Sitrep

/// Over how many databases an index is spread.
struct ShardsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Spread a new index over so many databases, which may stand on other machines (1-\(Indexer.mostShards)).",
            valueName: "n"
        )
    )
    var shards: Int?

    func validate() throws {
        guard let shards, !(1...Indexer.mostShards).contains(shards) else { return }
        throw ValidationError("--shards must be 1 to \(Indexer.mostShards), not \(shards)")
    }
}
