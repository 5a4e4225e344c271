package no.grenselos.app.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The package says that nothing in it is null unless marked so. */
final class StandInAMarkedPackage extends ArchCondition<JavaClass> {
  StandInAMarkedPackage() {
    super("stand in a package whose package-info is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (type.getPackage().isAnnotatedWith(NullMarked.class)) return;
    String text = type.getPackageName() + " has no @NullMarked package-info";
    events.add(SimpleConditionEvent.violated(type, text));
  }
}
