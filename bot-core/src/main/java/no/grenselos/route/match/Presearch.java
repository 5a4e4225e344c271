package no.grenselos.route.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Picks the queries that may match a post, by two terms of each query that both must stand in the
 * post. As Lucene's multipass presearcher, but each pass asks one field that holds the terms of all
 * fields: asking nine fields one by one for a post's terms took longer than running what was found.
 */
final class Presearch extends MultipassTermFilteredPresearcher {
  private static final List<String> PASSES = List.of("first pass", "second pass");

  Presearch() {
    super(PASSES.size(), 0f, new FieldWeights(), List.of(new PatternBeginnings()), Set.of());
  }

  @Override
  public Document buildQueryDocument(QueryTree query) {
    Document document = new Document();
    for (String pass : PASSES) {
      query.collectTerms((field, term) -> {
        // a post's terms that no query has are dropped by this one
        document.add(new StringField(field, term, Field.Store.NO));
        document.add(new StringField(pass, joined(field, term), Field.Store.NO));
      });
      query.advancePhase(0f);
    }
    return document;
  }

  @Override
  protected DocumentQueryBuilder getQueryBuilder() {
    return new OfPost();
  }

  private static BytesRef joined(String field, BytesRef term) {
    byte[] name = (field + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] joined = new byte[name.length + term.length];
    System.arraycopy(name, 0, joined, 0, name.length);
    System.arraycopy(term.bytes, term.offset, joined, name.length, term.length);
    return new BytesRef(joined);
  }

  private static final class OfPost implements DocumentQueryBuilder {
    private final List<BytesRef> terms = new ArrayList<>();

    @Override
    public void addTerm(String field, BytesRef term) {
      terms.add(joined(field, term));
    }

    @Override
    public Query build() {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (String pass : PASSES) {
        all.add(new TermInSetQuery(pass, terms), BooleanClause.Occur.MUST);
      }
      return all.build();
    }
  }
}
