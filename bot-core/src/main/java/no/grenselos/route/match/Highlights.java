package no.grenselos.route.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.grenselos.reading.Evidence;
import no.grenselos.route.query.QueryField;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Finds where in one post a query matches. Not thread safe. */
final class Highlights {
  private final MentionDocument post;
  private final IndexSearcher searcher;
  private final LeafReaderContext leaf;

  Highlights(MentionDocument post) {
    this.post = post;
    this.searcher =
        MemoryIndex.fromDocument(post.document(), new KeywordAnalyzer(), true, true)
            .createSearcher();
    this.leaf = searcher.getIndexReader().leaves().getFirst();
  }

  /** Empty when it does not match. */
  List<Evidence> of(Query query) {
    Map<Integer, Evidence> words = new TreeMap<>();
    Set<String> fields = new TreeSet<>();
    try {
      Matches matches =
          searcher
              .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
              .matches(leaf, 0);
      if (matches == null) return List.of();
      for (String field : matches) fields.add(field);
      for (String field : QueryField.IN_TEXT) add(words, matches.getMatches(field));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Evidence> evidence = new ArrayList<>(words.values());
    evidence.addAll(Wanted.by(query).in(post, fields));
    return evidence;
  }

  private void add(Map<Integer, Evidence> words, @Nullable MatchesIterator found)
      throws IOException {
    while (found != null && found.next()) {
      MatchesIterator parts = found.getSubMatches();
      if (parts == null) {
        add(words, found.startOffset(), found.endOffset());
      } else {
        while (parts.next()) add(words, parts.startOffset(), parts.endOffset());
      }
    }
  }

  private void add(Map<Integer, Evidence> words, int start, int end) {
    String text = post.mention().text();
    words.putIfAbsent(start, new Evidence(start, end, text.substring(start, end), "text"));
  }
}
