package org.cocreation.testing.backing;

import java.util.List;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Points the application context of a test {@link WithBackingServices} to them. */
final class BackingServicesCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    WithBackingServices wanted =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, WithBackingServices.class);
    return wanted == null ? null : new BackingServicesCustomizer(wanted.store(), wanted.broker());
  }

  /** Equal to every other that wants the same, so that tests share their context. */
  private record BackingServicesCustomizer(StoreKind store, boolean broker)
      implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      TestPropertyValues.of(
              "spring.mongodb.uri="
                  + BackingServices.storeUri(store, BackingServices.freshDatabase()))
          .applyTo(context);
      if (broker) {
        TestPropertyValues.of(
                "spring.kafka.bootstrap-servers=" + BackingServices.bootstrapServers())
            .applyTo(context);
      }
    }
  }
}
