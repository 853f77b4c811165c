/// Words that say what the date beside them is.
enum DateWords {
    /// What a word says of a date.
    enum Meaning { case published, updated }

    /// What the words of a line say; publication counts before an update.
    static func meaning(_ line: String) -> Meaning? {
        let lowered = line.lowercased()
        if updated.contains(where: { ByteSearch.contains(lowered, $0) }) {
            return published.contains { ByteSearch.contains(lowered, $0) } && !isOneWord(lowered)
                ? .published : .updated
        }
        return published.contains { ByteSearch.contains(lowered, $0) } ? .published : nil
    }

    /// Whether a line begins by saying that a date of publication follows.
    static func beginsPublished(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return (published + labels).contains(where: lowered.hasPrefix)
    }

    /// Whether a line below a report may be a note about it, and no sentence of it.
    static func mayBeNote(_ line: String) -> Bool {
        beginsPublished(line) || !line.hasSuffix(".") || noteStarts.contains(where: line.lowercased().hasPrefix)
    }

    private static let noteStarts = [
        "this article", "this report", "this story", "this post", "this piece", "this text", "(this", "the article was",
        "dieser artikel", "dieser beitrag", "cet article", "este artículo", "este artigo", "questo articolo",
        "dit artikel", "цей матеріал", "цю статтю", "этот материал", "эта статья",
    ]

    /// Whether words of this meaning stand in the 40 bytes before an offset of a line.
    static func stands(_ meaning: Meaning, justBefore offset: Int, in line: String) -> Bool {
        // Lower-casing may change the length of a few letters; the distance is loose enough.
        let before = String(decoding: line.utf8.prefix(offset).suffix(40), as: UTF8.self).lowercased()
        return (meaning == .published ? published : updated).contains { ByteSearch.contains(before, $0) }
    }

    /// Phrases of a note of the last update that a sentence hardly has.
    static let updateNotes = words(
        """
        last updated|last update|last modified|last revised|last edited|revised on|updated on|updated:|updated at
        оновлено|обновлено|последнее обновление|останнє оновлення|aktualisiert am|zuletzt aktualisiert|zuletzt geändert
        mis à jour le|mise à jour le|actualizado el|actualizado:|última actualización|aggiornato il|aggiornato alle
        ultimo aggiornamento|atualizado em|última atualização|bijgewerkt op|laatst bijgewerkt|senast uppdaterad
        sist oppdatert|zaktualizowano|aktualizacja:|aktualizováno|son güncelleme|terakhir diperbarui
        """
    )

    /// Words of a note that says when a report was written.
    static let written = [
        "written ", "compiled ", "prepared ", "filed ", "geschrieben ", "verfasst ", "rédigé ", "escrito ", "scritto ",
        "написано ", "підготовлено ", "подготовлено ", "складено ", "составлено ",
    ]

    /// "Published" may be a part of "last published".
    private static func isOneWord(_ lowered: String) -> Bool {
        ["last published", "zuletzt veröffentlicht"].contains { ByteSearch.contains(lowered, $0) }
    }

    private static let labels = ["date:", "datum:", "fecha:", "data:", "дата:"]

    /// Stems and words of publication, in lower case.
    static let published = words(
        """
        published|posted on|posted at|posted:|first published|publication date|date published|written on
        опубліковано|опубликовано|опублікован|опубликован|дата публікації|дата публикации|розміщено|размещено
        publiziert|veröffentlicht|erschienen am|erstellt am|publié|mis en ligne|paru le|publicado|publicada
        pubblicato|pubblicata|opublikowan|data publikacji|publikováno|zveřejněno|gepubliceerd|geplaatst op|publicerad
        publisert|publiceret|udgivet|julkaistu|objavljeno|објављено|публикувана|δημοσιεύ|yayınlan|yayımlan|közzété
        dipublikasikan|diterbitkan|publicat pe|postat|tarihi|نشر في|تاريخ النشر|发布时间|發布時間|发表时间|등록|입력|公開日
        """
    )

    /// Stems and words of a later change, in lower case.
    static let updated = words(
        """
        updated|last update|last modified|last revised|last edited|revised on|modified:|modified on|оновлено|обновлено
        последнее обновление|останнє оновлення|изменено|змінено|aktualisiert|geändert|mis à jour|mise à jour|modifié le
        actualizado|actualizada|actualització|aggiornat|atualizad|última modificación|última modificação|bijgewerkt
        uppdaterad|oppdatert|opdateret|päivitetty|zaktualizowano|aktualizacja|aktualizováno|güncelle|ενημερώθηκε
        diperbarui|更新|수정|最終更新
        """
    )

    private static func words(_ text: String) -> [String] {
        text.split { $0 == "|" || $0 == "\n" }.map(String.init)
    }
}
