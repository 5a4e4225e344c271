package no.grenselos.invite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Profile.Consent;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;

/** Writes the card that introduces us and asks, and the one that asks about one more topic. */
final class InvitationCard {
  private final Feature.Look look;
  private final Self self;
  private final Profile.Proposal proposal;
  private final Saying saying;
  private final CardDraft draft = new CardDraft();

  InvitationCard(Feature.Look look, Placement card, Self self, Profile.Proposal proposal) {
    this.look = look;
    this.self = self;
    this.proposal = proposal;
    RuleBook book = look.rules().book();
    Locale locale = self.listed() ? self.expert().speaks() : card.locale();
    this.saying = new Saying(Phrases.of("invite", locale), book);
  }

  /** Whether it asks something that is not answered yet. */
  boolean asks() {
    return !self.asked() && proposal.consent() != Consent.NO && proposal.consent() != Consent.YES;
  }

  Card invitation() {
    String headline;
    if (asks()) headline = introduction();
    else if (self.asked()) headline = agreed();
    else headline = refused();
    return draft.card(headline, headline);
  }

  private String introduction() {
    String topics = saying.topics(proposal.topics());
    draft
        .line(
            proposal.by().isEmpty()
                ? saying.say("invite.why", topics)
                : saying.say("invite.why-by", proposal.by(), topics))
        .line(saying.say("invite.what"));
    posts(proposal.topics());
    Expert expert = self.expert();
    draft
        .small(saying.say("invite.terms", saying.cap(expert.cap()), saying.hours(expert.hours())))
        .act(Press.SAY_YES, saying.say("button.yes"), true)
        .act(Press.SAY_NO, saying.say("button.no"), false)
        .act(Press.TELL_MORE, saying.say("button.more"), false);
    return saying.say("invite");
  }

  private void posts(Set<TopicId> topics) {
    List<Part.Post> posts = SeenPosts.on(look.books(), saying.inOrder(topics), saying.phrases());
    draft.line(saying.say("invite.posts", posts.size()));
    posts.forEach(draft::add);
  }

  private String agreed() {
    Expert expert = self.expert();
    draft
        .line(saying.say("agreed.topics", saying.topics(expert.topics())))
        .line(
            saying.say(
                "agreed.terms",
                saying.hours(expert.hours()),
                saying.cap(expert.cap()),
                saying.languages(expert.languages())))
        .line(saying.say("level." + expert.level()))
        .small(saying.say("agreed.change"))
        .act(Press.SAY_YES, saying.say("button.change"), false);
    return saying.say("agreed");
  }

  private String refused() {
    draft
        .line(saying.say("refused.line"))
        .act(Press.SAY_YES, saying.say("button.yes-after-all"), false);
    return saying.say("refused");
  }

  Card more(TopicId topic) {
    String name = saying.topic(topic);
    String headline;
    if (self.expert().topics().contains(topic)) {
      headline = saying.say("more.yes", name);
    } else if (proposal.topics().contains(topic)) {
      headline = saying.say("more", name);
      draft.line(
          proposal.by().isEmpty()
              ? saying.say("more.why", name)
              : saying.say("more.why-by", proposal.by(), name));
      posts(Set.of(topic));
      draft
          .act(Press.ADD_TOPIC, saying.say("button.add"), true)
          .act(Press.REFUSE_TOPIC, saying.say("button.no"), false);
    } else {
      headline = saying.say("more.no", name);
      draft.small(saying.say("agreed.change"));
    }
    return draft.card(headline, headline);
  }
}
