package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.ANA_IN_SLACK;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.InsightAction;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.RuleAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Language;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.Erasures.Writing;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Erasures} promises, and what other ports promise for it. */
public interface ErasuresContract extends StoreUnderTest {
  String SECRET = "hemmelig";
  List<String> MARKS = List.of(SECRET);

  private static String without(String text) {
    return text.replace(SECRET, "*");
  }

  private TicketId opened(String mention) {
    return write(books -> {
      books.mentions().add(Samples.mention(mention), Samples.understood(), Samples.ask(), T0);
      return books.tickets().open(Samples.draft(mention)).map(Ticket::id).orElseThrow();
    });
  }

  @Test
  default void whatPeopleWroteAboutATicketIsChangedThereAndNowhereElse() {
    TicketId one = opened("1");
    TicketId other = opened("2");
    for (TicketId ticket : List.of(one, other)) change(books -> written(books, ticket));

    int changed =
        write(b -> b.erasures().change(one, EnumSet.allOf(Writing.class), s -> without(s)));

    assertThat(changed).isEqualTo(5);
    assertThat(writings(one)).doesNotContain(SECRET).contains(HOSTILE);
    assertThat(writings(other)).contains(SECRET);
  }

  @Test
  default void onlyTheWritingsNamedAreChanged() {
    TicketId ticket = opened("1");
    change(books -> written(books, ticket));

    int changed = write(b -> b.erasures().change(ticket, Set.of(Writing.ANSWER), s -> ""));

    assertThat(changed).isEqualTo(1);
    assertThat(reading(books -> books.answers().of(ticket)).result().getFirst().text()).isEmpty();
    assertThat(reading(books -> books.care().notes(ticket)).result().getFirst().text())
        .contains(SECRET);
  }

  private static void written(Books books, TicketId ticket) {
    String text = HOSTILE + SECRET;
    AnswerId answer = books.answers().write(ticket, ANA, text, T0).id();
    books.care().note(ticket, ANA, text, T0);
    long fact = books.facts().need(ticket, Samples.HEAT_PUMPS, ANA, text, T0).number();
    boolean unused = books.facts().answer(fact, BEN, text, T0);
    books.proposals().add(new Proposal(answer, ticket, Proposal.Kind.APPROVAL, ANA, "", T0, null));
    Proposal.Verdict no =
        new Proposal.Verdict(Proposal.Verdict.What.RETURNED, BEN, text, answer, T0);
    boolean unused2 = books.proposals().decide(answer, no);
    // the log is plain text: no engine keeps a null character there
    books.audit().add(new AuditLog.Entry(T0, "ana", "nudge.passed", ticket, SECRET));
  }

  private String writings(TicketId ticket) {
    return read(books ->
        books.answers().of(ticket)
            + ""
            + books.care().notes(ticket)
            + books.facts().of(ticket)
            + books.proposals().of(ticket)
            + books.audit().of(ticket));
  }

  @Test
  default void examplesOfAllRevisionsAreChangedAndTheRulesAreNot() {
    Map<String, String> files =
        Map.of(
            "routes.yml", "when: hemmelig",
            "routes-test.yml", "- post: \"Noe HEMMELIG, \\u00e6\"\n",
            "topics/a.yml", "examples: [hemmelig]");
    for (int revision = 1; revision <= 2; revision++) {
      RuleBooks.Source source = new RuleBooks.Source(revision, T0, "ana", "", files);
      change(books -> assertThat(books.ruleBooks().add(source)).isTrue());
    }

    Erasures.Changed changed =
        write(b -> b.erasures().changeElsewhere(MARKS, s -> without(s.replace("HEMMELIG", "*"))));

    assertThat(changed).isEqualTo(new Erasures.Changed(true, List.of(), List.of()));
    for (int revision = 1; revision <= 2; revision++) {
      int number = revision;
      assertThat(reading(books -> books.ruleBooks().find(number)).result().orElseThrow().files())
          .containsEntry("routes.yml", "when: hemmelig")
          .containsEntry("routes-test.yml", "- post: \"Noe *, \\u00e6\"\n")
          .containsEntry("topics/a.yml", "examples: [*]");
    }
  }

  @Test
  default void whatPeopleAskedAndDraftedIsChanged() {
    long inquiry =
        write(b ->
                b.inquiries()
                    .ask(new Inquiries.Draft(ANA_IN_SLACK, new ExpertId("ben"), SECRET, "", T0)))
            .number();
    change(b -> b.inquiries().end(inquiry, new Inquiries.Reply(BEN, SECRET, T0)));
    RuleAction.WriteRule rule = new RuleAction.WriteRule("c", Map.of("post", SECRET), 1, SECRET);
    long draft = write(b -> b.ruleDrafts().keep(Samples.event("e1", rule)));

    Erasures.Changed changed = write(b -> b.erasures().changeElsewhere(MARKS, s -> without(s)));

    assertThat(changed).isEqualTo(new Erasures.Changed(false, List.of(inquiry), List.of(draft)));
    assertThat(reading(b -> b.inquiries().find(inquiry)).result().toString())
        .doesNotContain(SECRET);
    assertThat(reading(b -> b.ruleDrafts().find(draft)).result().toString()).doesNotContain(SECRET);
    assertThat(writing(b -> b.erasures().changeElsewhere(MARKS, s -> without(s))).result())
        .isEqualTo(Erasures.Changed.NOTHING);
  }

  @Test
  default void anAuthorsPostsAreFoundPageByPage() {
    AuthorName kari = AuthorName.parse("mastodon:@KARI");
    change(books -> {
      for (int i = 1; i <= 5; i++) {
        Mention mention = Samples.mention("" + i);
        boolean unused =
            books.mentions().add(mention, Samples.understood(), Samples.ask(), after(i));
      }
      books.mentions().erase(id("2"), T0);
    });

    Erasures.Page first = read(books -> books.erasures().by(kari, 0, 3));
    Erasures.Page second = read(books -> books.erasures().by(kari, first.next(), 3));

    assertThat(first.posts()).containsExactly(id("1"), id("3"));
    assertThat(first.last()).isFalse();
    assertThat(second.posts()).containsExactly(id("4"), id("5"));
    assertThat(second.last()).isTrue();
    AuthorName ola = AuthorName.parse("mastodon:ola");
    assertThat(reading(books -> books.erasures().by(ola, 0, 100)).result().posts()).isEmpty();
    AuthorName onX = AuthorName.parse("x:kari");
    assertThat(reading(books -> books.erasures().by(onX, 0, 100)).result().posts()).isEmpty();
  }

  @Test
  default void whatIsOldIsSweptSoManyAtATime() {
    for (int i = 1; i <= 3; i++) {
      int day = i;
      TicketId ticket = opened("" + i);
      change(books -> leftovers(books, ticket, day));
    }

    for (Leftover what : Leftover.values()) {
      assertThat(writing(b -> b.erasures().sweep(what, after(3), 1)).result()).hasSize(1);
      assertThat(writing(b -> b.erasures().sweep(what, after(3), 9)).result()).hasSize(1);
      assertThat(writing(b -> b.erasures().sweep(what, after(3), 9)).result()).isEmpty();
    }
    assertThat(reading(books -> books.audit().latest(9)).result()).hasSize(1);
    assertThat(reading(books -> books.inquiries().find(3)).result()).isPresent();
    assertThat(reading(books -> books.ruleDrafts().find(3)).result()).isPresent();
    assertThat(reading(books -> books.considered().of(new TicketId(3))).result()).hasSize(1);
  }

  private static void leftovers(Books books, TicketId ticket, int day) {
    books.audit().add(new AuditLog.Entry(after(day), "ana", "a.b", null, ""));
    books
        .considered()
        .keep(ticket, new Considered.Round(after(day), Samples.HEAT_PUMPS, null, "", List.of(), 0));
    Inquiries.Inquiry unused =
        books
            .inquiries()
            .ask(new Inquiries.Draft(ANA_IN_SLACK, new ExpertId("ben"), "", "", after(day)));
    InsightAction action = new InsightAction.TellInsights(InsightAction.Period.MONTH);
    long unused2 =
        books
            .ruleDrafts()
            .keep(
                new no.grenselos.chat.ChatEvent(
                    "e" + day,
                    ANA_IN_SLACK,
                    new no.grenselos.chat.ChatEvent.On.Nothing(),
                    action,
                    after(day)));
  }

  @Test
  default void whatWaitsOfAPostIsForgottenButNotWhatIsWorkedOn() {
    change(books -> {
      for (String event : List.of("1", "2", "3")) {
        boolean unused = books.mentionInbox().add(event, "post", Samples.posted(event), T0);
      }
      boolean unused = books.mentionInbox().add("4", "other", Samples.posted("4"), T0);
    });
    Inbox.Entry<?> leased = write(b -> b.mentionInbox().lease(1, T0, after(9))).getFirst();

    assertThat(writing(b -> b.mentionInbox().forget("post")).result()).isEqualTo(2);

    assertThat(leased.key()).isEqualTo("1");
    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isEqualTo(2);
    assertThat(reading(b -> b.mentionInbox().idle(e -> e.id().equals(id("4")))).result())
        .isEqualTo(1);
    assertThat(writing(b -> b.mentionInbox().forget(e -> e.id().equals(id("4")))).result())
        .isEqualTo(1);
    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isEqualTo(1);
    // its key is known for ever
    assertThat(writing(b -> b.mentionInbox().add("4", "other", Samples.posted("4"), T0)).result())
        .isFalse();
  }

  @Test
  default void whatComesAfterAForgottenOneIsHandedOut() {
    change(books -> {
      boolean one = books.mentionInbox().add("1", "post", Samples.posted("1"), T0);
      boolean two = books.mentionInbox().add("2", "post", Samples.posted("2"), T0);
      assertThat(one && two).isTrue();
    });

    assertThat(writing(b -> b.mentionInbox().forget(e -> e.id().equals(id("1")))).result())
        .isEqualTo(1);

    assertThat(writing(b -> b.mentionInbox().lease(9, T0, after(9))).result())
        .extracting(Inbox.Entry::key)
        .containsExactly("2");
  }

  @Test
  default void errandsWithWordsAreForgottenAndOthersAreNot() {
    Errand.Whisper whisper = new Errand.Whisper("w1", ANA_IN_SLACK, null, SECRET);
    Errand.LookUp look = new Errand.LookUp("l1", ANA_IN_SLACK, URI.create("https://a.example/b"));
    change(books -> {
      books.outbox().put(whisper, "g", T0);
      books.outbox().put(look, "g", T0);
      books.outbox().put(new Errand.Show(new PlacementId(1)), "g", T0);
    });

    int gone = write(b -> b.outbox().forget(errand -> errand.toString().contains(SECRET)));

    assertThat(gone).isEqualTo(1);
    assertThat(reading(books -> books.outbox().waiting()).result()).isEqualTo(2);
    assertThat(writing(b -> b.outbox().lease(9, T0, after(9))).result())
        .extracting(Outbox.Entry::errand)
        .containsExactly(look);
  }

  @Test
  default void whatWasSetAsideLongAgoIsForgotten() {
    change(books -> {
      boolean unused = books.mentionInbox().add("1", "a", Samples.posted("1"), T0);
      books.outbox().put(new Errand.Show(new PlacementId(1)), "g", T0);
      books.mentionInbox().lease(1, T0, after(9)).forEach(e -> books.mentionInbox().park(e, "bad"));
      books.outbox().lease(1, T0, after(9)).forEach(e -> books.outbox().park(e, "bad"));
      boolean unused2 = books.mentionInbox().add("2", "b", Samples.posted("2"), T0);
    });

    assertThat(writing(b -> b.mentionInbox().forgetParked(T0, 9)).result()).isZero();
    assertThat(writing(b -> b.mentionInbox().forgetParked(e -> e.id().equals(id("2")))).result())
        .isZero();
    assertThat(writing(b -> b.mentionInbox().forgetParked(after(1), 9)).result()).isEqualTo(1);
    assertThat(writing(b -> b.outbox().forgetParked(after(1), 9)).result()).isEqualTo(1);
    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isEqualTo(1);
    assertThat(reading(books -> books.mentionInbox().parked(9)).result()).isEmpty();
  }

  @Test
  default void aKeptTextIsFoundByItsNewWordsOnly() {
    Source source = new Source(Source.Kind.LETTER, "", null, null, "letter");
    Kept.Draft draft =
        new Kept.Draft(
            ANA, List.of(Samples.HEAT_PUMPS), new Language("nb"), SECRET + " brumming", source, T0);
    Kept kept = write(books -> books.memory().keep(draft)).orElseThrow();

    boolean reworded = write(books -> books.memory().reword(kept.id(), "Demp brumming."));

    assertThat(reworded).isTrue();
    assertThat(reading(books -> books.memory().search(Memory.Search.words(SECRET), 9)).result())
        .isEmpty();
    assertThat(reading(books -> books.memory().search(Memory.Search.words("brumming"), 9)).result())
        .extracting(Kept::text)
        .containsExactly("Demp brumming.");
    assertThat(
            reading(books -> books.memory().search(Memory.Search.on(Samples.HEAT_PUMPS), 9))
                .result())
        .hasSize(1);
    boolean gone = write(books -> books.memory().forget(kept.id()));
    assertThat(gone).isTrue();
    assertThat(writing(books -> books.memory().reword(kept.id(), "x")).result()).isFalse();
  }
}
