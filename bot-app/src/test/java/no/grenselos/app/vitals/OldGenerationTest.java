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
    OldGeneration old = new OldGeneration(pool(liveMb * MB, usedMb * MB), memory());

    assertThat(old.look()).isEqualTo(Duration.ofSeconds(5));

    assertThat(collections).isEqualTo(times);
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
          return null;
        });
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
