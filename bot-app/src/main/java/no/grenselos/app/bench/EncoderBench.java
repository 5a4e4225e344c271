package no.grenselos.app.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.grenselos.reading.TextEncoder;

/** Measures how many short English posts an encoder reads. */
public final class EncoderBench {
  private static final long SEED = 20261124;
  private static final int WARM_UP = 200;
  private static final int POSTS = 800;
  private static final List<String> COMMON =
      List.of(
          ("my order has not arrived yet can you help me with the new card please why is power out"
                  + " again train late how")
              .split(" ", -1));

  private EncoderBench() {}

  /** Posts a second of the calling thread's processor time, all given at once; takes seconds. */
  public static double perSecond(TextEncoder encoder) {
    List<String> posts = posts(WARM_UP + POSTS);
    encoder.encode(posts.subList(0, WARM_UP));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    encoder.encode(posts.subList(WARM_UP, WARM_UP + POSTS));
    return POSTS * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
  }

  /** Thirteen common words each: fifteen word pieces with the marks at both ends. */
  static List<String> posts(int count) {
    Random random = new Random(SEED);
    List<String> posts = new ArrayList<>();
    for (int post = 0; post < count; post++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 13; i++) words.add(COMMON.get(random.nextInt(COMMON.size())));
      posts.add(String.join(" ", words));
    }
    return posts;
  }
}
