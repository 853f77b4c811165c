#if os(Linux)
/// The file systems whose files others change without this machine's kernel: those of a network, and FUSE.
struct NetworkMounts {
    private let devices: Set<UInt64>

    /// Types of file systems as mount(8) names them; `fuse.` and a name behind it are FUSE, too.
    private static let types = Set(
        "nfs nfs4 cifs smb3 smbfs ncpfs 9p afs ceph coda lustre beegfs gpfs gfs2 ocfs2 virtiofs vboxsf prl_fs fuse"
            .split(separator: " ")
    )

    /// - Parameter table: what the system has mounted, a line each, as `/proc/self/mountinfo` has it (proc(5)).
    init(table: String) {
        var devices: Set<UInt64> = []
        for line in table.split(separator: "\n") {
            // 36 35 0:98 / /mnt/share rw,noatime master:1 - nfs4 server:/share rw
            let fields = line.split(separator: " ")
            guard let hyphen = fields.firstIndex(of: "-"), hyphen > 2, hyphen + 1 < fields.count else { continue }
            let type = fields[hyphen + 1]
            guard Self.types.contains(type) || type.utf8.starts(with: "fuse.".utf8) else { continue }
            let numbers = fields[2].split(separator: ":").map { UInt64($0) }
            guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { continue }
            devices.insert(Self.device(major, minor))
        }
        self.devices = devices
    }

    /// Whether a folder lies on one of them.
    func contain(_ folder: String) -> Bool {
        guard !devices.isEmpty, let identity = FileIdentity(path: folder) else { return false }
        return devices.contains(identity.device)
    }

    /// What the system has mounted now; empty where it does not tell.
    static func currentTable() -> String {
        ((try? Files.read("/proc/self/mountinfo")) ?? nil).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The number of a device as stat(2) gives it.
    private static func device(_ major: UInt64, _ minor: UInt64) -> UInt64 {
        minor & 0xFF | (major & 0xFFF) << 8 | (minor & ~0xFF) << 12 | (major & ~0xFFF) << 32
    }
}
#endif
