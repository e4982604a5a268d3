package com.example.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;

/** Calls of a model by OkHttp that fail, and those that interceptors meddle with. */
public final class ObstaclesApp {
  private ObstaclesApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    OkHttpClient client = new OkHttpClient.Builder().readTimeout(30, TimeUnit.SECONDS).build();
    Endpoint endpoint = new Endpoint(client, arguments[0]);

    fails(endpoint, endpoint.chat("status 429"));
    fails(endpoint, endpoint.chat("cut"));
    fails(endpoint, endpoint.stream("cut"));
    fails(endpoint, endpoint.chat("closed"));
    timesOut(endpoint);
    onceOnly(endpoint);
    retriedByInterceptor(endpoint);
    tokenFetchedByInterceptor(endpoint);
    readAheadByInterceptor(endpoint);
    bodyOfAnInterceptor(endpoint);

    client.dispatcher().executorService().shutdown();
  }

  private static void fails(Endpoint endpoint, Request request) {
    try (Response response = endpoint.execute(request)) {
      System.out.println(response.code() + " " + response.header("Retry-After"));
      System.out.println(response.body().string().length() > 0);
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  private static void timesOut(Endpoint endpoint) throws IOException {
    OkHttpClient impatient =
        endpoint.client().newBuilder().callTimeout(500, TimeUnit.MILLISECONDS).build();
    fails(endpoint.with(impatient), endpoint.chat("hang"));

    try (Response response = endpoint.execute(endpoint.stream("slow"))) {
      BufferedSource source = response.body().source();
      source.readUtf8Line();
      source.readUtf8Line();
      source.timeout().deadline(100, TimeUnit.MILLISECONDS);
      source.readUtf8Line();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  private static void onceOnly(Endpoint endpoint) throws IOException {
    AtomicInteger written = new AtomicInteger();
    byte[] json = Endpoint.body("Only once.", false).getBytes(UTF_8);
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return Endpoint.JSON;
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            written.incrementAndGet();
            sink.write(json, 0, 20).flush();
            sink.write(json, 20, json.length - 20);
          }
        };
    Request request = endpoint.chat("").newBuilder().post(body).build();
    try (Response response = endpoint.execute(request)) {
      System.out.println(response.code() + ", written " + written);
      System.out.println(response.request().body() == body);
      System.out.println(response.networkResponse().request().body() == body);
    }
  }

  /** One call to whoever makes it, and two requests. */
  private static void retriedByInterceptor(Endpoint endpoint) throws IOException {
    OkHttpClient stubborn =
        endpoint
            .client()
            .newBuilder()
            .addInterceptor(
                chain -> {
                  Response first = chain.proceed(chain.request());
                  System.out.println("first: " + first.code());
                  first.close();
                  return chain.proceed(
                      chain.request().newBuilder().header("X-Stainless-Retry-Count", "1").build());
                })
            .build();
    fails(endpoint.with(stubborn), endpoint.chat("again"));
  }

  private static void tokenFetchedByInterceptor(Endpoint endpoint) throws IOException {
    OkHttpClient careful =
        endpoint
            .client()
            .newBuilder()
            .addInterceptor(
                chain -> {
                  fails(endpoint, endpoint.post("/token", "{\"client\":\"secret\"}"));
                  return chain.proceed(chain.request());
                })
            .build();
    fails(endpoint.with(careful), endpoint.chat("With a token."));
  }

  @SuppressWarnings("deprecation") // the name that every version has
  private static void readAheadByInterceptor(Endpoint endpoint) throws IOException {
    OkHttpClient logging =
        endpoint
            .client()
            .newBuilder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  response.body().source().request(Long.MAX_VALUE);
                  return response;
                })
            .build();
    try (Response response = endpoint.with(logging).execute(endpoint.chat("Read ahead."))) {
      BufferedSource source = response.body().source();
      System.out.println("read ahead: " + (source.buffer().size() > 100));
      System.out.println(response.peekBody(10).bytes().length);
      System.out.println(source.readUtf8().contains("sunny"));
    }
  }

  /** Who replaces the body hears when it is closed. */
  private static void bodyOfAnInterceptor(Endpoint endpoint) throws IOException {
    OkHttpClient replacing =
        endpoint
            .client()
            .newBuilder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  return response.newBuilder().body(new ClosingLoudly(response.body())).build();
                })
            .build();
    fails(endpoint.with(replacing), endpoint.chat("Replaced."));
    try (Response response = endpoint.with(replacing).execute(endpoint.chat("Closed unread."))) {
      System.out.println(response.code());
    }
  }

  private static final class ClosingLoudly extends ResponseBody {
    private final ResponseBody body;

    ClosingLoudly(ResponseBody body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public BufferedSource source() {
      return body.source();
    }

    @Override
    public void close() {
      System.out.println("closed");
      body.close();
    }
  }
}
