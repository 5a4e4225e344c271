package no.grenselos.app.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class of bot-core sees its own package and those on lower floors. */
final class LowerFloorsOnly extends ArchCondition<JavaClass> {
  private static final String OURS = "no.grenselos.";

  LowerFloorsOnly() {
    super("import lower floors only");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (target.getPackageName().equals(type.getPackageName())) continue;
      if (!target.getPackageName().startsWith(OURS)) continue;
      if (floor(target) < floor(type)) continue;
      events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
    }
  }

  /** Whatever is no floor of bot-core stands above them all. */
  private static int floor(JavaClass type) {
    String name = type.getPackageName().substring(OURS.length());
    return HouseRules.FLOORS.getOrDefault(name, Integer.MAX_VALUE);
  }
}
