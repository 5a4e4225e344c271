package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.app.web.caller.Sources;
import no.grenselos.web.HttpAnswer;
import org.junit.jupiter.api.Test;

/** Bodies that do not come, and bodies that are too many. */
class BodyDeskTest {
  private final Ticking clock = new Ticking();
  private final DoorMetrics metrics = new DoorMetrics(clock);
  private final BodyDesk desk = new BodyDesk(new Sources(CallLimits.USUAL), metrics, clock);

  @Test
  void aSenderThatDripsIsNotWaitedForLongerThanTwentySeconds() throws Exception {
    Dripping endless = new Dripping(Integer.MAX_VALUE);

    HttpAnswer answer = desk.take(call(-1, endless), body -> HttpAnswer.empty(200));

    assertThat(answer.status()).isEqualTo(408);
    assertThat(Duration.between(Ticking.START, clock.instant()))
        .isBetween(BodyDesk.LONGEST, BodyDesk.LONGEST.plusSeconds(5));
    assertThat(metrics.text()).contains("refused_total{reason=\"too-slow\"} 1.0");
  }

  @Test
  void aBodyThatComesInTimeIsTakenWhole() throws Exception {
    List<Integer> sizes = new ArrayList<>();

    HttpAnswer answer =
        desk.take(
            call(-1, new Dripping(5)),
            body -> {
              sizes.add(body.bytes().length);
              return HttpAnswer.empty(200);
            });

    assertThat(answer.status()).isEqualTo(200);
    assertThat(sizes).containsExactly(5);
  }

  @Test
  void allBodiesInHandTogetherHaveAnEndAndRoomComesBack() throws Exception {
    List<Integer> statuses = new ArrayList<>();

    HttpAnswer first = nested(40, statuses);
    HttpAnswer after =
        desk.take(call(BodyDesk.MAX_BYTES, new Dripping(1)), b -> HttpAnswer.empty(200));

    assertThat(statuses.getFirst()).isEqualTo(503);
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(31);
    assertThat(List.of(first.status(), after.status())).containsOnly(200);
  }

  /** So many bodies of the largest kind, each taken while the ones before are in hand. */
  private HttpAnswer nested(int more, List<Integer> statuses) throws IOException {
    return desk.take(
        call(BodyDesk.MAX_BYTES, new Dripping(1)),
        body -> {
          if (more > 0) statuses.add(unchecked(more - 1, statuses).status());
          return HttpAnswer.empty(200);
        });
  }

  private HttpAnswer unchecked(int more, List<Integer> statuses) {
    try {
      return nested(more, statuses);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpServletRequest call(long length, ServletInputStream body) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            BodyDeskTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentLengthLong" -> length;
                  case "getInputStream" -> body;
                  case "getRemoteAddr" -> "198.51.100.1";
                  case "getHeaders" -> Collections.emptyEnumeration();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** A byte every two seconds. */
  private final class Dripping extends ServletInputStream {
    private int left;

    Dripping(int bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      if (left == 0) return -1;
      left--;
      clock.now = clock.now.plusSeconds(2);
      return 'x';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int one = read();
      if (one < 0) return -1;
      into[from] = (byte) one;
      return 1;
    }

    @Override
    public boolean isFinished() {
      return left == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {}
  }

  private static final class Ticking extends Clock {
    static final Instant START = Instant.parse("2026-09-15T08:00:00Z");
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
