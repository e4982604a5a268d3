package com.example.quarkus;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.stream.Collectors;

/** What the program answers over HTTP. */
@Path("/guides")
public class Guides {
  @Inject Assistant assistant;

  @GET
  @Path("/hello")
  public String hello() {
    return "hello";
  }

  @GET
  @Path("/{city}")
  public String guide(@PathParam("city") String city) {
    return assistant.ask("user-10", "What time is it in Lisbon?");
  }

  @GET
  @Path("/{city}/later")
  public Uni<String> later(@PathParam("city") String city) {
    return assistant
        .tell("user-11", "What time is it in Lisbon?")
        .collect()
        .with(Collectors.joining("|"));
  }
}
