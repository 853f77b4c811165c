import Testing

@testable import Sitrep

@Suite("Sentences keep their own signs, and end where they end")
struct SentencesTests {
    private func sentences(_ text: String) -> [String] {
        let sentences = Sentences(text)
        return sentences.all.map(sentences.text)
    }

    @Test(
        "Quotation marks and brackets stay with their words",
        arguments: [
            ["“It is important to end terrorism,” President Ray Doe said.", "“We will not wait for it,” he said."],
            [
                "[MERIDIAN WIRE] Forty drones crossed the border.", "(They were shot down at night.)",
                "Nobody was hurt there.",
            ],
            ["«Це дуже важливо для всіх», — сказав він.", "«Ми не чекаємо на це», — додав міністр."],
            ["« Nous ne voulons pas attendre. »", "« Ils sont partis hier soir »."],
            ["Він сказав: „Ми чекаємо тут на них.“", "Потім усі пішли додому разом."],
            ["قال الوزير «لن ننتظر أحدا هنا».", "وصل الجنود إلى المدينة مساء."],
            ["He asked: \"Where have they all gone?\"", "\"To the river at night,\" she said."],
        ]
    )
    func signs(parts: [String]) {
        #expect(sentences(parts.joined(separator: " ")) == parts)
        #expect(sentences(parts.joined(separator: "\n\n")) == parts)
    }

    @Test(
        "Abbreviations with full stops inside, initials and titles end none",
        arguments: [
            "The U.S. President said on Monday that it would help.",
            "Troops of the U.S. Army’s 3rd Brigade left at 5 p.m. Monday for the coast.",
            "A report by J. R. Doe and V. Hrynko said that four were hurt.",
            "Про це повідомив В. О. Гринько на зустрічі в місті.",
            "The order came from Gen. Ostap Hrynko late in the evening.",
            "Збитки склали 40 тис. гривень, сказали в місті.",
        ]
    )
    func abbreviations(text: String) {
        #expect(sentences(text) == [text])
    }

    @Test("After an abbreviation a sentence begins with a word that stands before no name, or on a new line")
    func ends() {
        let parts = ["The plane flew back to the U.S. ", "The minister said nothing of it."]
        #expect(sentences(parts.joined()) == parts.map { $0.split(separator: " ").joined(separator: " ") })
        #expect(sentences("They came back to the U.S.\n\n“President Doe was glad of it.”").count == 2)
    }

    @Test("Lines of signs are nobody's, and no text is lost or doubled", arguments: ["— — —", "***", "-----"])
    func rules(line: String) {
        let parts = ["The first of them came in the morning.", "* The second came much later that day."]
        #expect(sentences(parts[0] + "\n" + line + "\n" + parts[1]) == parts)
        #expect(sentences(line).isEmpty && sentences("").isEmpty)
    }

    @Test("Ranges never overlap, whatever the text", arguments: [1, 2, 3, 4, 5])
    func soup(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "Word", "слово", "U.S.", "J.", "“", "”", "«", "»", "(", ")", ".", "! ", "? ", " ", "\n", "\u{A0}", "\0",
            "\u{301}", "5", "的", "مرحبا", "…", "-", "[", "]", "\r\n",
        ]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let sentences = Sentences(text)
            var end = 0
            for sentence in sentences.all {
                #expect(sentence.range.lowerBound >= end && sentence.range.upperBound > sentence.range.lowerBound)
                end = sentence.range.upperBound
            }
            #expect(end <= text.utf8.count)
        }
    }
}
