import Sitrep

/// The reports of a story as JSON.
struct StoryObject: Encodable {
    let total: Int
    let irrelevant: Int
    let reports: [TellingObject]

    init(_ story: Story) {
        total = story.total
        irrelevant = story.irrelevant
        reports = story.tellings.map(TellingObject.init)
    }
}

/// One report of a story as JSON.
struct TellingObject: Encodable {
    let id: String
    let key: String
    let title: String
    let published: OrNull<String>
    let source: OrNull<String>
    let credit: OrNull<String>
    let url: OrNull<String>
    let language: OrNull<String>
    let path: String
    /// Sentences that no other report of the story has.
    let own: [String]

    init(_ telling: Telling) {
        id = telling.id
        key = telling.key
        title = telling.title
        published = OrNull(telling.published.text)
        source = OrNull(telling.source)
        credit = OrNull(telling.credit)
        url = OrNull(telling.url)
        language = OrNull(telling.language)
        path = telling.path
        own = telling.own
    }
}
