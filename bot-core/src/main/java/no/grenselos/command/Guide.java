package no.grenselos.command;

import java.util.Set;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/** Says what Grenselos is, to whoever asks or comes to its home. */
public final class Guide implements Feature.AtHome, Feature.Answers {

  @Override
  public void add(Visit visit, PageDraft home) {
    Phrases phrases = visit.phrases("command");
    home.heading("Grenselos").line(phrases.say("home"));
  }

  @Override
  public Set<String> verbs() {
    return Set.of("", "help", "hjelp");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    return Said.only(new PageDraft().line(visit.phrases("command").say("help")).page());
  }
}
