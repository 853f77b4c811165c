import Testing

@testable import Sitrep

@Suite("The file of saved searches is changed line by line")
struct SavedTextTests {
    @Test(
        "Line breaks that are no line feeds are changed rightly or refused",
        arguments: [
            "searches:\r- name: a\r  query: x\r", "searches:\r  - name: a\r  - name: b\r",
            "searches:\n- name: a\n  query: \"x\u{2028}y\u{2029}z\"\n- name: b\n  query: n\n",
            "searches:\u{85}- name: a\u{85}  query: x\u{85}", "searches:\r\n- name: a\r\n- name: b\r\n  query: x\r\n",
        ]
    )
    func otherBreaks(content: String) throws {
        let before = try SavedText(Array(content.utf8), path: "saved.yaml")
        #expect(!before.searches.isEmpty)
        for number in before.searches.indices {
            var file = before
            var wanted = before.searches.map(\.name)
            do throws(VocabularyError) {
                try file.remove(number)
                wanted.remove(at: number)
            } catch {
                #expect(error.message.contains("laid out") && file.bytes == before.bytes)
            }
            #expect(file.searches.map(\.name) == wanted)
        }
        var file = before
        do throws(VocabularyError) {
            try file.add(SavedSearch(name: "new"))
            #expect(file.searches.count == before.searches.count + 1)
        } catch {
            #expect(error.message.contains("laid out") && file.bytes == before.bytes)
        }
    }
}
