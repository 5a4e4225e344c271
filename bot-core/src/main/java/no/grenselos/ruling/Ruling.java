package no.grenselos.ruling;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Placement;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Touched;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.work.Aids;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Deed;
import no.grenselos.work.Equipment;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.OverCard;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;

/**
 * The rules in chat, for admins: a list of what holds, a dialog for each rule, silences, people who
 * are left alone, earlier revisions to bring back; a change tried before it is made, and the rules
 * on their own tests. Nothing is silently overwritten.
 */
public final class Ruling
    implements Feature.Acts,
        Feature.Asks,
        Feature.Shows,
        Feature.Adds,
        Feature.AtHome,
        Feature.Quotes,
        Feature.Answers,
        Feature.Obeys {
  private static final Pattern TOPICS =
      Pattern.compile("(?i)(?:topics?|emner|emne|temaer|tema)(?:\\s+(.+))?");

  /** An older change is no news to anybody. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final Optional<RuleTexts> texts;

  /** Whether a change can be tried before it is made. */
  private final boolean tries;

  private final Optional<Touched> touched;

  public Ruling(Equipment equipment) {
    Aids aids = equipment.aids();
    this.texts = aids.texts();
    this.touched = texts.map(known -> new Touched(known, equipment.store()));
    this.tries = aids.beside().isPresent();
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return RuleAction.class;
  }

  @Override
  public void swept(Work work, Leftover what, List<Long> numbers) {
    if (what == Leftover.RULE_DRAFT)
      numbers.forEach(number -> Drafts.cards(number).forEach(work::refresh));
  }

  @Override
  public void erased(Work work, Erasure.Gone gone) {
    for (long draft : gone.changed().ruleDrafts()) Drafts.cards(draft).forEach(work::refresh);
  }

  @Override
  public void act(Deed deed) {
    if (!Admins.may(deed.work().book(), deed.event().who().handle())) {
      deed.whisper("ruling", "not-yours");
    } else if (texts.isEmpty()) {
      deed.whisper("ruling", "in-files");
    } else {
      Changing.change(deed);
    }
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(
        FormKind.RULE,
        FormKind.SILENCE,
        FormKind.LEAVE_ALONE,
        FormKind.REMOVE_RULE,
        FormKind.REVERT_RULES,
        FormKind.KEEP_TEST,
        FormKind.TOPIC);
  }

  @Override
  public Optional<Form> form(Question question) {
    if (!may(question.visit())) return Optional.empty();
    return texts.flatMap(known -> new RuleForms(known, tries).form(question));
  }

  private static boolean may(Visit visit) {
    return Admins.may(visit.book(), visit.who().handle());
  }

  @Override
  public Submission read(Question question) {
    Phrases phrases = question.phrases("ruling");
    String first =
        switch (question.kind()) {
          case RULE -> "name";
          case TOPIC -> TopicForm.FIRST;
          default -> "because";
        };
    if (!may(question.visit())) return Submission.wrong(first, phrases.say("not-yours"));
    return texts
        .map(known -> new RuleForms(known, tries).read(question))
        .orElseGet(() -> Submission.wrong(first, phrases.say("in-files")));
  }

  @Override
  public Set<String> things() {
    return Set.of(Earlier.KIND, Drafts.OVERTAKEN, Drafts.TRIED);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    if (texts.isEmpty()) return Optional.empty();
    RuleCards cards = new RuleCards(texts.get(), look, card.locale());
    Optional<Subject.Thing> revision = card.subject().thing(Earlier.KIND);
    if (revision.isPresent()) return cards.revision(revision.get()).map(Showing::of);
    boolean tried = card.subject().thing(Drafts.TRIED).isPresent();
    return Drafts.of(look.books(), card.subject())
        .map(draft -> tried ? cards.tried(draft) : cards.overtaken(draft))
        .map(Showing::of)
        .or(() -> OverCard.of(card));
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    if (texts.isPresent()) TestLine.add(look, story, card);
  }

  /** Admins see what changed, wherever it was changed. */
  @Override
  public void obey(Work work) {
    int revision = work.book().revision();
    if (texts.isEmpty() || revision < 2) return;
    Optional<Source> source = work.books().ruleBooks().find(revision);
    boolean news = source.filter(one -> one.at().isAfter(work.now().minus(NEWS))).isPresent();
    if (news) work.place(Earlier.subject(revision), work.fallback());
  }

  @Override
  public void add(Visit visit, PageDraft home) {
    if (!may(visit)) return;
    texts
        .flatMap(known -> Sheet.newest(known, visit.books()))
        .ifPresent(sheet -> {
          Phrases phrases = visit.phrases("ruling");
          home.divider().heading(phrases.say("home.title"));
          RuleList.changed(visit, sheet.source(), home);
          home.row(List.of(), RuleList.actions(sheet, phrases), List.of());
          home.small(phrases.say("home.how"));
        });
  }

  private RuleList list(Visit visit, Sheet sheet) {
    return new RuleList(
        visit, sheet, touched.map(known -> known.of(sheet.revision())).orElse(Map.of()));
  }

  @Override
  public Set<String> verbs() {
    return Set.of("rules", "regler");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("ruling");
    if (!may(visit)) return Said.only(Page.of(phrases.say("not-yours")));
    Optional<Sheet> sheet = texts.flatMap(known -> Sheet.newest(known, visit.books()));
    if (sheet.isEmpty()) return Said.only(Page.of(phrases.say("in-files")));
    String wanted = rest.strip();
    Matcher topics = TOPICS.matcher(wanted);
    if (topics.matches()) {
      String of = Optional.ofNullable(topics.group(1)).orElse("");
      return Said.only(new TopicPage(visit, sheet.get()).write(of));
    }
    return switch (wanted) {
      case "history", "historikk" -> Said.only(History.of(visit, sheet.get()));
      case "test", "prøv" ->
          Said.and(Page.of(phrases.say("test.begun")), new RuleAction.TestRules());
      default -> Said.only(list(visit, sheet.get()).write(wanted));
    };
  }
}
