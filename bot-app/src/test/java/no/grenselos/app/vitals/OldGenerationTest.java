package no.grenselos.app.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldGenerationTest {
  private static final long MB = 1 << 20;

  private int collections;
  private Duration collection = Duration.ZERO;
  private long nanos;

  @ParameterizedTest
  @CsvSource({
    "0, 7, 0", // nothing was collected yet, and there is little
    "0, 60, 1", // after the start
    "80, 89, 0",
    "80, 91, 1", // more than an eighth
    "12, 19, 0",
    "12, 21, 1", // more than 8 MB
    "400, 449, 0"
  })
  void isCollectedWhenItHasGrownByAnEighth(long liveMb, long usedMb, int times) {
    OldGeneration old = old(liveMb, usedMb);

    assertThat(old.look()).isEqualTo(Duration.ofSeconds(1));

    assertThat(collections).isEqualTo(times);
  }

  @ParameterizedTest
  @CsvSource({"50, 1000", "90, 1800", "500, 10000"})
  void takesATwentiethOfAProcessorAtMost(int collectionMs, int restMs) {
    collection = Duration.ofMillis(collectionMs);

    assertThat(old(12, 60).look()).isEqualTo(Duration.ofMillis(restMs));
  }

  private OldGeneration old(long liveMb, long usedMb) {
    return new OldGeneration(pool(liveMb * MB, usedMb * MB), memory(), () -> nanos);
  }

  private static MemoryPoolMXBean pool(long live, long used) {
    return stub(
        MemoryPoolMXBean.class,
        (proxy, method, args) ->
            switch (method.getName()) {
              case "getCollectionUsage" -> new MemoryUsage(0, live, live, -1);
              case "getUsage" -> new MemoryUsage(0, used, used, -1);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private MemoryMXBean memory() {
    return stub(
        MemoryMXBean.class,
        (proxy, method, args) -> {
          assertThat(method.getName()).isEqualTo("gc");
          collections++;
          nanos += collection.toNanos();
          return null;
        });
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
