internal import CXapian

extension SearchOptions {
    /// Calls `body` with the options as the C layer takes them, borrowed for the call.
    ///
    /// Throws `.invalidArgument` for a negative number or one that does not fit; numbers of matches are cut to fit.
    func withCOptions<Result: ~Copyable>(
        _ body: (UnsafePointer<cx_search_options>) throws(XapianError) -> Result
    ) throws(XapianError) -> Result {
        var options = unsafe cx_search_options()
        unsafe options.offset = try UInt32(checking: min(offset, Int(UInt32.max)), "offset")
        unsafe options.limit = try UInt32(checking: min(limit, Int(UInt32.max)), "limit")
        unsafe options.check_at_least = try UInt32(
            checking: min(checkAtLeast ?? 0, Int(UInt32.max)),
            "number of matches to check"
        )
        unsafe weighting.write(to: &options)
        unsafe order.write(to: &options)
        guard (0...100).contains(minimumPercent) else {
            throw XapianError(
                .invalidArgument,
                "The least percentage \(minimumPercent) is not within 0 to 100",
                typeName: "InvalidArgumentError"
            )
        }
        unsafe options.minimum_percent = Int32(minimumPercent)
        if let collapseSlot {
            unsafe options.collapses = true
            unsafe options.collapse_slot = collapseSlot.rawValue
            unsafe options.collapse_maximum = try UInt32(checking: collapseMaximum, "number of matches to keep")
        }
        unsafe options.fetches_data = fetchesData
        let slots = valueSlots.map(\.rawValue)
        let counted = try countedSlots.cSlots()
        return try unsafe slots.span.withUnsafeBufferPointer { slots throws(XapianError) in
            try unsafe counted.span.withUnsafeBufferPointer { counted throws(XapianError) in
                unsafe options.value_slots = slots.baseAddress
                unsafe options.value_slot_count = slots.count
                unsafe options.counted_slots = counted.baseAddress
                unsafe options.counted_slot_count = counted.count
                return try unsafe body(&options)
            }
        }
    }
}

extension SearchOptions.Weighting {
    fileprivate func write(to options: inout cx_search_options) {
        switch self {
        case .bm25(let k1, let k2, let k3, let b, let minimumNormalisedLength):
            unsafe options.weighting = CX_WEIGHT_BM25
            unsafe options.parameters = (k1, k2, k3, b, minimumNormalisedLength)
        case .boolean: unsafe options.weighting = CX_WEIGHT_BOOLEAN
        case .coordination: unsafe options.weighting = CX_WEIGHT_COORDINATION
        case .tfIdf: unsafe options.weighting = CX_WEIGHT_TF_IDF
        }
    }
}

extension SearchOptions.Order {
    fileprivate func write(to options: inout cx_search_options) {
        let (order, slot, descending): (cx_order, Slot, Bool) =
            switch self {
            case .relevance: (CX_ORDER_RELEVANCE, Slot(0), false)
            case .relevanceThenValue(let slot, let descending): (CX_ORDER_RELEVANCE_THEN_VALUE, slot, descending)
            case .value(let slot, let descending): (CX_ORDER_VALUE, slot, descending)
            case .valueThenRelevance(let slot, let descending): (CX_ORDER_VALUE_THEN_RELEVANCE, slot, descending)
            }
        unsafe options.order = order
        unsafe options.order_slot = slot.rawValue
        unsafe options.descending = descending
    }
}

extension [CountedSlot] {
    /// The slots as the C layer takes them; throws `.invalidArgument` for a prefix without a byte.
    func cSlots() throws(XapianError) -> [cx_counted_slot] {
        var slots: [cx_counted_slot] = []
        for counted in self {
            var slot = cx_counted_slot(
                slot: counted.slot.rawValue,
                format: CX_COUNT_PACKED,
                prefix: 0,
                groups: false,
                group_slot: 0
            )
            if let group = counted.groupSlot {
                slot.groups = true
                slot.group_slot = group.rawValue
            }
            switch counted.format {
            case .packed: break
            case .whole: slot.format = CX_COUNT_WHOLE
            case .documents: slot.format = CX_COUNT_DOCUMENTS
            case .prefix(let count):
                guard count > 0 else {
                    throw XapianError(
                        .invalidArgument,
                        "A counted prefix has at least one byte",
                        typeName: "InvalidArgumentError"
                    )
                }
                slot.format = CX_COUNT_PREFIX
                slot.prefix = try UInt32(checking: count, "length of a prefix")
            }
            slots.append(slot)
        }
        return slots
    }
}
