package no.grenselos.bring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link as somebody wrote it among other words. */
public record PastedLink(URI uri) {
  private static final int LONGEST = 2000;

  /** What houses put around a link ends it. */
  private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>|\"“”«»\\p{Cc}]++");

  private static final Pattern PLACE = Pattern.compile("(?i)^https?://[^/?#$\\\\]*");

  private static final String CLOSING = ".,;:!?'’*_~";

  /** What browsers let stand in an address and RFC 3986 does not. */
  private static final Pattern UNWISE = Pattern.compile("[\\[\\]{}^`\\\\]|%(?![0-9a-fA-F]{2})");

  /** The first one in the words. */
  public static Optional<PastedLink> in(String words) {
    Matcher link = LINK.matcher(words);
    while (link.find()) {
      Optional<PastedLink> read = read(link.group());
      if (read.isPresent()) return read;
    }
    return Optional.empty();
  }

  private static Optional<PastedLink> read(String written) {
    if (written.length() > LONGEST) return Optional.empty();
    try {
      // houses that mark text up write & so
      URI uri = new URI(lower(mended(bare(written.replace("&amp;", "&")))));
      boolean leads = uri.getRawAuthority() != null && !uri.getRawAuthority().contains("@");
      return leads ? Optional.of(new PastedLink(uri)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Without the sentence's own marks at the end. */
  private static String bare(String written) {
    int end = written.length();
    while (end > 0 && isClosing(written, end)) end--;
    return written.substring(0, end);
  }

  private static boolean isClosing(String written, int end) {
    char last = written.charAt(end - 1);
    if (CLOSING.indexOf(last) >= 0) return true;
    String before = written.substring(0, end - 1);
    return (last == ')' && before.indexOf('(') < 0) || (last == ']' && before.indexOf('[') < 0);
  }

  /** As far as capitals mean nothing. */
  private static String lower(String written) {
    return PLACE.matcher(written).replaceFirst(place -> place.group().toLowerCase(Locale.ROOT));
  }

  private static String mended(String written) {
    return UNWISE
        .matcher(written)
        .replaceAll(unwise -> String.format(Locale.ROOT, "%%%02X", (int) unwise.group().charAt(0)));
  }

  /** Where it leads, for people: {@code mastodon.example}. */
  public String place() {
    return uri.getRawAuthority().toLowerCase(Locale.ROOT).replaceAll(":\\d*$", "");
  }

  /** Whether an account of this name stands in the path, as networks write it. */
  boolean names(String handle) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    return Arrays.stream(path.split("/", -1))
        .map(part -> part.startsWith("@") ? part.substring(1) : part)
        .anyMatch(handle::equalsIgnoreCase);
  }
}
