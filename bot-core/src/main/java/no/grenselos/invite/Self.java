package no.grenselos.invite;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatUser;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Profile;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;

/**
 * Somebody, as they may be asked or would be.
 *
 * @param listed whether they are an expert of the rule book in force
 * @param expert what they are, or would be if they said yes now
 * @param profile what they said of themselves so far
 */
record Self(Handle handle, boolean listed, Expert expert, Optional<Profile> profile) {
  static Self of(Books books, RuleBook book, ChatUser who) {
    Optional<Expert> expert = book.expert(who.handle());
    Optional<Profile> profile =
        expert
            .flatMap(e -> kept(books, e))
            .or(() -> books.profiles().find(Profile.idOf(who.handle())));
    Expert wouldBe = expert.orElseGet(() -> wouldBe(book, profile.orElse(stranger(who))));
    return new Self(who.handle(), expert.isPresent(), wouldBe, profile);
  }

  /** By the id that a card or timer names; empty when that is nobody any more. */
  static Optional<Self> of(Books books, RuleBook book, ExpertId id) {
    return book.expert(id)
        .map(expert -> expert.handles().getFirst())
        .or(() -> books.profiles().find(id).map(Profile::person).map(Profile.Person::handle))
        .map(handle -> of(books, book, new ChatUser(handle, "")));
  }

  private static Optional<Profile> kept(Books books, Expert expert) {
    return books
        .profiles()
        .find(expert.id())
        .or(() ->
            expert.handles().stream()
                .flatMap(handle -> books.profiles().find(Profile.idOf(handle)).stream())
                .findFirst());
  }

  private static Expert wouldBe(RuleBook book, Profile profile) {
    return profile.outsideTheRuleBook(Hours.usual(book.house().zone()), book.house().language());
  }

  private static Profile stranger(ChatUser who) {
    return new Profile(
        Profile.idOf(who.handle()),
        new Profile.Person(who.handle(), who.name()),
        unasked(Instant.EPOCH),
        no.grenselos.expert.Choices.NONE,
        Profile.Seen.NOTHING,
        0);
  }

  private static Profile.Proposal unasked(Instant now) {
    return new Profile.Proposal(Profile.Consent.PROPOSED, now, Set.of(), Set.of(), "");
  }

  /** The profile to change; a fresh one when they said nothing so far. */
  Profile toChange(ChatUser who, Instant now) {
    if (profile.isPresent()) return named(profile.get(), who);
    if (!listed) return stranger(who).with(unasked(now));
    Profile fresh = Profile.of(expert.id(), now);
    return asked() ? fresh : fresh.with(unasked(now));
  }

  /** With the name by which the house knows them, once it is heard. */
  private static Profile named(Profile profile, ChatUser who) {
    Profile.Person person = profile.person();
    if (person == null || !person.name().isBlank() || who.name().isBlank()) return profile;
    return profile.with(new Profile.Person(person.handle(), who.name()));
  }

  /** Whether they said yes to anything, so that they may be asked. */
  boolean asked() {
    return listed && !expert.topics().isEmpty();
  }

  Optional<Profile.Proposal> proposal() {
    return profile.map(Profile::proposal);
  }

  /** The id that cards and timers name. */
  ExpertId id() {
    return profile.map(Profile::id).orElse(expert.id());
  }
}
