/// Who gives arms, and to whom.
extension ClaimSetting {
    /// The giver, and the country that the arms go to, as the place.
    ///
    /// `Britain will send 14 tanks to Ukraine`, `supply Ukraine with eight tanks`, `Ukraine received 100 drones from Poland`.
    var gift: (giver: ConceptID?, place: ConceptID?) {
        guard let event else { return (actor(before: phrase.tokens.lowerBound), receiverBehind) }
        let before = passage.names(.region, in: sentence.lowerBound..<event.tokens.lowerBound).last
        let subject = actor(before: event.tokens.lowerBound) ?? before.flatMap { sides.state(of: $0.concept) }
        if isReceipt(event) {
            return (named(behind: .from), subject.flatMap { sides.country(of: $0) } ?? receiverBehind)
        }
        let between = passage.names(
            .actor,
            in: event.tokens.upperBound..<max(event.tokens.upperBound, phrase.tokens.lowerBound)
        )
        let receiver = between.first.flatMap { sides.country(of: $0.concept) } ?? receiverBehind
        return (subject, receiver)
    }

    /// The country behind `to` or `for`.
    private var receiverBehind: ConceptID? {
        named(behind: .to).flatMap { sides.country(of: $0) }
    }

    /// The actor, or the country as one, that a word of a role leads to behind the number.
    private func named(behind role: ClaimWord.Role) -> ConceptID? {
        let start = phrase.tokens.upperBound
        for at in start..<max(start, min(start + 30, sentence.upperBound - 1)) {
            guard text.role(at) == role || (role == .to && text.isWord(at, "for")) else { continue }
            if let actor = passage.actor(at: at + 1) { return actor.concept }
            if let region = passage.region(at: at + 1) { return sides.state(of: region.concept) }
        }
        return nil
    }

    private func isReceipt(_ event: EventHit) -> Bool {
        let at = event.tokens.lowerBound
        return (event.isPassive && event.event.form == .past) || text.isWord(at, "received")
            || text.isWord(at, "receive")
            || text.isWord(at, "receives")
            || text.isWord(at, "отримала") || text.isWord(at, "получила")
    }
}
