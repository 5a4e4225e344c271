package no.grenselos.log.kafka;

import java.net.URI;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import no.grenselos.log.Parcel;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;

/** Parcels of all kinds, with texts of any characters, halves of emoji too. */
final class AnyParcel {
  private static final Arbitrary<String> TEXT =
      Arbitraries.strings().all().ofMaxLength(60).injectDuplicates(0.05);
  private static final Arbitrary<Instant> MOMENT =
      Arbitraries.longs()
          .between(-62_135_596_800L, 253_402_300_799L)
          .flatMap(s ->
              Arbitraries.integers()
                  .between(0, 999_999_999)
                  .map(nanos -> Instant.ofEpochSecond(s, nanos)));
  private static final Arbitrary<MentionId> ID =
      Combinators.combine(
              Arbitraries.of("mastodon", "x", "hackernews", "my-net-2"),
              Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40).filter(s -> !s.isBlank()))
          .as((network, id) -> new MentionId(new Network(network), id));
  private static final Arbitrary<URI> LINK =
      Arbitraries.strings()
          .withChars("abcæøå/?=%20-#")
          .ofMaxLength(20)
          .map(path -> URI.create("https://example.org/" + path.replaceAll("[%#]", "")));
  private static final Arbitrary<Author> AUTHOR =
      Combinators.combine(
              TEXT, TEXT, LINK.injectNull(0.3), Arbitraries.integers().greaterOrEqual(0))
          .as(Author::new);
  private static final Arbitrary<ReplyWay> WAY =
      Arbitraries.oneOf(
          Arbitraries.just(new ReplyWay.Api()),
          Combinators.combine(LINK, TEXT).as(ReplyWay.ByHand::new));

  private AnyParcel() {}

  private static Arbitrary<Mention> mention() {
    Arbitrary<String> text =
        Arbitraries.oneOf(TEXT, Arbitraries.strings().all().ofLength(Mention.MAX_TEXT));
    Arbitrary<String> thread = TEXT.filter(s -> !s.isBlank());
    return Combinators.combine(
            ID, TEXT, thread, LINK, AUTHOR, text, Arbitraries.of(MentionKind.class))
        .flatAs((id, revision, conversation, link, author, words, kind) ->
            Combinators.combine(TEXT, ID.injectNull(0.5), ID.injectNull(0.5), WAY, MOMENT)
                .as((lang, to, of, way, at) ->
                    new Mention(
                        id,
                        revision,
                        conversation,
                        link,
                        author,
                        words,
                        kind,
                        lang,
                        to,
                        of,
                        way,
                        at)));
  }

  static Arbitrary<Parcel> arbitrary() {
    Arbitrary<MentionEvent> event =
        Arbitraries.oneOf(
            mention().map(MentionEvent.Posted::new),
            mention().map(MentionEvent.Edited::new),
            Combinators.combine(ID, TEXT, MOMENT).as(MentionEvent.Liked::new),
            Combinators.combine(ID, MOMENT).as(MentionEvent.Deleted::new));
    return Combinators.combine(event, TEXT, MOMENT)
        .as((what, from, at) -> new Parcel(what.id().toString(), from, at, what));
  }
}
