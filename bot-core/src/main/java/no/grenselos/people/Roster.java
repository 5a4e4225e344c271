package no.grenselos.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Team;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.work.People;
import no.grenselos.work.Seen;

/**
 * Everybody who may be asked, with all that is known of each; as of one transaction, which only
 * reads.
 */
public final class Roster {
  /** The days that a workload is told of. */
  public static final int DAYS = 28;

  private final Books books;
  private final RuleBook written;
  private final RuleBook book;
  private final Instant now;

  private Roster(Books books, RuleBook written, Instant now) {
    this.books = books;
    this.written = written;
    this.book = People.of(books, written);
    this.now = now;
  }

  /**
   * @param written the rule book in force, by itself
   */
  public static Roster of(Books books, RuleBook written, Instant now) {
    return new Roster(books, written, now);
  }

  /** The rule book with these people. */
  public RuleBook book() {
    return book;
  }

  /** In the order of the rule book, then those who said yes in chat only. */
  public List<Member> all() {
    return book.experts().stream().map(this::member).toList();
  }

  /** Empty when there is nobody of that id. */
  public Optional<Member> find(ExpertId id) {
    return book.expert(id).map(this::member);
  }

  private Member member(Expert expert) {
    LocalDate today = expert.hours().day(now);
    Profile profile = Seen.of(books, expert, now);
    return new Member(
        expert,
        topics(expert, profile.proposal()),
        when(expert, profile),
        books.offers().load(expert.id(), today),
        books.offers().workload(expert.id(), today.minusDays(DAYS - 1L), today),
        book.addresses().of(expert.handles()),
        teams(expert),
        expert.manner().calendar() == null
            ? Optional.empty()
            : books.calendars().last(expert.id()));
  }

  private Member.Topics topics(Expert expert, Profile.Proposal proposal) {
    Set<TopicId> invited = new TreeSet<>(Comparator.comparing(TopicId::id));
    written.expert(expert.id()).ifPresent(e -> invited.addAll(e.manner().proposed()));
    invited.addAll(proposal.topics());
    invited.removeAll(expert.topics());
    invited.removeAll(proposal.declined());
    return new Member.Topics(invited, proposal.declined(), books.directory().muted(expert.id()));
  }

  private Member.When when(Expert expert, Profile profile) {
    Absence absence = expert.manner().absence();
    Instant from = absence.end(now).orElse(now);
    List<Leave> leaves =
        absence.leaves().stream()
            .filter(leave -> leave.until().isAfter(now))
            .sorted(Comparator.comparing(Leave::from))
            .toList();
    return new Member.When(
        profile.seen().gone(),
        expert.present(now),
        expert.hours().nextOpen(from),
        absence.paused(now),
        leaves);
  }

  private List<String> teams(Expert expert) {
    return book.teams().stream()
        .filter(team -> expert.handles().stream().anyMatch(team::has))
        .map(Team::id)
        .toList();
  }
}
