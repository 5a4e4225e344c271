package no.grenselos.storm;

import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.StormAction;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Pauses.Pause;
import no.grenselos.store.Storms.Incident;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;
import org.jspecify.annotations.Nullable;

/** What is said about storms and pauses on pages: answers to commands, and homes. */
final class StormTalk {
  private StormTalk() {}

  static Said answer(Visit visit, String words) {
    Phrases phrases = visit.phrases("storm");
    if (!May.pause(visit.book(), visit.who().handle())) {
      return Said.only(Page.of(phrases.say("said.not-allowed", channel(visit))));
    }
    return switch (PauseWords.read(visit.book(), visit.now(), words)) {
      case PauseWords.Wish.Begin begin -> Said.and(begun(visit, begin.pause()), begin.pause());
      case PauseWords.Wish.End end -> end(visit, end.topic());
      case PauseWords.Wish.Nothing nothing -> Said.only(goes(visit));
      case PauseWords.Wish.Unclear unclear ->
          Said.only(
              new PageDraft()
                  .line(phrases.say(unclear.phrase(), unclear.value()))
                  .small(phrases.say("said.help"))
                  .page());
    };
  }

  private static String channel(Visit visit) {
    return visit.book().house().fallbackChannel();
  }

  private static Page begun(Visit visit, StormAction.HoldBack pause) {
    Phrases phrases = visit.phrases("storm");
    String name = PauseCard.name(pause.topic(), visit.book(), phrases);
    long experts =
        visit.book().experts().stream()
            .filter(e -> pause.topic() == null || e.topics().contains(pause.topic()))
            .count();
    PageDraft page =
        new PageDraft()
            .show(
                new Part.Line(
                    List.of(
                        new Span.Plain(phrases.say("said.begun", name) + " "),
                        new Span.Moment(pause.until()))))
            .line(phrases.say("said.begun.experts", experts));
    page.line(phrases.say(pause.careToo() ? "said.begun.care-too" : "said.begun.care"));
    return page.small(phrases.say("said.begun.then", channel(visit))).page();
  }

  private static Said end(Visit visit, @Nullable TopicId topic) {
    Phrases phrases = visit.phrases("storm");
    boolean any =
        visit.books().pauses().running().stream()
            .anyMatch(pause -> topic == null || topic.equals(pause.draft().topic()));
    if (!any) return Said.only(Page.of(phrases.say("said.no-pause")));
    return Said.and(
        Page.of(phrases.say("said.ended", PauseCard.name(topic, visit.book(), phrases))),
        new StormAction.GoOnWith(topic));
  }

  /** How it goes, and what can be said. */
  private static Page goes(Visit visit) {
    Phrases phrases = visit.phrases("storm");
    PageDraft page = new PageDraft();
    List<Incident> incidents = visit.books().storms().running();
    List<Pause> pauses = visit.books().pauses().running();
    if (incidents.isEmpty() && pauses.isEmpty()) page.line(phrases.say("said.calm"));
    incidents.forEach(incident -> page.line(incident(visit, incident)));
    pauses.forEach(pause -> pause(visit, pause, page));
    return page.small(phrases.say("said.help")).page();
  }

  private static String incident(Visit visit, Incident incident) {
    Phrases phrases = visit.phrases("storm");
    String name = Matter.name(incident.matter(), visit.book(), phrases);
    int posts = visit.books().storms().count(incident.number(), null);
    return phrases.say("incident.running", name, posts) + " · " + incident.channel();
  }

  private static void pause(Visit visit, Pause pause, PageDraft page) {
    Phrases phrases = visit.phrases("storm");
    page.row(
        line(visit, pause),
        List.of(
            new Card.Button.Act(
                Press.GO_ON,
                phrases.say("button.go-on"),
                false,
                new ChatEvent.On.About(Pausing.subject(pause)))),
        List.of());
  }

  private static List<Span> line(Visit visit, Pause pause) {
    Phrases phrases = visit.phrases("storm");
    String name = PauseCard.name(pause.draft().topic(), visit.book(), phrases);
    int held = visit.books().pauses().count(pause.number(), null);
    String by = phrases.say("pause.by", pause.draft().by().name()) + PauseCard.reason(pause);
    return List.of(
        new Span.Plain(phrases.say("said.begun", name) + " "),
        new Span.Moment(pause.draft().until()),
        new Span.Plain(" · " + phrases.say("pause.held", held) + " · " + by));
  }

  /** An expert sees why it is quiet; whoever may pause sees all of it. */
  static void home(Visit visit, PageDraft home) {
    boolean may = May.pause(visit.book(), visit.who().handle());
    for (Pause pause : visit.books().pauses().running()) {
      if (may) pause(visit, pause, home);
      else if (concerns(visit, pause)) home.show(new Part.Line(line(visit, pause)));
    }
    if (!may) return;
    visit.books().storms().running().forEach(incident -> home.line(incident(visit, incident)));
  }

  private static boolean concerns(Visit visit, Pause pause) {
    TopicId topic = pause.draft().topic();
    return visit
        .book()
        .expert(visit.who().handle())
        .map(Expert::topics)
        .filter(topics -> topic == null || topics.contains(topic))
        .isPresent();
  }
}
