package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import no.grenselos.web.Body;

/**
 * Spoils fixtures in the same ways every time: bytes changed, parts cut, doubled or swapped between
 * fixtures, and values put where nobody expects them. As many inputs as the system property {@code
 * fuzz.inputs} says, 3,000 unless set.
 */
public final class Mutations {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int USUAL = 3_000;
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final List<String> NASTY =
      List.of(
          "null",
          "{}",
          "[]",
          "[[]]",
          "-1",
          "1e999",
          "99999999999999999999",
          "true",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"javascript:alert(1)\"",
          "\"http://[\"",
          "\"%\"",
          "\"9999-99-99T99:99:99Z\"",
          "\"+1000000000-01-01T00:00:00Z\"",
          "}",
          ",",
          ":",
          "\\",
          "\"t1_\"",
          "\"" + "<div>".repeat(300) + "\"",
          "\"" + "&#x1F600;".repeat(9_000) + "\"",
          "[".repeat(600));

  private final Random random = new Random(7);
  private final List<byte[]> fixtures;

  private Mutations(List<byte[]> fixtures) {
    this.fixtures = fixtures;
  }

  /**
   * Gives every spoilt input to the parser, which must neither throw nor take a second of the
   * processor (other work on the machine does not count).
   */
  public static void of(List<Body> fixtures, Consumer<byte[]> parser) {
    Mutations mutations = new Mutations(fixtures.stream().map(Body::bytes).toList());
    // the first ones load classes, which is not what is measured
    mutations.fixtures.forEach(parser);
    int inputs = Integer.getInteger("fuzz.inputs", USUAL);
    for (int i = 0; i < inputs; i++) {
      byte[] input = mutations.next();
      long begin = CPU.getCurrentThreadCpuTime();
      parser.accept(input);
      assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begin))
          .as("input %d", i)
          .isLessThan(LONGEST);
    }
  }

  private byte[] next() {
    byte[] input = any();
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) input = changed(input);
    return input;
  }

  private byte[] changed(byte[] input) {
    if (input.length == 0) return any();
    int at = random.nextInt(input.length);
    int end = Math.min(input.length, at + 1 + random.nextInt(60));
    return switch (random.nextInt(7)) {
      case 0 -> spoilt(input, at);
      case 1 -> Arrays.copyOf(input, at);
      case 2 -> joined(Arrays.copyOf(input, at), from(input, end));
      case 3 -> joined(Arrays.copyOf(input, end), from(input, at));
      case 4 -> joined(Arrays.copyOf(input, at), from(any(), at));
      default -> valueReplaced(new String(input, StandardCharsets.UTF_8), at);
    };
  }

  private byte[] spoilt(byte[] input, int at) {
    byte[] copy = input.clone();
    copy[at] = (byte) random.nextInt(256);
    return copy;
  }

  /** The value after some colon becomes another: still JSON, but not what the API promises. */
  private byte[] valueReplaced(String text, int near) {
    int colon = text.indexOf(':', Math.min(near, text.length()));
    if (colon < 0) return text.getBytes(StandardCharsets.UTF_8);
    int end = colon + 1;
    boolean quoted = false;
    while (end < text.length() && (quoted || ",}]\n".indexOf(text.charAt(end)) < 0)) {
      if (text.charAt(end) == '"' && text.charAt(end - 1) != '\\') quoted = !quoted;
      end++;
    }
    String value = NASTY.get(random.nextInt(NASTY.size()));
    return (text.substring(0, colon + 1) + value + text.substring(end))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] any() {
    return fixtures.get(random.nextInt(fixtures.size()));
  }

  private static byte[] from(byte[] bytes, int begin) {
    return Arrays.copyOfRange(bytes, Math.min(begin, bytes.length), bytes.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
