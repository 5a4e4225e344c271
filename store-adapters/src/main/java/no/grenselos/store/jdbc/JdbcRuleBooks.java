package no.grenselos.store.jdbc;

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
