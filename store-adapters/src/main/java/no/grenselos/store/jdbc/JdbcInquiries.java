package no.grenselos.store.jdbc;

import java.util.Optional;
import no.grenselos.store.Inquiries;
import org.jdbi.v3.core.Handle;

record JdbcInquiries(Handle handle) implements Inquiries {
  @Override
  public Inquiry ask(Draft draft) {
    return handle
        .createQuery("insert into inquiry (draft) values (:draft) returning id")
        .bind("draft", Json.write(Draft.class, draft))
        .mapTo(Long.class)
        .findOne()
        .flatMap(this::find)
        .orElseThrow();
  }

  @Override
  public Optional<Inquiry> find(long number) {
    return handle
        .createQuery("select * from inquiry where id = :id")
        .bind("id", number)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Inquiry(
              columns.number("id"),
              columns.json(Draft.class, "draft"),
              columns.textOrNull("reply") == null ? null : columns.json(Reply.class, "reply"));
        })
        .findOne();
  }

  @Override
  public boolean end(long number, Reply reply) {
    return handle
            .createUpdate("update inquiry set reply = :reply where id = :id and reply is null")
            .bind("reply", Json.write(Reply.class, reply))
            .bind("id", number)
            .execute()
        == 1;
  }
}
