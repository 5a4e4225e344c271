package no.grenselos.app.assistant;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer's bytes, and gives up on one that is too long. For one answer. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private long left;
  private @Nullable Subscription subscription;

  LimitedBody(int most) {
    left = most;
  }

  /** The answer was longer than it may be. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("answer is too long");
    }
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    bytes.onSubscribe(source);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    if (left < 0) return;
    for (ByteBuffer part : parts) left -= part.remaining();
    if (left >= 0) {
      bytes.onNext(parts);
      return;
    }
    if (subscription != null) subscription.cancel();
    bytes.onError(new TooMuch());
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    if (left >= 0) bytes.onComplete();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }
}
