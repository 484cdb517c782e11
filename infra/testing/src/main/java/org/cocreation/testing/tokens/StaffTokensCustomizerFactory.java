package org.cocreation.testing.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Points the application context of a test {@link WithStaffTokens} to the identity provider of this
 * process.
 */
final class StaffTokensCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return TestContextAnnotationUtils.hasAnnotation(testClass, WithStaffTokens.class)
        ? new StaffTokensCustomizer()
        : null;
  }

  /** Equal to every other, so that tests share their context. */
  private record StaffTokensCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      TestPropertyValues.of(
              "cocreation.security.issuer=" + TestTokens.issuer(),
              "cocreation.security.audience=" + TestTokens.AUDIENCE)
          .applyTo(context);
    }
  }
}
