package no.grenselos.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.Page;
import no.grenselos.chat.Span;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.reading.Topic;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Shut;
import no.grenselos.work.Visit;

/** {@code topics}: who answers what; topics that nobody answers come first. Only reads. */
final class TopicList implements Feature.Answers {
  /** Names in one line; the rest is counted. */
  private static final int NAMES = 12;

  @Override
  public Set<String> verbs() {
    return Set.of("topics", "emner", "temaer", "emne", "tema");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    return Said.only(page(visit, rest.strip()));
  }

  private record Owned(Topic topic, String name, List<Expert> people) {}

  private static Page page(Visit visit, String wanted) {
    Phrases phrases = visit.phrases("command");
    List<Owned> all = owned(visit, phrases, wanted);
    PageDraft page = new PageDraft().heading(phrases.say("topics.title"));
    page.line(
        phrases.say(
            "topics.count", all.size(), all.stream().filter(o -> o.people().isEmpty()).count()));
    for (Owned one : all) page.line(line(one, phrases));
    return page.page();
  }

  private static List<Owned> owned(Visit visit, Phrases phrases, String wanted) {
    Set<Handle> gone = Shut.gone(visit.books());
    List<Owned> all = new ArrayList<>();
    for (Topic topic : visit.book().topics()) {
      String name = topic.name(phrases.locale());
      if (!name.toLowerCase(phrases.locale()).contains(wanted.toLowerCase(phrases.locale()))) {
        continue;
      }
      List<Expert> people =
          visit.book().experts().stream()
              .filter(expert -> expert.topics().contains(topic.id()))
              .filter(expert -> Shut.reachable(gone, expert).isPresent())
              .sorted(Comparator.comparing(Expert::name))
              .toList();
      all.add(new Owned(topic, name, people));
    }
    all.sort(
        Comparator.comparing((Owned one) -> !one.people().isEmpty()).thenComparing(Owned::name));
    return all;
  }

  private static List<Span> line(Owned one, Phrases phrases) {
    int count = one.people().size();
    String who =
        one.people().stream().limit(NAMES).map(Expert::name).collect(Collectors.joining(", "));
    String more = count > NAMES ? phrases.say("topics.more", count - NAMES) : "";
    String people = count == 0 ? phrases.say("topics.nobody") : who + more;
    return List.of(new Span.Strong(one.name()), new Span.Plain(" (" + count + "): " + people));
  }
}
