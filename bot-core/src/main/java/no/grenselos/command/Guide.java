package no.grenselos.command;

import java.util.List;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/** Says what Grenselos is and what one can say to it, to whoever asks or comes to its home. */
public final class Guide implements Feature.AtHome, Feature.Answers {
  /** What can be said, in the order of the menu; only what some feature answers is shown. */
  private static final List<String> MENU =
      List.of(
          "ask",
          "topics",
          "take",
          "why",
          "queue",
          "pause",
          "invite",
          "storm",
          "rules",
          "insights",
          "help");

  @Override
  public void add(Visit visit, PageDraft home) {
    Phrases phrases = visit.phrases("command");
    home.heading("Grenselos").line(phrases.say("home"));
    home.row(List.of(), List.of(askExpert(phrases)), List.of());
  }

  @Override
  public Set<String> verbs() {
    return Set.of("", "help", "hjelp", "menu", "meny");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("command");
    boolean help = verb.equals("help") || verb.equals("hjelp");
    Set<String> answered = visit.features().verbs();
    return Said.only(help ? help(phrases, answered) : menu(phrases, answered, rest));
  }

  /**
   * @param unknown a word nobody answers to; empty when there was none
   */
  private static Page menu(Phrases phrases, Set<String> answered, String unknown) {
    PageDraft page = new PageDraft().heading(phrases.say("menu.title"));
    page.line(phrases.say(unknown.isBlank() ? "menu.intro" : "menu.unknown"));
    commands(page, phrases, answered);
    return page.row(List.of(), List.of(askExpert(phrases)), List.of()).page();
  }

  private static Page help(Phrases phrases, Set<String> answered) {
    PageDraft page = new PageDraft().heading("Grenselos").line(phrases.say("help"));
    commands(page, phrases, answered);
    return page.small(phrases.say("help.more")).page();
  }

  private static void commands(PageDraft page, Phrases phrases, Set<String> answered) {
    for (String verb : MENU) {
      if (!answered.contains(verb) || !phrases.has("command." + verb)) continue;
      page.line(
          List.of(
              new Span.Strong(phrases.say("command." + verb + ".how")),
              new Span.Plain("  " + phrases.say("command." + verb))));
    }
  }

  /** The button with which one asks an expert. */
  static Card.Button askExpert(Phrases phrases) {
    return new Card.Button.Act(
        Press.ASK_EXPERT, phrases.say("button.ask-expert"), true, new ChatEvent.On.Nothing());
  }
}
