package no.grenselos.feed;

/**
 * Makes a lookup that needs no settings; found by {@link java.util.ServiceLoader}. It is asked when
 * none of the configured networks' own lookups knows a link. Does no I/O before the first question.
 */
public interface PostLookupProvider {
  PostLookup open(FeedContext context);
}
