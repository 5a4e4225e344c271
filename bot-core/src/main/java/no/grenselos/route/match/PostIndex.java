package no.grenselos.route.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * Some thousand posts in one index in memory, through which each query runs once. It finds what
 * {@link QuerySet} finds post by post, many times as fast, but not where in a post. Not thread
 * safe; close it.
 */
public final class PostIndex implements AutoCloseable {
  // a batch of ordinary posts stays one segment; of very long ones it becomes several, in order
  private static final double BUFFER_MB = 64;

  // in one piece each: a look-up in many small ones took longer than what it found
  private final ByteBuffersDirectory directory =
      new ByteBuffersDirectory(
          new SingleInstanceLockFactory(),
          ByteBuffersDataOutput::new,
          ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final int size;
  private final Map<Query, BitSet> found = new HashMap<>();

  /** One mention and what was understood of it. */
  public record Post(Mention mention, Reading reading) {}

  public PostIndex(List<Post> posts) {
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(BUFFER_MB);
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Post post : posts) {
          writer.addDocument(new MentionDocument(post.mention(), post.reading()).document());
        }
      }
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    size = posts.size();
  }

  /** Which of the queries match, for each post in the order given; without evidence. */
  public List<Hits> matching(List<Query> queries) {
    BitSet[] byPost = new BitSet[size];
    for (int post = 0; post < size; post++) byPost[post] = new BitSet();
    for (int number = 0; number < queries.size(); number++) {
      BitSet posts = posts(queries.get(number));
      for (int post = posts.nextSetBit(0); post >= 0; post = posts.nextSetBit(post + 1)) {
        byPost[post].set(number);
      }
    }
    return List.of(byPost).stream().map(one -> new Hits(one, query -> List.of())).toList();
  }

  /** A query that was asked before, by this or another revision, is not asked again. */
  private BitSet posts(Query query) {
    return found.computeIfAbsent(query, this::searched);
  }

  private BitSet searched(Query query) {
    BitSet posts = new BitSet(size);
    if (query instanceof MatchAllDocsQuery) {
      posts.set(0, size);
      return posts;
    }
    try {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
      for (LeafReaderContext leaf : reader.leaves()) collect(weight, leaf, posts);
      return posts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(Weight weight, LeafReaderContext leaf, BitSet posts)
      throws IOException {
    Scorer scorer = weight.scorer(leaf);
    if (scorer == null) return;
    DocIdSetIterator matches = scorer.iterator();
    for (int doc = matches.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matches.nextDoc()) {
      posts.set(leaf.docBase + doc);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
