package no.grenselos.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.Memory;
import no.grenselos.ticket.Ticket;

/** What holds at one moment, line by line: two pictures are equal when nothing was changed. */
record Picture(List<String> lines) {
  private static final List<String> POSTS = List.of("1", "2", "3", "4");

  /** What is kept, and what is out. */
  static Picture kept(TimeLine line) {
    List<String> lines = new ArrayList<>();
    line.store.read(books -> lines.addAll(kept(books)));
    lines.add("out: " + line.mastodon.replies().values());
    lines.add("cases: " + line.cases.size());
    return new Picture(lines);
  }

  /** The same, and all that people see. */
  static Picture whole(TimeLine line) {
    List<String> lines = new ArrayList<>(kept(line).lines());
    line.slack.all().forEach(shown -> lines.add(shown.place() + ": " + shown.card()));
    Company.PEOPLE.keySet().forEach(who -> lines.add(who + ": " + line.home(who)));
    return new Picture(lines);
  }

  private static List<String> kept(Books books) {
    List<String> lines = new ArrayList<>();
    for (String post : POSTS) {
      MentionId mention = new MentionId(ScriptedNetwork.NAME, post);
      Optional<Ticket> ticket = books.tickets().of(mention);
      if (ticket.isEmpty()) continue;
      lines.add(post + ": " + ticket.get().state());
      lines.add("  offers " + books.offers().of(ticket.get().id()));
      lines.add("  notes " + books.care().notes(ticket.get().id()));
      lines.add("  facts " + books.facts().of(ticket.get().id()));
      lines.add("  came to " + books.effects().of(ticket.get().id()));
      lines.add("  queue " + books.careQueue().channelOf(ticket.get().id()));
      lines.add("  answers " + books.proposals().of(ticket.get().id()));
      lines.add("  lessons " + books.lessons().about(mention).stream().map(Picture::said).toList());
      for (String who : ids()) {
        books.drafts().of(ticket.get().id(), who).ifPresent(draft -> lines.add("  " + draft));
      }
    }
    books
        .profiles()
        .since(0)
        .forEach(one -> lines.add(one.id() + ": " + one.proposal() + one.choices()));
    for (String who : ids()) {
      lines.add(who + " is quiet on " + books.directory().muted(new ExpertId(who)));
      books.memory().search(Memory.Search.of(who), 9).forEach(one -> lines.add("  " + one));
    }
    books.pauses().running().forEach(pause -> lines.add(pause.draft().toString()));
    books.ruleBooks().latest().ifPresent(one -> lines.add("rules " + one.files()));
    books.audit().latest(99).stream()
        .filter(one -> one.what().matches("rules\\.(tried|tested)"))
        .forEach(one -> lines.add(one.what() + " by " + one.who()));
    books.storms().running().forEach(storm -> lines.add(storm.toString()));
    return lines;
  }

  /** Experts are known by their names, everybody else by their handle. */
  private static List<String> ids() {
    return Company.PEOPLE.keySet().stream()
        .flatMap(who -> Stream.of(who, TimeLine.handle(who).toString()))
        .toList();
  }

  private static String said(Taught taught) {
    var lesson = taught.lesson();
    return lesson.kind() + " " + lesson.who() + " " + lesson.topic() + " " + lesson.named();
  }
}
