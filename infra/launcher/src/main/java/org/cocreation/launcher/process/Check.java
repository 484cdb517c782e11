package org.cocreation.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** How to see from outside that a process does its work. */
public interface Check {

  /** Whether it does, now; answers within two seconds. */
  boolean passes();

  /** What is looked at, in words. */
  String what();

  /** Connections to the port are taken. */
  static Check listens(int port) {
    return new Check() {
      @Override
      public boolean passes() {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
          return true;
        } catch (IOException e) {
          return false;
        }
      }

      @Override
      public String what() {
        return "a connection to port " + port;
      }
    };
  }

  /** The address answers 200. */
  static Check answers(String address) {
    return new Check() {
      private final HttpClient http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(Duration.ofSeconds(1))
              .build();

      @Override
      public boolean passes() {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(2)).build();
        try {
          return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
          return false;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }

      @Override
      public String what() {
        return address + " answering 200";
      }
    };
  }
}
