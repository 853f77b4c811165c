extension FileTable {
    /// The place of a folder, by the bytes of its path from the source on; `nil` where no file of it is known.
    ///
    /// - Parameter guess: tried first: a walk comes to the folders in nearly the order of the table. Else logarithmic.
    func place(ofFolder path: UnsafeRawBufferPointer, in source: Int, guess: Int = 0) -> Int? {
        func order(_ place: Int) -> Int {
            let folder = folder(place)
            return folder.source == source ? ByteOrder.compare(folder.path, path) : folder.source < source ? -1 : 1
        }
        if guess < folderCount, order(guess) == 0 { return guess }
        return Self.search(0..<folderCount, order)
    }

    /// The place of a file among those of its folder, by the bytes of its name; `nil` for one that is not known.
    ///
    /// - Parameter guess: tried first: the place behind that of the file before. Else logarithmic.
    func place(of name: UnsafeRawBufferPointer, in files: Range<Int>, guess: Int) -> Int? {
        if files.contains(guess), ByteOrder.compare(self.name(guess), name) == 0 { return guess }
        return Self.search(files) { ByteOrder.compare(self.name($0), name) }
    }

    /// The place of a file by its path from the source on.
    func place(of relativePath: String, in source: Int) -> Int? {
        let path = PathBytes.bytes(of: relativePath)
        return path.withUnsafeBytes { bytes in
            let (folder, name) = Self.parts(bytes)
            guard let place = place(ofFolder: folder, in: source) else { return nil }
            return self.place(of: name, in: self.folder(place).files, guess: 0)
        }
    }

    /// The places of a source's folders.
    func folders(of source: Int) -> Range<Int> {
        func first(notBelow number: Int) -> Int {
            var (low, high) = (0, folderCount)
            while low < high {
                let middle = (low + high) / 2
                if folder(middle).source < number { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(notBelow: source)..<first(notBelow: source + 1)
    }

    /// The path of a file from the source on.
    func relativePath(of file: Int, in folder: Folder) -> String {
        let path = folder.path.isEmpty ? [] : Array(folder.path) + [UInt8(ascii: "/")]
        return PathBytes.string(from: path + name(file))
    }

    /// A path's folder, empty for none, and its name.
    static func parts(_ path: UnsafeRawBufferPointer) -> (folder: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer)
    {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
            return (UnsafeRawBufferPointer(rebasing: path[..<0]), path)
        }
        return (
            UnsafeRawBufferPointer(rebasing: path[..<slash]), UnsafeRawBufferPointer(rebasing: path[(slash + 1)...])
        )
    }

    @inline(__always)
    private static func search(_ places: Range<Int>, _ order: (Int) -> Int) -> Int? {
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            let result = order(middle)
            if result == 0 { return middle }
            if result < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
