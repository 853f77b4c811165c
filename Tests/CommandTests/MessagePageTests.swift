import Foundation
import Testing

@Suite("The page about messages")
struct MessagePageTests {
    private static let recipes =
        ReadingMessages.all + RequestMessages.all + ChangeMessages.all + DataMessages.all + MachineMessages.all

    private static let page = Result { try MessagePage() }

    private static func name(_ status: Int32, _ message: String) -> String { "\(status): \(message)" }

    @Test("It has the messages that are tested here and no others, each once")
    func rows() throws {
        let listed = try Self.page.get().rows.map { Self.name($0.status, $0.message) }
        let tested = Self.recipes.map { Self.name($0.status, $0.message) }
        #expect(Set(listed).subtracting(tested).isEmpty && Set(tested).subtracting(listed).isEmpty)
        #expect(Set(listed).count == listed.count && Set(tested).count == tested.count)
        #expect(listed.count > 150)
        let statuses = Set(try Self.page.get().rows.map(\.status))
        #expect(statuses == [1, 64, 65, 66, 69, 74, 75])
    }

    @Test("The program says each of them as it stands there, with its status and with advice", arguments: recipes)
    func message(recipe: MessageRecipe) throws {
        guard recipe.needs.allSatisfy(\.isMet) else { return }
        let row = try #require(
            try Self.page.get().rows.first { $0.status == recipe.status && $0.message == recipe.message }
        )
        recipe.check(try recipe.run(try MessageScene()), row)
    }
}
