package org.cocreation.messaging;

import java.util.HashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.ApplicationContext;

/**
 * Binds the intakes once the topics are there. Spring Cloud Stream would ask an absent broker for
 * its partitions on the main thread, ten times a minute each, before the web server has opened its
 * port.
 */
final class DeferredBindings extends InputBindingLifecycle {

  private final TopicCreator topics;
  private volatile boolean asked;

  private DeferredBindings(BindingService bindings, TopicCreator topics) {
    super(bindings, new HashMap<>());
    this.topics = topics;
  }

  @Override
  public void start() {
    if (!asked) {
      asked = true;
      topics.whenCreated(this::bind);
    }
  }

  private void bind() {
    if (asked) {
      super.start();
    }
  }

  @Override
  public void stop() {
    asked = false;
    super.stop();
  }

  @Override
  public boolean isRunning() {
    return asked;
  }

  /** Puts itself in the place of the framework's own. */
  static final class Replacing implements BeanPostProcessor {

    private final ObjectProvider<BindingService> bindings;
    private final ObjectProvider<TopicCreator> topics;
    private final AutowireCapableBeanFactory factory;

    Replacing(ApplicationContext context) {
      this.bindings = context.getBeanProvider(BindingService.class);
      this.topics = context.getBeanProvider(TopicCreator.class);
      this.factory = context.getAutowireCapableBeanFactory();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean.getClass() != InputBindingLifecycle.class) {
        return bean;
      }
      DeferredBindings deferred = new DeferredBindings(bindings.getObject(), topics.getObject());
      factory.autowireBean(deferred);
      return deferred;
    }
  }
}
