package org.cocreation.launcher.guard;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Starts a program inside a process that the launcher keeps: {@code Guarded MAIN-CLASS
 * [ARGUMENT…]}.
 *
 * <p>The launcher holds the other end of this process' standard input and never writes to it. Its
 * end therefore means that the launcher asks this process to stop, or that the launcher is dead,
 * even by SIGKILL: in both cases the program is stopped in an orderly way, and after {@value
 * #PATIENCE_MILLIS} milliseconds without ceremony. An interrupt typed at the terminal (Ctrl-C)
 * reaches every process there at once; it is ignored here, because the launcher stops its processes
 * in their order.
 *
 * <p>The class uses nothing but the JDK: it is put in front of every program's class path.
 */
public final class Guarded {

  private static final int PATIENCE_MILLIS = 30_000;

  private Guarded() {}

  /** Runs the program; what its main method throws is thrown on. */
  public static void main(String[] args) throws Throwable {
    ignoreInterrupts();
    daemon("launcher-watch", Guarded::stopWithTheLauncher);
    Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void stopWithTheLauncher() {
    try {
      int read = System.in.read();
      while (read >= 0) {
        read = System.in.read();
      }
    } catch (IOException e) {
      // An input that cannot be read is as good as one that ended.
    }
    daemon("stop-without-ceremony", Guarded::haltAfterPatience);
    System.exit(0);
  }

  private static void haltAfterPatience() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      // Then at once.
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void ignoreInterrupts() {
    try {
      // By reflection: the class is in every JDK, but not in its documented interface.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler nothing = (proxy, method, arguments) -> null;
      Object ignore =
          java.lang.reflect.Proxy.newProxyInstance(
              handler.getClassLoader(), new Class<?>[] {handler}, nothing);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignore);
    } catch (ReflectiveOperationException e) {
      // Without it, Ctrl-C stops all processes at once instead of in their order.
    }
  }
}
