package no.grenselos.store.jdbc;

import java.util.List;
import java.util.Optional;
import no.grenselos.store.RuleBooks;
import org.jdbi.v3.core.Handle;

record JdbcRuleBooks(Handle handle) implements RuleBooks {
  @Override
  public Optional<Source> latest() {
    return handle
        .createQuery("select source from rule_book order by revision desc limit 1")
        .mapTo(String.class)
        .findOne()
        .map(text -> Json.read(Source.class, text));
  }

  @Override
  public int newest() {
    return handle
        .createQuery("select coalesce(max(revision), 0) from rule_book")
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<Source> find(int revision) {
    return handle
        .createQuery("select source from rule_book where revision = :revision")
        .bind("revision", revision)
        .mapTo(String.class)
        .findOne()
        .map(text -> Json.read(Source.class, text));
  }

  @Override
  public List<Source> before(int revision, int most) {
    return handle
        .createQuery(
            """
            select source from rule_book where revision < :revision
            order by revision desc limit :most
            """)
        .bind("revision", revision)
        .bind("most", most)
        .mapTo(String.class)
        .map(text -> Json.read(Source.class, text))
        .list();
  }

  @Override
  public boolean add(Source source) {
    return handle
            .createUpdate(
                """
                insert into rule_book (revision, source)
                select :revision, :source
                where :revision = (select coalesce(max(revision), 0) + 1 from rule_book)
                on conflict do nothing
                """)
            .bind("revision", source.revision())
            .bind("source", Json.write(Source.class, source))
            .execute()
        == 1;
  }
}
