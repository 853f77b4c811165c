/// The dates that a page's fields give: JSON-LD, meta tags, microdata.
struct MetadataDates: Sendable, Equatable {
    /// When the report was published.
    var published: DateStamp?
    /// When it was made or last changed: less than its publication, more than nothing.
    var changed: DateStamp?

    init() {}

    init(_ page: HTMLDocument, metas: [String: String], structured: StructuredData, style: DateStyle) {
        func best(_ values: some Sequence<String>) -> DateStamp? {
            let stamps = values.compactMap { DateStamp($0, style: style) }
            return stamps.first { $0.date.precision == .day } ?? stamps.first
        }
        let tags = MetadataDates.publishedNames.compactMap { metas[$0] }
        let microdata = MetadataDates.properties(["datepublished", "dateissued"], of: page)
        published = best([structured.published].compactMap { $0 } + tags + microdata)
        let later = MetadataDates.changedNames.compactMap { metas[$0] }
        let made = MetadataDates.properties(["datecreated", "uploaddate", "datemodified"], of: page)
        changed = best(
            [structured.created].compactMap { $0 } + made.prefix(1) + [structured.modified].compactMap { $0 } + later
        )
    }

    /// Names of meta tags that give the publication date, best first.
    private static let publishedNames = names(
        """
        article:published_time datepublished og:article:published_time og:published_time published_time
        og:pubdate og:publish_date og:article:published article:published og:release_date article:publicationdate
        bt:pubdate rnews:datepublished schema:datepublished vr:published_time parsely-pub-date sailthru.date
        publishdate publish-date publish_date publish_time publishtime publication_date publication-date
        publicationdate pubdate pub_date pubtime published-date published_date date_published date-published
        published_at published-at published publish published-at-timestamp publishing_date displaydate
        article_date_original article-published article.published article_published_time article:pubdate articledate
        article_date firstpublishdate first_published firstpublished first-publish-date
        originalpublicationdate original-publish-date cxenseparse:recs:publishtime cxenseparse:publishtime
        cxenseparse:recs:articlepublishtime cse:pubdate shareaholic:article_published_time
        gen:datepublished mediator_published_time lp.article:published_time dcterms.issued dc.date.issued
        dc.issued dc.dateissued dc.date.published dcterms.published citation_publication_date citation_date
        citation_online_date prism.publicationdate eprints.date bepress_citation_date wp.pubdate
        ptime pdate release_date release-date releasedate releasetime news_publish_date contentdate
        exif:datetimeoriginal dcterms.created dc.date.created dc.created dc.date dcterms.date dc.date.x-metadatadissemination
        article:post_date article:date article.created article:created_time article:created created created_at
        creation_date creationdate creation-date datecreated date_created date-created createdate content_create_date
        date date.release date:published time timestamp itemdate og:date og:article:date
        """
    )

    /// Names of meta tags that give the day of a later change, best first.
    private static let changedNames = names(
        """
        article:modified_time og:article:modified_time og:updated_time og:modified_time modified_time datemodified
        article:modified article:updated_time article:updated article.updated updated_time dc.date.modified
        dcterms.modified dc.modified last_modified lastmodified modifieddate modified_date modified-date modified
        lastmod lastupdate last-update last_updated updated revised revision_date revision-date date_updated
        last-modified
        """
    )

    private static func names(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    /// The values of microdata or RDFa properties, in document order: of the attribute that machines read, else the
    /// text.
    private static func properties(_ names: Set<String>, of page: HTMLDocument) -> [String] {
        var values: [String] = []
        for node in page.nodes.indices where !page.nodes[node].attributes.isEmpty && page.nodes[node].tag != "meta" {
            guard let name = page.attribute("itemprop", of: node) ?? page.attribute("property", of: node) else {
                continue
            }
            let isNamed = name.lowercased().split(separator: " ").contains { part in
                names.contains(String(part.drop { $0 != ":" }.dropFirst())) || names.contains(String(part))
            }
            guard isNamed, !PageParts.isOthers(page, node) else { continue }
            let value = page.attribute("content", of: node) ?? page.attribute("datetime", of: node)
            if let value = value ?? (page.nodes[node].text.count < 200 ? page.text(of: node) : nil) {
                values.append(value)
            }
        }
        return values
    }
}
