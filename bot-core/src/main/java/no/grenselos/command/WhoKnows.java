package no.grenselos.command;

import java.util.List;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/** {@code ask "text"}: who would be asked about a post with these words, and why. Only reads. */
final class WhoKnows implements Feature.Answers {
  @Override
  public Set<String> verbs() {
    return Set.of("ask", "spør", "spor");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    String text = unquoted(rest);
    return Said.only(text.isBlank() ? howTo(visit) : page(visit, Judged.of(visit, text)));
  }

  /** What stands between quotation marks, of any kind; all of it where there are none. */
  private static String unquoted(String words) {
    String bare = words.strip();
    return bare.length() > 1
            && "\"“”«»'„".indexOf(bare.charAt(0)) >= 0
            && "\"“”«»'„".indexOf(bare.charAt(bare.length() - 1)) >= 0
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }

  private static Page howTo(Visit visit) {
    Phrases phrases = visit.phrases("command");
    return new PageDraft()
        .line(phrases.say("ask.how"))
        .row(
            List.of(),
            List.of(
                new Card.Button.Act(
                    Press.ASK_EXPERT,
                    phrases.say("button.ask-expert"),
                    true,
                    new ChatEvent.On.Nothing())),
            List.of())
        .page();
  }

  private static Page page(Visit visit, Judged judged) {
    Phrases phrases = visit.phrases("command");
    Told told = new Told(visit);
    PageDraft page = new PageDraft();
    page.heading(phrases.say("ask.title"));
    page.line(decision(judged.explanation().decision(), phrases, told));
    if (judged.topic().isPresent()) people(page, judged.ranking(visit), phrases, told);
    page.divider();
    read(page, judged, phrases, told);
    for (Explanation.Step step : judged.explanation().steps()) {
      if (step.matched()) page.small(phrases.say("ask.rule", step.name()));
    }
    return page.small(phrases.say("ask.revision", visit.book().revision())).page();
  }

  private static String decision(Decision decision, Phrases phrases, Told told) {
    return switch (decision) {
      case Decision.Ask ask -> phrases.say("decision.ask", told.topic(ask.topic()));
      case Decision.Queue queue -> phrases.say("decision.queue", queue.terms().channel());
      case Decision.Both both ->
          phrases.say("decision.both", both.terms().channel(), told.topic(both.topic()));
      case Decision.Hold hold -> phrases.say("decision.hold", hold.reason());
      case Decision.Drop drop ->
          drop.nobodys()
              ? phrases.say("decision.nobodys")
              : phrases.say("decision.drop", drop.reason());
    };
  }

  private static void people(PageDraft page, Ranking ranking, Phrases phrases, Told told) {
    if (ranking.fits().isEmpty()) page.line(phrases.say("ask.nobody-now"));
    for (Candidacy.Fit fit : ranking.fits()) page.show(new Part.Line(told.fit(fit)));
    if (ranking.leftOut().isEmpty()) return;
    page.line(phrases.say("ask.left-out"));
    for (Candidacy.LeftOut out : ranking.leftOut()) page.show(new Part.Line(told.leftOut(out)));
  }

  private static void read(PageDraft page, Judged judged, Phrases phrases, Told told) {
    String intent = phrases.say("intent." + judged.reading().intent().word());
    page.show(
        new Part.Line(
            List.of(new Span.Plain(phrases.say("ask.read", intent, judged.reading().language())))));
    for (TopicScore score : judged.reading().topics()) {
      String words = Told.words(score.evidence());
      String line = phrases.say("ask.topic", told.topic(score.topic()), score.score());
      page.small(words.isEmpty() ? line : line + ": " + words);
    }
    if (judged.reading().topics().isEmpty()) page.small(phrases.say("ask.no-topic"));
  }
}
