package com.example.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;

/** Calls a model by HTTP/2, with a server that takes it for granted. */
final class SecondVersion {
  private static final int PREFACE_BYTES = 24;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;

  private static final int ACKNOWLEDGED = 1;
  private static final int END_OF_STREAM = 1;
  private static final int END_OF_HEADERS = 4;

  /** Of HPACK's table: the whole of {@code :status: 200}, and the name {@code content-type}. */
  private static final int STATUS_200 = 0x88;

  private static final byte[] CONTENT_TYPE = {0x0f, 31 - 0x0f};

  private static final String WHOLE =
      "{\"id\":\"chatcmpl-h2\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"message\":{\"role\":"
          + "\"assistant\",\"content\":\"By two.\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}";

  private static final String FIRST_PIECE =
      "data: {\"id\":\"chatcmpl-h2\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"delta\":{\"role\":"
          + "\"assistant\",\"content\":\"Two \"}}]}\n\n";

  private static final String LAST_PIECE =
      "data: {\"id\":\"chatcmpl-h2\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"delta\":{"
          + "\"content\":\"by two.\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3}}\n\ndata: [DONE]\n\n";

  private SecondVersion() {}

  static void run(OkHttpClient usual) throws IOException {
    OkHttpClient client =
        usual.newBuilder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (BareServer server = BareServer.start(SecondVersion::serve)) {
      Endpoint endpoint = new Endpoint(client, server.url());
      try (Response response = endpoint.execute(endpoint.chat("By which version?"))) {
        System.out.println(response.protocol() + " " + response.body().string().length());
      }
      try (Response response = endpoint.execute(endpoint.stream("Two by two?"))) {
        System.out.println(response.body().string().length());
      }
      cancelled(endpoint);
    }
  }

  private static void cancelled(Endpoint endpoint) throws IOException {
    Call call = endpoint.client().newCall(endpoint.stream("slow"));
    try (Response response = call.execute()) {
      BufferedSource source = response.body().source();
      System.out.println(source.readUtf8Line().length());
      System.out.println(source.readUtf8Line().length());
      call.cancel();
      source.readUtf8Line();
    } catch (IOException e) {
      System.out.println("a stream cancelled: " + call.isCanceled());
    }
  }

  /** Answers whatever ends a stream; what the heads of requests say is not asked. */
  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    in.readFully(new byte[PREFACE_BYTES]);
    frame(SETTINGS, 0, 0, new byte[0], out);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) { // until the client closes
      int lengthAndType = in.readInt();
      int type = lengthAndType & 0xff;
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = new byte[lengthAndType >>> 8];
      in.readFully(payload);
      if ((type == SETTINGS || type == PING) && (flags & ACKNOWLEDGED) == 0) {
        frame(type, ACKNOWLEDGED, 0, type == PING ? payload : new byte[0], out);
      } else if (type == DATA) {
        body.write(payload);
        if ((flags & END_OF_STREAM) != 0) {
          answer(body.toString(UTF_8), stream, out);
          body.reset();
        }
      }
    }
  }

  private static void answer(String request, int stream, DataOutputStream out) throws IOException {
    if (!request.contains("\"stream\":true")) {
      head("application/json", stream, out);
      frame(DATA, END_OF_STREAM, stream, WHOLE.getBytes(UTF_8), out);
      return;
    }
    head("text/event-stream", stream, out);
    frame(DATA, 0, stream, FIRST_PIECE.getBytes(UTF_8), out);
    if (!request.contains("slow")) {
      frame(DATA, END_OF_STREAM, stream, LAST_PIECE.getBytes(UTF_8), out);
    }
  }

  private static void head(String contentType, int stream, DataOutputStream out)
      throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(STATUS_200);
    head.write(CONTENT_TYPE);
    head.write(contentType.length());
    head.write(contentType.getBytes(UTF_8));
    frame(HEADERS, END_OF_HEADERS, stream, head.toByteArray(), out);
  }

  private static void frame(int type, int flags, int stream, byte[] payload, DataOutputStream out)
      throws IOException {
    out.writeInt((payload.length << 8) | type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }
}
