package no.grenselos.app.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/** An adapter sees itself, what its kind shares, and bot-core below the flows. */
final class SeeNoOtherAdapter extends ArchCondition<JavaClass> {
  SeeNoOtherAdapter() {
    super("see itself, what its kind shares, and bot-core below the flows");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
      if (!target.startsWith("no.grenselos.") || allowed(type.getPackageName(), target)) continue;
      events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
    }
  }

  private static boolean allowed(String from, String to) {
    if (root(from).equals(root(to))) return true;
    String[] parts = to.split("\\.");
    if (parts.length == 3)
      return HouseRules.FLOORS.getOrDefault(parts[2], Integer.MAX_VALUE) < HouseRules.WORK;
    return HouseRules.SHARED.contains(root(to)) && kind(from).equals(kind(to));
  }

  /** {@code no.grenselos.feed.rss} for it and all below. */
  private static String root(String name) {
    String[] parts = name.split("\\.");
    return String.join(".", Arrays.copyOf(parts, Math.min(4, parts.length)));
  }

  private static String kind(String name) {
    return name.split("\\.")[2];
  }
}
