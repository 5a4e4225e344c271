package no.grenselos.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.BringAction;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.InsightAction;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.OutcomeAction;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Level;
import no.grenselos.memory.Source;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.TicketId;

/** Everything that people can do, once each or more often where it depends on how things stand. */
final class Deeds {
  private static final String EVERYBODY = "stranger tor ben ana ida per rag lene adm";
  private static final String WITH_A_ROLE = "tor ben ana ida per rag lene adm";
  private static final String EXPERTS = "tor ben ana";
  private static final String CARE = "ida per rag lene adm";
  private static final String OWNER_AND_LEADS = "ida lene adm";
  private static final String LEADS = "lene adm";
  private static final Choices.Times MORNINGS =
      new Choices.Times(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(12, 0));

  /** As a table, in the order of the documentation. */
  static final List<Deed> ALL =
      List.of(
          deed("take a post that is free", WITH_A_ROLE, Scenes.ASKED, new TicketAction.Claim()),
          deed("say \"not mine\"", "ana", Scenes.ASKED, new TicketAction.Pass(null, "")),
          deed("say \"later\"", "ana", Scenes.ASKED, new TicketAction.Later()),
          deed("say \"wrong topic\"", "ana", Scenes.ASKED, new TicketAction.WrongTopic()),
          deed("say \"no more of this topic\"", "ana", Scenes.ASKED, new TicketAction.MuteTopic()),
          deed("want more like this", EXPERTS, Scenes.ASKED, new TicketAction.MoreLikeThis(null)),
          deed("want fewer like this", EXPERTS, Scenes.ASKED, new TicketAction.LessLikeThis(null)),
          deed(
              "close a free post: needs no answer",
              WITH_A_ROLE,
              Scenes.COMPLAINT,
              new TicketAction.NotWorthAnswering()),
          deed(
              "close a post that somebody has",
              "ida",
              Scenes.TAKEN,
              new TicketAction.NotWorthAnswering()),
          deed(
              "open a closed post again",
              WITH_A_ROLE,
              Scenes.CLOSED,
              new TicketAction.TakeBack(Press.NOT_WORTH_ANSWERING)),
          deed("give a post back", OWNER_AND_LEADS, Scenes.TAKEN, new TicketAction.Release()),
          deed("give somebody a free post", WITH_A_ROLE, Scenes.COMPLAINT, toBen()),
          deed("give somebody a taken post", OWNER_AND_LEADS, Scenes.TAKEN, toBen()),
          deed("say \"I answered\"", "ida", Scenes.TAKEN, new TicketAction.Answered(null)),
          deed(
              "take \"I answered\" back",
              "ida",
              Scenes.ANSWERED,
              new TicketAction.TakeBack(Press.ANSWERED)),
          deed(
              "tell what came of an answer",
              OWNER_AND_LEADS,
              Scenes.ANSWERED,
              new OutcomeAction.TellEffect(Effect.HAPPY)),
          anew("answer a free post", WITH_A_ROLE, Scenes.COMPLAINT, new ReplyAction.Reply("Hei")),
          anew("answer a taken post", "ida", Scenes.TAKEN, new ReplyAction.Reply("Hei")),
          anew("ask for a draft", WITH_A_ROLE, Scenes.NOISE, new ReplyAction.AskForDraft()),
          deed(
              "say yes to a colleague's answer",
              "rag adm",
              Scenes.PROPOSED,
              new ReplyAction.ApproveAnswer(new AnswerId(1), "Lite.")),
          deed(
              "send a colleague's answer back",
              "rag adm",
              Scenes.PROPOSED,
              new ReplyAction.ReturnAnswer(new AnswerId(1), "Hvor mye?")),
          anew("keep a text as an answer", WITH_A_ROLE, Scenes.NOTHING, text()),
          deed("forget a kept text", "ben", Scenes.KEPT, new ReplyAction.ForgetText()),
          anew("write a note", CARE, Scenes.TAKEN, new CareAction.AddNote("Ringte i går")),
          deed(
              "give a taken post to another team",
              OWNER_AND_LEADS,
              Scenes.TAKEN,
              new CareAction.GiveToTeam("kommunikasjon")),
          deed(
              "let two posts go on as one",
              OWNER_AND_LEADS,
              Scenes.TWO,
              new CareAction.Merge(new TicketId(2))),
          anew(
              "ask an expert for a fact",
              CARE,
              Scenes.TAKEN,
              new CareAction.AskFact(TimeLine.HEAT_PUMPS, "Tåler den frost?")),
          deed("tell the fact", "ana", Scenes.FACT, new CareAction.TellFact("Ja.")),
          deed("say \"I do not know the fact\"", "ana", Scenes.FACT, new CareAction.PassFact()),
          deed("send it to the system of cases", CARE, Scenes.TAKEN, new CareAction.SendToCrm()),
          anew(
              "ask a colleague",
              EVERYBODY,
              Scenes.NOTHING,
              new AskAction.AskExpert(new ExpertId("ben"), "Hva koster det?", "")),
          deed("answer a colleague", "ana", Scenes.INQUIRY, new AskAction.AnswerColleague("Lite")),
          deed("say \"not my question\"", "ana", Scenes.INQUIRY, new AskAction.NotMyQuestion()),
          deed(
              "write what all answers of a storm begin with",
              "rag lene adm",
              Scenes.STORM,
              new StormAction.ShareLine("Vi retter det.")),
          deed("end a storm", "rag lene adm", Scenes.STORM, new StormAction.StormOver()),
          deed("close a storm's rest", "rag lene adm", Scenes.STORM, new StormAction.CloseRest()),
          deed("ask about a storm's rest", "rag lene adm", Scenes.STORM, new StormAction.AskRest()),
          deed("hold nudges back", LEADS, Scenes.NOTHING, pause()),
          deed("end one pause", LEADS, Scenes.PAUSED, new StormAction.GoOn()),
          deed("end all pauses", LEADS, Scenes.PAUSED, new StormAction.GoOnWith(null)),
          anew("change a rule", "adm", Scenes.NOTHING, write("intent:spam")),
          anew("move a rule up", "adm", Scenes.SECOND_RULE, new RuleAction.RaiseRule()),
          anew("move a rule down", "adm", Scenes.RULE, new RuleAction.LowerRule()),
          deed("remove a rule", "adm", Scenes.RULE, new RuleAction.RemoveRule("")),
          deed("bring earlier rules back", "adm", Scenes.EARLIER, new RuleAction.RevertRules("")),
          deed(
              "put a change on top of a faster one",
              "adm",
              Scenes.OVERTAKEN,
              new RuleAction.PutOnTop()),
          deed(
              "give a change up for a faster one",
              "adm",
              Scenes.OVERTAKEN,
              new RuleAction.GiveUpChange()),
          anew(
              "try a change of the rules",
              "adm",
              Scenes.NOTHING,
              new RuleAction.TryFirst((RuleAction) write("intent:spam"))),
          anew("try it once more", "adm", Scenes.TRIED, new RuleAction.TryAgain()),
          deed("make a change that was tried", "adm", Scenes.TRIED, new RuleAction.SaveTried()),
          anew("test the rules", "adm", Scenes.NOTHING, new RuleAction.TestRules()),
          anew(
              "be told how the last month went",
              LEADS,
              Scenes.NOTHING,
              new InsightAction.TellInsights(InsightAction.Period.MONTH)),
          deed("bring a post by its link", EVERYBODY, Scenes.NOTHING, bring()),
          deed("propose somebody", LEADS, Scenes.NOTHING, propose()),
          deed("say yes to being asked", EVERYBODY, Scenes.NOTHING, yes()),
          deed("say no to being asked", EVERYBODY, Scenes.PROPOSAL, new InviteAction.SayNo()),
          deed("say no to a topic", EVERYBODY, Scenes.PROPOSAL, new InviteAction.RefuseTopic()),
          deed("say yes to a further topic", EXPERTS, Scenes.PROPOSAL, new InviteAction.AddTopic()),
          deed("stop a topic", EXPERTS, Scenes.OWN_TOPIC, new InviteAction.StopTopic()),
          deed("hear of a topic again", EXPERTS, Scenes.MUTED, new InviteAction.UnmuteTopic()),
          own(new InviteAction.ChooseTopics(Set.of(Company.OUTAGES))),
          own(new InviteAction.ChooseLanguages(Set.of("se"))),
          own(new InviteAction.ChooseHours(MORNINGS, null)),
          own(new InviteAction.ChooseCap(new Cap(1, 2))),
          own(new InviteAction.ChooseLevel(Level.WATCH)),
          own(new InviteAction.ChooseSpeech(Locale.of("se"))),
          own(new InviteAction.ChooseDigest(DayOfWeek.FRIDAY)),
          own(new InviteAction.Rest(InviteAction.Rest.Span.TODAY)),
          own(new InviteAction.RestUntil(Instant.parse("2026-09-20T22:00:00Z"))));

  /**
   * @param may who, by name; nobody else
   * @param anew whether saying it again says something new: then only the same event changes
   *     nothing when it comes again
   */
  record Deed(String what, Set<String> may, Scenes scene, ChatAction action, boolean anew) {
    @Override
    public String toString() {
      return what;
    }
  }

  private Deeds() {}

  private static Deed deed(String what, String may, Scenes scene, ChatAction action) {
    return new Deed(what, Set.of(may.split(" ")), scene, action, false);
  }

  private static Deed anew(String what, String may, Scenes scene, ChatAction action) {
    return new Deed(what, Set.of(may.split(" ")), scene, action, true);
  }

  /** Whatever somebody chooses for themselves. */
  private static Deed own(ChatAction action) {
    String name = action.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", " $1");
    return deed("for oneself: " + name.toLowerCase(Locale.ROOT), EXPERTS, Scenes.NOTHING, action);
  }

  private static ChatAction toBen() {
    return new TicketAction.HandOver(new ChatUser(TimeLine.handle("ben"), "Ben"));
  }

  private static ChatAction text() {
    return new ReplyAction.KeepText(Source.Kind.MESSAGE, "", "Vi har åpent.", List.of(), null);
  }

  private static ChatAction pause() {
    Instant until = Instant.parse("2026-09-15T10:00:00Z");
    return new StormAction.HoldBack(null, false, until.plus(Duration.ofHours(1)), "");
  }

  /** The first rule as it was at first is to match this. */
  static ChatAction write(String when) {
    Map<String, String> keys =
        Map.of("name", "complaints", "when", when, "lane", "care", "channel", "#kundeservice");
    return new RuleAction.WriteRule("route:1.0", keys, 0, "because");
  }

  private static ChatAction bring() {
    return new BringAction.BringPost(ScriptedLookup.link("1"));
  }

  private static ChatAction propose() {
    ChatUser mona = new ChatUser(TimeLine.handle("mona"), "Mona");
    return new InviteAction.Propose(mona, Set.of(TimeLine.HEAT_PUMPS));
  }

  private static ChatAction yes() {
    Set<TopicId> topics = Set.of(TimeLine.HEAT_PUMPS, Company.OUTAGES);
    return new InviteAction.SayYes(topics, Set.of(), MORNINGS, 4, Level.DRAFT);
  }

  /** The event by which the house tells of it. */
  static ChatEvent event(TimeLine line, String id, String who, ChatEvent.On on, ChatAction action) {
    return new ChatEvent(id, new ChatUser(TimeLine.handle(who), who), on, action, line.now());
  }
}
