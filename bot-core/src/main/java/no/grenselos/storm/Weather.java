package no.grenselos.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.reading.Topic;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Storms;
import no.grenselos.store.Storms.Incident;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Notices storms: many posts alike on one matter, far more than the matter usually has. Opens an
 * incident, and gathers in it whatever comes on the matter while it runs. What is usual is read
 * from the store.
 */
final class Weather {
  /** While an incident runs, so many posts alike are part of it, whatever words they use. */
  private static final int FEW = 3;

  /** A storm has so many times the posts that a matter has in an ordinary quarter of an hour. */
  private static final int FAR_ABOVE = 4;

  private static final Duration LEARNED_FROM = Duration.ofDays(14);

  /** A matter we know for less time than this has nothing usual yet. */
  private static final Duration KNOWN_FOR = Duration.ofDays(1);

  /** Posts compared with a new one, the latest ones. */
  private static final int COMPARED = 60;

  private final Gists remembered = new Gists();

  /** A post got its ticket. */
  void opened(Work work, Ticket ticket) {
    Optional<MentionLog.Logged> post = work.books().mentions().find(ticket.mention());
    if (post.isEmpty() || post.get().erased()) return;
    Matter matter = Matter.of(ticket, post.get());
    Instant published = post.get().mention().publishedAt();
    Instant at = published.isAfter(work.now()) ? work.now() : published;
    work.books().storms().saw(ticket.id(), matter.toString(), at);
    new Sky(work, matter, ticket, at).look();
  }

  /** One post among those of its matter. */
  private final class Sky {
    private final Work work;
    private final Storms storms;
    private final Matter matter;
    private final String name;
    private final Ticket ticket;
    private final Instant at;
    private final RuleBook.Storm rule;

    Sky(Work work, Matter matter, Ticket ticket, Instant at) {
      this.work = work;
      this.storms = work.books().storms();
      this.matter = matter;
      this.name = matter.toString();
      this.ticket = ticket;
      this.at = at;
      this.rule = work.book().house().storm();
    }

    void look() {
      Optional<Incident> running = storms.running(name);
      if (running.isPresent() && belongs(running.get())) {
        join(running.get(), List.of(ticket.id()));
        return;
      }
      int enough = running.isPresent() ? FEW : rule.posts();
      Instant from = at.minus(rule.within());
      if (storms.countLoose(name, from, at) < enough) return;
      List<TicketId> alike = alike(storms.loose(name, from, at, COMPARED));
      if (alike.size() < enough) return;
      if (running.isEmpty() && alike.size() < FAR_ABOVE * usual(from)) return;
      join(running.orElseGet(() -> open(alike)), alike);
    }

    /** Whether it says what several of the incident's posts say. */
    private boolean belongs(Incident incident) {
      List<TicketId> members = storms.tickets(incident.number(), null, COMPARED);
      List<TicketId> alike = alike(withOwn(members));
      return alike.size() > Math.min(FEW, members.size());
    }

    private List<TicketId> withOwn(List<TicketId> members) {
      List<TicketId> all = new ArrayList<>(members);
      all.add(ticket.id());
      return all;
    }

    /** Those that say the same as the new one, itself among them. */
    private List<TicketId> alike(List<TicketId> near) {
      List<Gist> gists = gists(near);
      Optional<Gist> own =
          gists.stream().filter(gist -> gist.ticket().equals(ticket.id())).findFirst();
      if (own.isEmpty()) return List.of();
      Instant before = at.minus(rule.within());
      Instant since = at.minus(LEARNED_FROM);
      Map<String, Double> weights =
          Gist.weights(gists(storms.loose(name, since, before, COMPARED)));
      return gists.stream()
          .filter(gist -> own.get().like(gist, weights))
          .map(Gist::ticket)
          .toList();
    }

    private List<Gist> gists(List<TicketId> tickets) {
      @Nullable Topic topic =
          matter.topic() == null ? null : work.book().topic(matter.topic()).orElse(null);
      return tickets.stream()
          .flatMap(id -> work.books().tickets().find(id).stream())
          .flatMap(t ->
              work.books().mentions().find(t.mention()).filter(post -> !post.erased()).stream()
                  .map(post -> remembered.of(t.id(), post, topic)))
          .toList();
    }

    /** Posts of the matter in an ordinary while of that length; 0 while too little is known. */
    private double usual(Instant before) {
      Instant since =
          storms
              .first(name)
              .filter(before.minus(LEARNED_FROM)::isBefore)
              .orElse(before.minus(LEARNED_FROM));
      Duration known = Duration.between(since, before);
      if (known.compareTo(KNOWN_FOR) < 0) return 0;
      double times = (double) known.toMillis() / rule.within().toMillis();
      return storms.countLoose(name, since, before) / times;
    }

    private Incident open(List<TicketId> alike) {
      Optional<Incident> opened = storms.open(name, channel(alike), work.now());
      if (opened.isEmpty()) return storms.running(name).orElseThrow();
      long number = opened.get().number();
      work.note(Work.GRENSELOS, "storm.began", null, "incident " + number + ": " + name);
      work.place(Incidents.subject(number), work.channel(opened.get().channel()));
      work.wakeAt(Incidents.CALM, Long.toString(number), work.now().plus(Incidents.LOOK));
      return opened.get();
    }

    /** Customer service's, where it is theirs; else where the posts go when nobody is left. */
    private String channel(List<TicketId> alike) {
      return alike.stream()
          .flatMap(id -> work.books().tickets().find(id).stream())
          .filter(t -> t.lane() != Lane.EXPERT)
          .map(t -> t.terms().channel())
          .findFirst()
          .orElse(ticket.terms().channel());
    }

    private void join(Incident incident, List<TicketId> alike) {
      for (TicketId id : alike) {
        if (!storms.join(incident.number(), id)) continue;
        work.note(Work.GRENSELOS, "storm.joined", id, "incident " + incident.number());
        if (!id.equals(ticket.id())) work.refresh(id);
      }
      Incidents.refreshSoon(work, incident.number());
    }
  }
}
