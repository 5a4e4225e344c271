package no.grenselos.mention;

import java.net.URI;
import java.time.Instant;

/** A post for tests, ordinary but for what a test says about it. */
public record SamplePost(
    String network, Author author, String text, MentionKind kind, String language) {
  public static SamplePost saying(String text) {
    return new SamplePost(
        "mastodon", new Author("kari", "Kari", null, 120), text, MentionKind.POST, "");
  }

  public SamplePost on(String otherNetwork) {
    return new SamplePost(otherNetwork, author, text, kind, language);
  }

  public SamplePost by(String handle, int followers) {
    return new SamplePost(network, new Author(handle, "", null, followers), text, kind, language);
  }

  public SamplePost as(MentionKind otherKind) {
    return new SamplePost(network, author, text, otherKind, language);
  }

  public SamplePost claimedAs(String otherLanguage) {
    return new SamplePost(network, author, text, kind, otherLanguage);
  }

  public Mention mention() {
    return new Mention(
        new MentionId(new Network(network), "1"),
        "",
        "1",
        URI.create("https://social.example/1"),
        author,
        text,
        kind,
        language,
        null,
        null,
        new ReplyWay.Api(),
        Instant.parse("2026-11-23T08:00:00Z"));
  }
}
