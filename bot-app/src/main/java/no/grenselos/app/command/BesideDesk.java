package no.grenselos.app.command;

import java.util.List;
import java.util.Optional;
import no.grenselos.app.config.AppSettings;
import no.grenselos.flow.Desk;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Aids;
import no.grenselos.work.CrmPort;
import no.grenselos.work.Equipment;
import no.grenselos.work.Outside;
import no.grenselos.work.Rules;

/**
 * A desk beside the nodes that run: it works on the store and calls nobody. What is to be shown or
 * said stands in the outbox, for the nodes to carry out.
 */
record BesideDesk(Desk desk, Router router) implements AutoCloseable {
  static BesideDesk of(OpenHouse house) {
    RuleBook book = house.book();
    AppSettings app = house.configuration().app();
    Router router = Router.of(withoutRoutes(book), house.setup().clock());
    Rules rules = new Rules(book, BesideDesk::unread, router);
    String channels = app.chats().isEmpty() ? "slack" : app.chats().getFirst().kind();
    Aids plain = Aids.plain();
    Aids aids = new Aids(plain.meanings(), Optional.empty(), Optional.of(house.texts()));
    return new BesideDesk(
        new Desk(
            new Equipment(
                house.store(),
                () -> rules,
                new Outside(List.of(), List.of()),
                channels,
                house.setup().clock(),
                entry -> {},
                Pupil.NOBODY,
                app.lease(),
                CrmPort.NONE,
                aids,
                app.retention(),
                app.topicSearch())),
        router);
  }

  /** Nothing is decided here, and ten thousand routes take their time to be made ready. */
  private static RuleBook withoutRoutes(RuleBook book) {
    return new RuleBook(
        book.revision(),
        book.house(),
        List.of(),
        List.of(),
        book.topics(),
        book.experts(),
        book.teams());
  }

  private static Reading unread(Mention mention) {
    return new Reading(
        Language.UNKNOWN, Intent.OTHER, 0, Severity.NORMAL, List.of(), List.of(), null);
  }

  @Override
  public void close() {
    router.close();
  }
}
