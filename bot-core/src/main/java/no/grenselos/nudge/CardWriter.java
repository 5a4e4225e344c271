package no.grenselos.nudge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.Mention;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import no.grenselos.work.Way;
import org.jspecify.annotations.Nullable;

/**
 * Writes the card of one place from a ticket's story: what is asked, the post, why here, and what
 * can be done now.
 */
final class CardWriter {
  /** Words that speak for the topic, shown in one line. */
  private static final int WORDS_SHOWN = 4;

  private final Story story;
  private final RuleBook book;
  private final Phrases phrases;
  private final Feature.Look look;
  private final CardDraft draft = new CardDraft();

  private CardWriter(Feature.Look look, Story story) {
    this.look = look;
    this.story = story;
    this.book = look.rules().book();
    this.phrases = Phrases.of("nudge", story.card().locale());
  }

  static Card write(Feature.Look look, Story story) {
    return new CardWriter(look, story).card();
  }

  private Card card() {
    draft.add(Story.quote(story.logged(), phrases)).add(from());
    String headline =
        switch (story.ticket().state()) {
          case TicketState.Open open -> free();
          case TicketState.Offered offered -> offered(offered);
          case TicketState.Claimed claimed -> claimed(claimed);
          case TicketState.Proposed proposed -> proposed(proposed);
          case TicketState.Drafted drafted ->
              mine(drafted.by())
                  ? phrases.say("drafted.you")
                  : phrases.say("drafted.other", drafted.by().name());
          case TicketState.Answered answered -> answered(answered);
          case TicketState.Closed closed -> closed(closed);
        };
    wishes();
    look.features().add(look, story, draft);
    OneReader.trim(look, story, draft);
    String summary = headline + " · " + Story.quote(story.logged(), phrases).author();
    return draft.card(headline, summary);
  }

  private String free() {
    if (story.card().role() != Placement.Role.NUDGE) return queue();
    OfferEnd end = story.offer().map(offer -> offer.end()).orElse(null);
    String headline =
        switch (end) {
          case PASSED -> passed();
          case LATER -> phrases.say("later");
          case LAPSED -> phrases.say("lapsed");
          case CLAIMED -> phrases.say("released");
          case OVERTAKEN, AWAY -> phrases.say("free-again");
          case null -> phrases.say("free-again");
        };
    act(Press.CLAIM, "button.claim-after-all", false);
    return headline;
  }

  private String passed() {
    return new Naming(look, story)
        .named()
        .map(name -> phrases.say("passed.named", name))
        .orElseGet(() -> phrases.say("passed"));
  }

  private String offered(TicketState.Offered offered) {
    if (story.card().role() != Placement.Role.NUDGE) return queue();
    if (!offered.offer().equals(story.card().offer())) return free();
    why();
    small(new Span.Plain(phrases.say("until") + " "), new Span.Moment(offered.until()));
    act(Press.CLAIM, "button.claim", true);
    act(Press.PASS, "button.pass", false);
    act(Press.LATER, "button.later", false);
    choice(Press.PASS_TO, "menu.pass-to");
    choice(Press.NOT_WORTH_ANSWERING, "menu.not-worth");
    choice(Press.WRONG_TOPIC, "menu.wrong-topic");
    choice(Press.MUTE_TOPIC, "menu.mute-topic");
    return phrases.say("nudge");
  }

  private String queue() {
    why();
    promise();
    act(Press.CLAIM, "button.claim", true);
    choice(Press.HAND_OVER, "menu.give-to");
    choice(Press.NOT_WORTH_ANSWERING, "menu.not-worth");
    if (story.card().role() == Placement.Role.FALLBACK) return phrases.say("fallback");
    boolean complaint = story.logged().reading().intent() == Intent.COMPLAINT;
    return phrases.say(complaint ? "queue.complaint" : "queue.post", network());
  }

  private String claimed(TicketState.Claimed claimed) {
    boolean queue = story.card().role() != Placement.Role.NUDGE;
    promise();
    if (queue || mine(claimed.by())) {
      answerButton();
      act(Press.ANSWERED, "button.answered", false);
      act(Press.RELEASE, "button.release", false);
      choice(Press.ANSWERED_WITH_LINK, "menu.answered-with-link");
      choice(Press.HAND_OVER, "menu.hand-over");
      choice(Press.NOT_WORTH_ANSWERING, "menu.not-worth");
    }
    return mine(claimed.by()) && !queue
        ? phrases.say("claimed.you")
        : phrases.say("claimed.other", claimed.by().name());
  }

  /** Whoever stands in a channel may own a topic; somebody alone with the bot must. */
  private void wishes() {
    boolean mayOwn =
        switch (story.card().place()) {
          case Place.Channel channel -> true;
          case Place.Direct direct ->
              book.expert(direct.to()).map(expert -> !expert.topics().isEmpty()).orElse(false);
        };
    if (!mayOwn || story.logged().erased()) return;
    choice(Press.MORE_LIKE_THIS, "menu.more-like-this");
    choice(Press.LESS_LIKE_THIS, "menu.less-like-this");
  }

  private String proposed(TicketState.Proposed proposed) {
    if (!mine(proposed.by())) return phrases.say("proposed.other", proposed.by().name());
    act(Press.REPLY, "button.change", false);
    return phrases.say("proposed.you");
  }

  /** In a channel those of a team stand, and a rule may hold their answers back as well. */
  private void answerButton() {
    Mention mention = story.logged().mention();
    Way way =
        switch (story.card().place()) {
          case Place.Direct direct -> Way.of(book, story.ticket(), mention, direct.to());
          case Place.Channel channel -> Way.ofTeam(book, story.ticket(), mention);
        };
    if (way == Way.BY_HAND && mention.replyWay() instanceof ReplyWay.ByHand byHand) {
      draft.go(phrases.say("button.open", network()), byHand.box());
      choice(Press.REPLY, "menu.write-here");
    } else act(Press.REPLY, way == Way.ADVICE ? "button.advise" : "button.reply", true);
  }

  private String answered(TicketState.Answered answered) {
    boolean you = mine(answered.by()) && story.card().role() == Placement.Role.NUDGE;
    if (answered.link() != null) {
      draft.line(new Span.Link(phrases.say("answer.link"), answered.link()));
    } else if (you || story.card().role() != Placement.Role.NUDGE) {
      choice(Press.ANSWERED_WITH_LINK, "menu.add-link");
      choice(Press.TAKE_BACK, "menu.not-answered-after-all");
    }
    small(new Span.Moment(answered.at()));
    return you ? phrases.say("answered.you") : phrases.say("answered.other", answered.by().name());
  }

  private String closed(TicketState.Closed closed) {
    if (closed.reason() == CloseReason.DELETED_OUTSIDE) return phrases.say("closed.deleted");
    if (closed.reason() == CloseReason.MERGED) return phrases.say("closed.merged");
    act(Press.TAKE_BACK, "button.reopen", false);
    if (closed.reason() == CloseReason.TOO_OLD) return phrases.say("closed.too-old");
    String by = closed.by() == null ? "" : closed.by().name();
    return mine(closed.by()) ? phrases.say("closed.you") : phrases.say("closed.other", by);
  }

  private Part from() {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Plain(network() + " · "));
    Instant published = story.logged().mention().publishedAt();
    spans.add(new Span.Moment(published));
    int followers = story.logged().mention().author().followers();
    if (followers > 0) spans.add(new Span.Plain(" · " + phrases.say("followers", followers)));
    if (story.reshares() > 0)
      spans.add(new Span.Plain(" · " + phrases.say("reshares", story.reshares())));
    spans.add(new Span.Plain(" · " + story.ticket().id()));
    return new Part.Small(spans);
  }

  private void why() {
    String words = Evidence.quoted(story.ticket().because().evidence(), WORDS_SHOWN);
    String topic = story.topic().map(t -> t.name(phrases.locale())).orElse("");
    if (story.card().role() == Placement.Role.NUDGE && !topic.isEmpty()) {
      String why =
          words.isEmpty()
              ? phrases.say("why.topic", topic)
              : phrases.say("why.words", topic, words);
      Optional<String> by = new Naming(look, story).by();
      small(new Span.Plain(by.map(name -> phrases.say("why.named", name)).orElse(why)));
    } else if (!words.isEmpty() && !story.logged().erased()) {
      small(new Span.Plain(phrases.say("why.queue", words)));
    }
  }

  private void promise() {
    Instant promised = story.ticket().promisedAt();
    if (promised == null) return;
    small(new Span.Strong(phrases.say("promised") + " "), new Span.Moment(promised));
  }

  private boolean mine(@Nullable Colleague who) {
    if (who == null || !(story.card().place() instanceof Place.Direct direct)) return false;
    return who.is(book.colleague(direct.to(), ""));
  }

  private String network() {
    Network network = story.logged().mention().network();
    String key = "network." + network;
    if (phrases.has(key)) return phrases.say(key);
    return network.name().substring(0, 1).toUpperCase(Locale.ROOT) + network.name().substring(1);
  }

  private void act(Press press, String label, boolean main) {
    draft.act(press, phrases.say(label), main);
  }

  private void choice(Press press, String label) {
    draft.choice(press, phrases.say(label));
  }

  private void small(Span... spans) {
    draft.small(spans);
  }
}
