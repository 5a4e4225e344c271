package no.grenselos.chat.teams;

import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Knows of each call whether a word of it was sent: before that, nobody can have seen it. The kit
 * makes its calls within the thread that asks for them and carries them out in others, so each call
 * is told at its making whose it is.
 */
final class TeamsWire {
  private static final ThreadLocal<@Nullable Trace> ASKING = new ThreadLocal<>();

  private TeamsWire() {}

  /** Of one call. */
  static final class Trace {
    private volatile boolean begun;

    boolean hasBegun() {
      return begun;
    }
  }

  /** Asks for a call, which writes into the trace from then on. */
  static <T> T watched(Trace trace, Supplier<T> asking) {
    ASKING.set(trace);
    try {
      return asking.get();
    } finally {
      ASKING.remove();
    }
  }

  static EventListener listener(Call call) {
    Trace trace = ASKING.get();
    if (trace == null) return EventListener.NONE;
    return new EventListener() {
      @Override
      public void requestHeadersStart(Call begun) {
        trace.begun = true;
      }
    };
  }
}
