package no.grenselos.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** The threads of what stands in for the outside: their work is not ours. */
final class StandInThreads implements ThreadFactory {
  private static final ThreadMXBean MACHINE = ManagementFactory.getThreadMXBean();

  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("stand-in").unstarted(work);
    threads.add(thread);
    return thread;
  }

  /** What those that live used of processors, in nanoseconds. */
  long used() {
    return threads.stream()
        .mapToLong(thread -> Math.max(0, MACHINE.getThreadCpuTime(thread.threadId())))
        .sum();
  }

  void end() {
    threads.forEach(Thread::interrupt);
  }
}
