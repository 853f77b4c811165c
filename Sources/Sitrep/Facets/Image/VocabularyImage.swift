/// The image of a vocabulary, and over it that of a user's own names where there is one.
///
/// Concepts of the lower image keep their numbers; new ones of the upper image follow them. What the upper image says of
/// a concept of the lower one takes the place of what that says, and what it takes away is there no more.
final class VocabularyImage: Sendable {
    let base: ImageLayer
    let overlay: Overlay?

    /// An image laid over another one.
    final class Overlay: Sendable {
        let layer: ImageLayer
        /// The numbers in the whole of the layer's concepts.
        let globals: [Int]
        /// The numbers in the layer of the concepts that it defines, by their numbers in the whole.
        let locals: [Int: Int]
        /// The numbers in the whole of concepts that are taken away; what lies below them is, too.
        let removed: Set<Int>
        /// The numbers in the whole of the new concepts, a facet each.
        let new: [FacetKind: [Int]]

        /// Finds the concepts of `layer` in `base`. Takes time in proportion to the layer.
        init(_ layer: ImageLayer, over base: ImageLayer) {
            var globals: [Int] = []
            var locals: [Int: Int] = [:]
            var removed: Set<Int> = []
            var new: [FacetKind: [Int]] = [:]
            var next = base.concepts.count
            for local in 0..<layer.concepts.count {
                let facet = layer.facet(of: local) ?? .region
                let known = base.find(layer.id(of: local), in: facet)
                let global = known ?? next
                globals.append(global)
                let flags = layer.flags(of: local)
                if known == nil {
                    next += 1
                    // A layer over another vocabulary than its own may name what is not there.
                    if flags.isDisjoint(with: [.reference, .removed]) {
                        new[facet, default: []].append(global)
                    } else {
                        removed.insert(global)
                    }
                }
                if flags.contains(.removed) { removed.insert(global) }
                if flags.isDisjoint(with: [.reference, .removed]) || known == nil { locals[global] = local }
            }
            self.layer = layer
            self.globals = globals
            self.locals = locals
            self.removed = removed
            self.new = new
        }
    }

    init(_ base: ImageLayer, overlay: ImageLayer? = nil) {
        self.base = base
        self.overlay = overlay.map { Overlay($0, over: base) }
    }

    /// 32 hexadecimal digits for each image, the lower one first.
    var digest: String { base.digest + (overlay?.layer.digest ?? "") }

    /// What both images say of a whole spelling, without phrases that stand for nothing and without what is taken away.
    func meanings(of spelling: String) -> [SpellingPayload] {
        let below = base.payloads(ofSpelling: spelling)
        guard let overlay else { return below.filter { $0.concept != ImageFormat.stop } }
        return layered(below, overlay.layer.payloads(ofSpelling: spelling), overlay)
            .filter { $0.concept != ImageFormat.stop }
    }

    /// The payloads of one spelling in both images together.
    ///
    /// A concept that the upper image has dropped for the spelling goes, and so does what a rule made below where the
    /// spelling is given above. A phrase that stands for nothing below gives way to a given spelling above.
    func layered(_ below: [SpellingPayload], _ above: [SpellingPayload], _ overlay: Overlay) -> [SpellingPayload] {
        var found: [SpellingPayload] = []
        let isGiven = above.contains {
            $0.flags.isDisjoint(with: [.derived, .dropped]) && $0.concept != ImageFormat.stop
        }
        for payload in below {
            if payload.concept == ImageFormat.stop {
                if !isGiven { found.append(payload) }
                continue
            }
            guard !(isGiven && payload.flags.contains(.derived)), !isRemoved(payload.concept),
                !above.contains(where: {
                    $0.flags.contains(.dropped) && $0.concept < overlay.globals.count
                        && overlay.globals[$0.concept] == payload.concept
                })
            else { continue }
            found.append(payload)
        }
        for var payload in above where !payload.flags.contains(.dropped) {
            if payload.concept != ImageFormat.stop {
                guard payload.concept < overlay.globals.count else { continue }
                payload.concept = overlay.globals[payload.concept]
                if isRemoved(payload.concept) { continue }
                if !payload.flags.contains(.derived) { payload.flags.insert(.own) }
            }
            found.append(payload)
        }
        return found
    }

    /// Whether the upper image takes a concept away, or one above it.
    func isRemoved(_ concept: Int) -> Bool {
        guard let overlay, !overlay.removed.isEmpty else { return false }
        var at: Int? = concept
        for _ in 0..<VocabularyDefinitions.deepest {
            guard let here = at else { return false }
            if overlay.removed.contains(here) { return true }
            at = parent(of: here)
        }
        return false
    }
}
