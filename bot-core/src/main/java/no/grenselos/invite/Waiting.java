package no.grenselos.invite;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.ReplyWay;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;

/** What waits for somebody in their chat, and what they answered lately. */
final class Waiting {
  /** How many of somebody's newest cards are looked through. */
  private static final int CARDS = 40;

  private static final int SHOWN = 5;

  private final Visit visit;
  private final Saying saying;
  private final PageDraft page;
  private final Colleague who;

  Waiting(Visit visit, Saying saying, PageDraft page) {
    this.visit = visit;
    this.saying = saying;
    this.page = page;
    this.who = visit.colleague();
  }

  void write() {
    List<Story> waiting = new ArrayList<>();
    List<Story> answered = new ArrayList<>();
    Place direct = new Place.Direct(visit.who().handle());
    for (Placement card : visit.books().placements().in(direct, CARDS)) {
      Story.of(visit.books(), visit.book(), card)
          .ifPresent(story -> {
            if (waits(story)) waiting.add(story);
            if (answered(story)) answered.add(story);
          });
    }
    if (!waiting.isEmpty()) page.heading(saying.say("home.waiting"));
    waiting.stream().limit(SHOWN).forEach(this::showWaiting);
    if (waiting.size() > SHOWN) {
      page.small(saying.say("home.waiting-more", waiting.size() - SHOWN));
    }
    if (!answered.isEmpty()) page.heading(saying.say("home.answered"));
    answered.stream().limit(SHOWN).forEach(this::showAnswered);
  }

  private boolean waits(Story story) {
    return switch (story.ticket().state()) {
      case TicketState.Offered offered -> offered.offer().equals(story.card().offer());
      case TicketState.Claimed claimed -> claimed.by().is(who);
      case TicketState.Drafted drafted -> drafted.by().is(who);
      case TicketState.Open open -> false;
      case TicketState.Answered answered -> false;
      case TicketState.Closed closed -> false;
    };
  }

  private boolean answered(Story story) {
    return story.ticket().state() instanceof TicketState.Answered answered && answered.by().is(who);
  }

  private void showWaiting(Story story) {
    page.show(SeenPosts.shortened(story.logged(), saying.phrases()));
    ChatEvent.On on = new ChatEvent.On.Card(story.card().id());
    switch (story.ticket().state()) {
      case TicketState.Offered offered ->
          page.row(
              List.of(
                  new Span.Plain(saying.say("home.until") + " "), new Span.Moment(offered.until())),
              List.of(
                  act(Press.CLAIM, "button.claim", on),
                  act(Press.PASS, "button.pass", on),
                  act(Press.LATER, "button.later", on)),
              List.of());
      case TicketState.Claimed claimed ->
          page.row(
              List.of(new Span.Plain(saying.say("home.yours"))),
              List.of(
                  answer(story, on),
                  act(Press.ANSWERED, "button.answered", on),
                  act(Press.RELEASE, "button.release", on)),
              List.of());
      case TicketState.Drafted drafted -> page.small(saying.say("home.on-its-way"));
      case TicketState.Open open -> {}
      case TicketState.Answered answered -> {}
      case TicketState.Closed closed -> {}
    }
  }

  private Card.Button answer(Story story, ChatEvent.On on) {
    return switch (story.logged().mention().replyWay()) {
      case ReplyWay.Api api -> act(Press.REPLY, "button.reply", on);
      case ReplyWay.ByHand byHand -> new Card.Button.Go(saying.say("button.open"), byHand.box());
    };
  }

  private Card.Button act(Press press, String label, ChatEvent.On on) {
    return new Card.Button.Act(press, saying.say(label), false, on);
  }

  private void showAnswered(Story story) {
    if (!(story.ticket().state() instanceof TicketState.Answered answered)) return;
    String author = Story.quote(story.logged(), saying.phrases()).author();
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Moment(answered.at()));
    spans.add(new Span.Plain(" · " + author + " · "));
    spans.add(
        answered.link() == null
            ? new Span.Link(saying.say("home.post"), story.logged().mention().link())
            : new Span.Link(saying.say("home.answer"), answered.link()));
    page.row(spans, List.of(), List.of());
  }
}
