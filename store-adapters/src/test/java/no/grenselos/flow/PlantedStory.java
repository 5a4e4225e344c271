package no.grenselos.flow;

import static no.grenselos.flow.TimeLine.CARE;
import static no.grenselos.flow.TimeLine.HEAT_PUMPS;
import static no.grenselos.flow.TimeLine.with;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import no.grenselos.store.Books;
import no.grenselos.store.Drafts;
import no.grenselos.store.Errand;
import no.grenselos.store.RuleBooks;
import no.grenselos.store.Store;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;

/**
 * Somebody whose words and names no other text has writes to the {@link Company}, and everything
 * that can be done with a post is done with theirs.
 */
final class PlantedStory {
  /** None of these stands anywhere but in what this author wrote, is called, or is quoted with. */
  static final List<String> PLANTED =
      List.of(
          "kvitrefugl",
          "plommefugl",
          "takkefugl",
          "etterfugl",
          "syngefugl",
          "stormfugl",
          "dropfugl",
          "parkefugl",
          "plantehode",
          "Plantine",
          "Hodeskalle");

  private static final String QUOTE = "bråker som en kvitrefugl hver eneste natt";
  private static final String SINGS = "synger som en syngefugl når det er kaldt";
  private static final Colleague IDA = new Colleague("ida", "Ida Vik");

  final TimeLine line;
  private final List<String> posts = new ArrayList<>();
  private int events;

  PlantedStory(Store store) {
    line = Company.open(store);
  }

  /** All of it, from Tuesday morning until Friday afternoon. */
  PlantedStory told() {
    inviteLetters();
    complaint();
    answered();
    line.at("09:40");
    passed();
    line.at("10:00");
    storm();
    others();
    line.nextDay().nextDay().nextDay().at("14:30");
    byHand();
    return this;
  }

  /** Everything of theirs is taken away outside. */
  void deletedOutside() {
    posts.forEach(line::delete);
  }

  private void inviteLetters() {
    for (String who : List.of("ana", "ben"))
      does(who, new InviteAction.ChooseDigest(DayOfWeek.FRIDAY));
  }

  private void does(String who, ChatAction action) {
    line.desk.happened(
        Deeds.event(line, "planted" + ++events, who, new ChatEvent.On.Nothing(), action));
    line.settle();
  }

  private void writes(String id, String thread, MentionKind kind, String text) {
    if (!posts.contains(id)) posts.add(id);
    Mention mention = mention(id, "", thread, kind, text);
    line.happens(new MentionEvent.Posted(mention));
  }

  private Mention mention(
      String id, String revision, String thread, MentionKind kind, String text) {
    URI profile = URI.create("https://mastodon.example/@plantehode");
    return new Mention(
        new MentionId(ScriptedNetwork.NAME, id),
        revision,
        thread,
        URI.create(profile + "/" + id),
        new Author("plantehode", "Plantine Hodeskalle", profile, 12),
        text,
        kind,
        "nb",
        null,
        null,
        thread.equals("p5")
            ? new ReplyWay.ByHand(URI.create(profile + "/" + id + "/reply"), "no token")
            : new ReplyWay.Api(),
        line.now());
  }

  private void complaint() {
    writes("p1", "p1", MentionKind.POST, "elendig: min varmepumpe " + QUOTE + ", ingen svarer");
    String edited = "elendig: min varmepumpe " + QUOTE + ", sier plommefugl til dere nå";
    line.happens(new MentionEvent.Edited(mention("p1", "2", "p1", MentionKind.POST, edited)));
    line.does("ida", CARE, new TicketAction.Claim());
    line.does("ida", CARE, new CareAction.AddNote("Plantine sier den " + QUOTE + ", altså."));
    line.does("ida", CARE, new CareAction.AskFact(HEAT_PUMPS, "Hvorfor " + QUOTE + "?"));
    line.does(
        whoeverIsAsked("Hvorfor"),
        new CareAction.TellFact("Fordi den " + QUOTE + ", som @plantehode skrev."));
  }

  private String whoeverIsAsked(String question) {
    return List.of("ana", "ben").stream()
        .filter(who -> !line.cards(with(who)).isEmpty())
        .filter(who -> line.card(who).toString().contains(question))
        .findFirst()
        .orElseThrow();
  }

  private void answered() {
    line.does("ida", CARE, new ReplyAction.Reply("Hei Plantine! Den " + QUOTE + ": stram skruen."));
    writes("p2", "p1", MentionKind.REPLY, "tusen takk, hilsen en takkefugl i et tre ved sjøen");
    writes(
        "p3", "p1", MentionKind.REPLY, "Men etterfugl lurer: tåler en varmepumpe det om vinteren?");
  }

  private void passed() {
    writes("p5", "p5", MentionKind.POST, "Hvorfor er det slik at en varmepumpe " + SINGS + "?");
    line.does("ana", new TicketAction.Pass(null, "Den " + SINGS + ", det kan jeg ikke"));
  }

  private void storm() {
    for (int i = 1; i <= 4; i++) {
      String text = "varmepumpe nede, appen melder feil 404 for stormfugl i kveld nr" + i;
      writes("s" + i, "s" + i, MentionKind.POST, text);
    }
  }

  private void others() {
    writes("p8", "p8", MentionKind.POST, "Bare en dropfugl som flyr forbi huset mitt i dag tidlig");
    writes("p9", "p9", MentionKind.POST, "poison parkefugl");
    for (int tries = 0; tries < 8; tries++) line.pass(Duration.ofMinutes(2));
    does("ida", new AskAction.AskExpert(new ExpertId("ben"), "Vanlig at den " + QUOTE + "?", ""));
    line.does("ben", new AskAction.AnswerColleague("Nei, at den " + QUOTE + " er uvanlig."));
    ChatUser mona = new ChatUser(TimeLine.handle("mona"), "Mona");
    does("adm", new InviteAction.Propose(mona, Set.of(HEAT_PUMPS)));
  }

  /** What only a longer story would bring about. */
  private void byHand() {
    Ticket ticket = line.ticket("p1");
    boolean unused =
        line.store.write(books -> {
          draftAndProposal(books, ticket);
          examples(books);
          ChatUser ben = new ChatUser(TimeLine.handle("ben"), "Ben");
          Errand whisper = new Errand.Whisper("planted", ben, null, "Ida: den " + QUOTE + ", ja");
          books.outbox().put(whisper, "later", line.now().plus(Duration.ofDays(2_000)));
          return true;
        });
    line.settle();
  }

  private void draftAndProposal(Books books, Ticket ticket) {
    books.drafts().put(new Drafts.Draft(ticket.id(), "ida", "Den " + QUOTE, List.of(), line.now()));
    Answer answer = books.answers().of(ticket.id()).getFirst();
    books
        .proposals()
        .add(
            new Proposal(
                answer.id(), ticket.id(), Proposal.Kind.ADVICE, IDA, "", line.now(), null));
    Proposal.Verdict no =
        new Proposal.Verdict(
            Proposal.Verdict.What.RETURNED,
            IDA,
            "Ikke skriv at den " + QUOTE,
            answer.id(),
            line.now());
    boolean unused = books.proposals().decide(answer.id(), no);
    books
        .audit()
        .add(
            new no.grenselos.store.AuditLog.Entry(
                line.now(), "ida", "nudge.passed", ticket.id(), "den " + QUOTE));
  }

  /** A test of the rules and a topic's example, and a change that waits. */
  private void examples(Books books) {
    RuleBooks.Source latest = books.ruleBooks().latest().orElseThrow();
    Map<String, String> files = new HashMap<>(latest.files());
    files.put("routes-test.yml", "cases:\n  - post: \"min varmepumpe " + QUOTE + "\"\n");
    files.put("topics/heat-pumps.yml", "examples:\n  - varmepumpa " + QUOTE + "\n");
    boolean unused =
        books
            .ruleBooks()
            .add(new RuleBooks.Source(latest.revision() + 1, line.now(), "adm", "", files));
    RuleAction.WriteRule rule =
        new RuleAction.WriteRule(
            "case:1", Map.of("post", "min varmepumpe " + QUOTE), 0, "fordi den " + QUOTE);
    long draft =
        books
            .ruleDrafts()
            .keep(
                new ChatEvent(
                    "planted-draft",
                    new ChatUser(TimeLine.handle("adm"), "Adm"),
                    new ChatEvent.On.Nothing(),
                    rule,
                    line.now()));
    assert draft > 0;
  }

  /** All that stands in chat now: cards as they are, and homes. */
  String chat() {
    StringBuilder all = new StringBuilder();
    line.slack.all().forEach(shown -> all.append(shown.place()).append(shown.card()).append('\n'));
    for (String who : List.of("ana", "ben", "ida", "adm", "lene", "rag"))
      all.append(line.slack.home(TimeLine.handle(who))).append(line.home(who)).append('\n');
    all.append(with("ana"));
    return all.toString();
  }
}
