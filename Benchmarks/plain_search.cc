// The least that a search can be: opens a Xapian database, finds the ten best reports for some words, prints what is
// stored of each. What `sitrep search` is compared with, as a whole cold process; and the same within one process.
//
//   c++ -O2 -std=c++17 plain_search.cc -o plain_search -lxapian
//   plain_search DATABASE WORD…               one search for all of the words, or with OR between them for any; its
//                                             time is that of the process
//   plain_search --times DATABASE QUERIES     p50 and p99 of each class of queries.tsv (see generate.py), in microseconds
//   plain_search --facets DATABASE WORD       top 10 with counts of three facets and the months over all matches
//   plain_search --texts DATABASE             the bytes of the texts in a database of sitrep, which plain_index leaves out
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

static double microseconds(Clock::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

static std::vector<Xapian::Query> terms(const std::string &words, bool stemmed) {
    static const Xapian::Stem stem("english");
    std::vector<Xapian::Query> result;
    std::istringstream input(words);
    for (std::string word; input >> word;) result.emplace_back(stemmed ? "Z" + stem(word) : word);
    return result;
}

static int search(const char *path, int count, char **words) {
    Xapian::Database database(path);
    std::string all;
    auto operation = Xapian::Query::OP_AND;
    for (int i = 0; i < count; i++) {
        if (std::strcmp(words[i], "OR") == 0)
            operation = Xapian::Query::OP_OR;
        else
            all += std::string(words[i]) + " ";
    }
    auto list = terms(all, true);
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(operation, list.begin(), list.end()));
    Xapian::MSet matches = enquire.get_mset(0, 10);
    std::printf("%u reports\n", matches.get_matches_estimated());
    for (auto match = matches.begin(); match != matches.end(); ++match)
        std::printf("%.4f %s\n", match.get_weight(), match.get_document().get_data().c_str());
    return 0;
}

/// A day as the value has it: 20240131 as 2024-01-31.
static std::string day(const std::string &digits) {
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
}

static Xapian::Query query(const std::vector<std::string> &row) {
    bool is_phrase = row[0] == "phrase2";
    auto list = terms(row[1], !is_phrase);
    auto operation = is_phrase ? Xapian::Query::OP_PHRASE
                     : row[0].compare(0, 3, "and") == 0 ? Xapian::Query::OP_AND
                                                        : Xapian::Query::OP_OR;
    Xapian::Query result(operation, list.begin(), list.end());
    if (!row[2].empty()) result = Xapian::Query(Xapian::Query::OP_FILTER, result, Xapian::Query("XR" + row[2]));
    if (row[3].empty()) return result;
    Xapian::Query range(Xapian::Query::OP_VALUE_RANGE, 0, day(row[3]), day(row[4]));
    return Xapian::Query(Xapian::Query::OP_FILTER, result, range);
}

static int times(const char *path, const char *queries) {
    Xapian::Database database(path);
    std::vector<std::vector<std::string>> rows;
    std::ifstream input(queries);
    for (std::string line; std::getline(input, line);) {
        std::vector<std::string> row(5);
        std::istringstream fields(line);
        for (auto &field : row) std::getline(fields, field, '\t');
        rows.push_back(row);
    }
    std::map<std::string, std::vector<double>> measured;
    // The first round only warms up.
    for (int round = 0; round < 4; round++)
        for (auto &row : rows) {
            auto start = Clock::now();
            Xapian::Enquire enquire(database);
            enquire.set_query(query(row));
            Xapian::MSet matches = enquire.get_mset(0, 10);
            for (auto match = matches.begin(); match != matches.end(); ++match) match.get_document().get_data();
            if (round > 0) measured[row[0]].push_back(microseconds(Clock::now() - start));
        }
    for (auto &[name, list] : measured) {
        std::sort(list.begin(), list.end());
        std::printf("%s p50 %.0f p99 %.0f\n", name.c_str(), list[list.size() / 2], list[list.size() * 99 / 100]);
    }
    return 0;
}

static int facets(const char *path, const char *word) {
    Xapian::Database database(path);
    auto list = terms(word, true);
    std::vector<double> measured;
    Xapian::doccount matching = 0;
    for (int round = 0; round < 12; round++) {
        auto start = Clock::now();
        Xapian::Enquire enquire(database);
        enquire.set_query(std::strcmp(word, "*") == 0 ? Xapian::Query("") : list.at(0));
        using Spy = Xapian::ValueCountMatchSpy;
        Spy spies[] = {Spy(1), Spy(2), Spy(3), Spy(4)};
        for (auto &spy : spies) enquire.add_matchspy(&spy);
        matching = enquire.get_mset(0, 10, database.get_doccount()).get_matches_estimated();
        if (round > 0) measured.push_back(microseconds(Clock::now() - start));
    }
    std::sort(measured.begin(), measured.end());
    auto percentile = [&](size_t share) { return measured[measured.size() * share / 100]; };
    std::printf("facets %s matching %u p50 %.0f p99 %.0f\n", word, matching, percentile(50), percentile(99));
    return 0;
}

/// How much the entries take under which an index of sitrep keeps the texts of reports.
static int texts(const char *path) {
    Xapian::Database database(path);
    const std::string prefix = "text/";
    size_t bytes = 0;
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
        bytes += (*key).size() + database.get_metadata(*key).size();
    std::printf("%zu\n", bytes);
    return 0;
}

int main(int count, char **arguments) {
    try {
        if (count == 4 && std::strcmp(arguments[1], "--times") == 0) return times(arguments[2], arguments[3]);
        if (count == 4 && std::strcmp(arguments[1], "--facets") == 0) return facets(arguments[2], arguments[3]);
        if (count == 3 && std::strcmp(arguments[1], "--texts") == 0) return texts(arguments[2]);
        if (count >= 3 && arguments[1][0] != '-') return search(arguments[1], count - 2, arguments + 2);
    } catch (const Xapian::Error &error) {
        return std::fprintf(stderr, "%s\n", error.get_description().c_str()), 1;
    }
    return std::fprintf(stderr, "usage: plain_search [--times | --facets | --texts] DATABASE [WORD... | QUERIES]\n"), 64;
}
