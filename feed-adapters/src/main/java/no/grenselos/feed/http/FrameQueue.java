package no.grenselos.feed.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Between the thread that listens and the one that reads: at most 4,000 frames and 16 MB. Drops
 * nothing; who listens waits when it is full.
 */
final class FrameQueue {
  private static final int MOST = 4000;
  private static final long MOST_BYTES = 16L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<LiveFrame> frames = new ArrayDeque<>();
  private long bytes;
  private Optional<String> ended = Optional.empty();

  /** Waits so long for room; whether there was some. */
  boolean put(LiveFrame frame, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (ended.isEmpty() && (frames.size() >= MOST || bytes >= MOST_BYTES)) {
        if (left <= 0) return false;
        left = room.awaitNanos(left);
      }
      // behind an end that was told nothing may follow: it will be sent again
      if (ended.isPresent()) return true;
      frames.add(frame);
      bytes += frame.bytes().length;
      news.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing follows; the first reason counts. */
  void end(String reason) {
    lock.lock();
    try {
      if (ended.isEmpty()) ended = Optional.of(reason);
      news.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Up to so many frames, waiting so long for the first; none when the time or the stream ends. */
  List<LiveFrame> take(int most, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (frames.isEmpty() && ended.isEmpty() && left > 0) left = news.awaitNanos(left);
      List<LiveFrame> taken = new ArrayList<>(Math.min(most, frames.size()));
      while (taken.size() < most && !frames.isEmpty()) {
        LiveFrame frame = frames.remove();
        bytes -= frame.bytes().length;
        taken.add(frame);
      }
      room.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return frames.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Why nothing follows any more; empty while something may. */
  Optional<String> ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }
}
