// The least that a search can be: opens a Xapian database, finds the ten best reports for some words, prints what is
// stored of each. What `sitrep search` is compared with, as a whole cold process.
//
//   c++ -O2 -std=c++17 plain_search.cc -o plain_search -lxapian
//   plain_search DATABASE WORD…
#include <xapian.h>

#include <cstdio>
#include <string>
#include <vector>

int main(int count, char **arguments) {
    if (count < 3) return std::fprintf(stderr, "usage: plain_search DATABASE WORD...\n"), 64;
    try {
        Xapian::Database database(arguments[1]);
        Xapian::Stem stem("english");
        std::vector<Xapian::Query> words;
        for (int i = 2; i < count; i++) words.emplace_back("Z" + stem(arguments[i]));
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end()));
        Xapian::MSet matches = enquire.get_mset(0, 10);
        std::printf("%u reports\n", matches.get_matches_estimated());
        for (auto match = matches.begin(); match != matches.end(); ++match)
            std::printf("%.4f %s\n", match.get_weight(), match.get_document().get_data().c_str());
    } catch (const Xapian::Error &error) {
        return std::fprintf(stderr, "%s\n", error.get_description().c_str()), 1;
    }
}
