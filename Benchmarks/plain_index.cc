// What plain Xapian does with the reports that generate.py writes: one thread, TermGenerator with the English stemmer and
// positions, boolean terms and values for three facets, the title and the date as the record. What `sitrep index` is
// compared with; it extracts nothing, groups no stories, and keeps no text.
//
//   c++ -O2 -std=c++17 plain_index.cc -o plain_index -lxapian
//   plain_index REPORTS.tsv DATABASE
#include <xapian.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

static std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    for (size_t start = 0; start <= line.size();) {
        size_t end = line.find(separator, start);
        if (end == std::string_view::npos) end = line.size();
        parts.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

int main(int count, char **arguments) {
    if (count != 3) return std::fprintf(stderr, "usage: plain_index REPORTS.tsv DATABASE\n"), 64;
    static const char *const prefixes[] = {"XR", "XA", "XW"};
    try {
        std::ifstream input(arguments[1]);
        if (!input) return std::fprintf(stderr, "%s cannot be read\n", arguments[1]), 66;
        Xapian::WritableDatabase database(arguments[2], Xapian::DB_CREATE_OR_OVERWRITE);
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem("english"));
        for (std::string line; std::getline(input, line);) {
            auto fields = split(line, '\t');
            if (fields.size() != 7) continue;
            std::string date(fields[1]), title(fields[5]), text(fields[6]);
            Xapian::Document document;
            generator.set_document(document);
            generator.set_termpos(0);
            generator.index_text(title, 1, "S");
            generator.increase_termpos();
            generator.index_text(title);
            generator.increase_termpos();
            generator.index_text(text);
            document.add_boolean_term("Q" + std::string(fields[0]));
            document.add_value(0, date);
            document.add_value(1, date.substr(0, 7));
            for (unsigned facet = 0; facet < 3; facet++) {
                bool is_first = true;
                for (auto value : split(fields[2 + facet], '|')) {
                    std::string path(value);
                    // A value counts for those that it lies in, too.
                    for (size_t at = 0; at != std::string::npos;) {
                        at = path.find('/', at + 1);
                        document.add_boolean_term(prefixes[facet] + path.substr(0, at));
                    }
                    if (is_first) document.add_value(2 + facet, path);
                    is_first = false;
                }
            }
            document.set_data(title + "\n" + date);
            database.add_document(document);
        }
        database.commit();
    } catch (const Xapian::Error &error) {
        return std::fprintf(stderr, "%s\n", error.get_description().c_str()), 1;
    }
}
