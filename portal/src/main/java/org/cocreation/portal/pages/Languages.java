package org.cocreation.portal.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The reader's language: what was chosen with {@code ?lang=}, kept in a cookie; else what the
 * browser asks for; else English.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

  /** The languages that every page is written in, by the names that their speakers use. */
  static final List<Locale> WRITTEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver chosen = new CookieLocaleResolver("language");
    chosen.setCookieMaxAge(Duration.ofDays(365));
    chosen.setCookieHttpOnly(true);
    chosen.setCookieSameSite("Lax");
    chosen.setDefaultLocaleFunction(
        request -> {
          List<Locale.LanguageRange> wanted;
          try {
            String header = request.getHeader("Accept-Language");
            wanted = header == null ? List.of() : Locale.LanguageRange.parse(header);
          } catch (IllegalArgumentException unreadable) {
            wanted = List.of();
          }
          Locale best = Locale.lookup(wanted, WRITTEN);
          return best == null ? Locale.ENGLISH : best;
        });
    return chosen;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }
}
