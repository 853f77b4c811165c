#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A named step of a run, at which a test can end the program as a crash would, to see what that leaves.
///
/// That is so in debug builds alone: there `SITREP_STOP_AT` names the step, and `SITREP_STEPS` a file to which the names of
/// all that are reached are appended. Elsewhere nothing is done and no variable is read.
enum CrashPoint: String, CaseIterable, Sendable {
    /// A folder for a new generation is there.
    case generationBegun
    /// What was written in bulk is merged into databases.
    case beforeMerge, afterMerge
    /// What was added in bulk is joined with the present state.
    case beforeJoin, afterJoin
    /// The transaction on the present generation is committed.
    case beforeTransaction, afterTransaction
    /// The database of a new generation is committed.
    case beforeCommit, afterCommit
    /// The file of the vocabulary is written.
    case beforeVocabulary, afterVocabulary
    case beforeColumns, afterColumns
    case beforeBands, afterBands
    /// The table of known files is written.
    case beforeFiles, afterFiles
    /// The folder of a new generation gets its name.
    case beforeRename, afterRename
    case beforeManifest, afterManifest
    /// The stub files of shards are written.
    case beforeStubs, afterStubs
    /// What is no longer used is removed.
    case beforeRemoval, afterRemoval
    /// A state is saved before the run's end.
    case beforeSaving, afterSaving
    /// The database is written anew in the least space.
    case beforeCompaction, afterCompaction
    /// The file of marks is written.
    case beforeMarks, afterMarks

    /// To be called when a run has come to a step.
    static func reach(_ point: CrashPoint) {
        #if DEBUG
        if let path = getenv("SITREP_STEPS") {
            let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
            try? Files.write(Array((point.rawValue + "\n").utf8), to: file, String(cString: path))
            close(file)
        }
        if let name = getenv("SITREP_STOP_AT"), String(cString: name) == point.rawValue { kill(getpid(), SIGKILL) }
        #endif
    }
}
